-- The catalog's own number of an asset by the id that clients know, and whether a snapshot still says all of the graph.
--
-- $1 public_id  uuid          an id of a merged asset finds what it became
-- $2 snapshot   pg_snapshot   that a reader has seen
-- →  one row: id bigint, null when there is no such asset; is_behind boolean
--
-- Reads graph_change_xact_idx.
select coalesce((select id from asset where public_id = $1::uuid),
                (select asset_id from asset_redirect where old_public_id = $1::uuid)) as id,
       exists (select from graph_change
                where xact >= pg_snapshot_xmin($2::pg_snapshot)
                  and not pg_visible_in_snapshot(xact, $2::pg_snapshot)) as is_behind
