-- What people and tokens are called, by the keys that the audit log has for them.
--
-- $1 keys  text[]    person:<uuid>, token:<id>; others are left out
-- →  key text, name text
select 'person:' || id as key, display_name as name from person where 'person:' || id = any ($1::text[])
union all
select 'token:' || id, name from api_token where 'token:' || id = any ($1::text[])
