-- Policies with the version in force, or the latest one where none is.
--
-- $1 modes       text[]   null for all
-- $2 states      text[]   ACTIVE, PROPOSED (its latest version waits for a decision), DRAFT, RETIRED; null for all
-- $3 name        text     null for all
-- $4 after       text     name of the last one of the page before; null for the first page
-- $5 first       int      1..101
-- →  the fields of PolicyRow, by their names in TypeScript; in order of name
with shown as (
  select policy.id, policy.name, policy.latest_version, policy.active_version, policy.is_shipped, policy.retired_at,
         policy.updated_at, latest.status as latest_status, version.version, version.title, version.mode,
         version.severity, version.priority, version.standard, version.owner, version.description, version.yaml,
         version.author, version.created_at,
         case when policy.retired_at is not null then 'RETIRED'
              when latest.status = 'SUBMITTED' then 'PROPOSED'
              when policy.active_version is not null then 'ACTIVE'
              else 'DRAFT' end as state
    from policy
    join policy_version latest on latest.policy_id = policy.id and latest.version = policy.latest_version
    join policy_version version on version.policy_id = policy.id
                               and version.version = coalesce(policy.active_version, policy.latest_version)
   where ($3::text is null or policy.name = $3)
)
select id, name, state, title, mode, severity, priority, standard, owner, description, yaml, author, version,
       latest_version as "latestVersion", active_version as "activeVersion", latest_status as "latestStatus",
       is_shipped as "isShipped", created_at as "createdAt", updated_at as "updatedAt",
       (select count(*)::int from violation where violation.policy = shown.name and violation.status in ('OPEN', 'ACKNOWLEDGED')) as "openViolations",
       (select count(*)::int from violation where violation.policy = shown.name and violation.status = 'WAIVED') as "waivedViolations"
  from shown
 where ($1::text[] is null or mode = any ($1))
   and ($2::text[] is null or state = any ($2))
   and ($4::text is null or name > $4)
 order by name
 limit $5::int
