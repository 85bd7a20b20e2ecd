-- Sets what administrators know about a namespace.
--
-- $1 id           int
-- $2 environment  text     or null
-- $3 region       text     or null
-- $4 defaults     jsonb    { "database", "schema" }, each only if set
-- $5 case_policy  text     platform, lower, sensitive
-- $6 owner        text     or null
-- →  nothing
update namespace
   set environment = $2::text, region = $3::text, defaults = $4::jsonb, case_policy = $5::text, owner = $6::text
 where id = $1::int
