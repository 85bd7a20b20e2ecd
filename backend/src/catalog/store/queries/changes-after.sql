-- The assets of the next changes in the log.
--
-- $1 seq    bigint  read so far
-- $2 limit  int     changes at most
-- $3 ignored text[]  operations whose assets are left out
-- $4 actor   text    whose changes are left out; null: nobody's
-- →  asset_ids bigint[], up_to bigint, is_full boolean    one row; up_to is null when there is nothing new
--
-- Writers of the log hold one lock until they commit: a number below the highest visible one is never still to come.
with next as (
  select seq, asset_id, operation, actor from change_log where seq > $1::bigint order by seq limit $2::int
)
select coalesce(array_agg(distinct asset_id) filter (where operation <> all ($3::text[]) and ($4::text is null or actor is distinct from $4::text)), '{}') as asset_ids,
       max(seq) as up_to, count(*) = $2::int as is_full
  from next
