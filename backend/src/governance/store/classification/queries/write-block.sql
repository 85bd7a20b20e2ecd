-- Closes an edge to some categories, in place of what it was closed to before.
--
-- $1 upstream_id    bigint
-- $2 downstream_id  bigint
-- $3 categories     text[]   empty: all
-- $4 reason         text
-- $5 actor          text
-- →  nothing
insert into propagation_block (upstream_id, downstream_id, categories, reason, actor)
values ($1::bigint, $2::bigint, $3::text[], $4::text, $5::text)
on conflict (upstream_id, downstream_id) do update
   set categories = excluded.categories, reason = excluded.reason, actor = excluded.actor, created_at = now()
