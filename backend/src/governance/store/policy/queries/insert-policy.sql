-- Adds a policy with its first version.
--
-- $1 name        text
-- $2 is_shipped  boolean  it is in force at once
-- $3 version     jsonb    { yaml, hash, title, mode, severity, priority, standard, owner, description, comment, author }
-- →  id bigint
with added as (
  insert into policy (name, latest_version, active_version, is_shipped)
  values ($1::text, 1, case when $2::boolean then 1 end, $2::boolean)
  returning id
), said as (
  select * from jsonb_to_record($3::jsonb)
    as said (yaml text, hash text, title text, mode text, severity text, priority int, standard text, owner text,
             description text, comment text, author text)
), version as (
  insert into policy_version (policy_id, version, yaml, hash, title, mode, severity, priority, standard, owner,
                              description, comment, author, status)
  select added.id, 1, said.yaml, said.hash, said.title, said.mode, said.severity, said.priority, said.standard,
         said.owner, said.description, said.comment, said.author,
         case when $2::boolean then 'APPROVED' else 'DRAFT' end
    from added cross join said
)
select id from added
