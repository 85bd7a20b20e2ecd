-- People to whom work can be given: enabled, contributors and above, by name.
--
-- $1 text   text   part of the name or username, any case; empty: everybody
-- $2 count  int    1..100
-- →  id uuid, "displayName" text    in order of name
--
-- position() and not like: what is typed is no pattern. There are hundreds of people, not millions.
select id, display_name as "displayName"
  from person
 where not is_disabled
   and role <> 'viewer'
   and position(lower($1::text) in lower(display_name || ' ' || username)) > 0
 order by lower(display_name), id
 limit $2::int
