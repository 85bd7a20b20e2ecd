-- How many audit entries there are of an object, by an actor.
--
-- $1 object  text   null: any
-- $2 actor   text   null: any
-- →  count int
select count(*)::int as count
  from audit_entry
 where ($1::text is null or object = $1::text)
   and ($2::text is null or actor = $2::text)
