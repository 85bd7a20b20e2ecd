-- Adds a version to a policy as a draft; drafts and submissions before it are withdrawn.
--
-- $1 name      text
-- $2 based_on  int    the latest version as the author saw it
-- $3 version   jsonb  { yaml, hash, title, mode, severity, priority, standard, owner, description, comment, author }
-- →  version int    no row: there is no such policy, or somebody else saved in between
with moved as (
  update policy
     set latest_version = latest_version + 1, updated_at = now()
   where name = $1::text and latest_version = $2::int
  returning id, latest_version
), withdrawn as (
  update policy_version
     set status = 'WITHDRAWN'
    from moved
   where policy_version.policy_id = moved.id and policy_version.status in ('DRAFT', 'SUBMITTED')
), said as (
  select * from jsonb_to_record($3::jsonb)
    as said (yaml text, hash text, title text, mode text, severity text, priority int, standard text, owner text,
             description text, comment text, author text)
)
insert into policy_version (policy_id, version, yaml, hash, title, mode, severity, priority, standard, owner,
                            description, comment, author, status)
select moved.id, moved.latest_version, said.yaml, said.hash, said.title, said.mode, said.severity, said.priority,
       said.standard, said.owner, said.description, said.comment, said.author, 'DRAFT'
  from moved cross join said
returning version
