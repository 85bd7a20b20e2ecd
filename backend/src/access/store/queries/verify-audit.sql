-- Where the audit log's chain is broken.
--
-- $1 position  bigint  of a link whose hash was kept elsewhere; null: none
-- $2 hash      text    that hash, hex
-- $3 most      int     1..1000: no more problems than so many
-- →  position text, seq text, problem text    in order of position; what is missing has none
--
-- Each hash is made anew from the one stored before it, so that one pass over both tables proves the whole.
with linked as (
  select link.position, link.seq, link.hash, entry.seq is null as is_gone,
         lag(link.position, 1, 0::bigint) over chain as before,
         sha256(lag(link.hash, 1, ''::bytea) over chain || coalesce(audit_content(entry), '')) as expected
    from audit_link link
    left join audit_entry entry on entry.seq = link.seq
  window chain as (order by link.position)
), problem as (
  select position, seq, 'GAP' as problem from linked where position <> before + 1
  union all
  select position, seq, 'GONE' from linked where is_gone
  union all
  select position, seq, 'CHANGED' from linked where not is_gone and hash <> expected
  union all
  select null, entry.seq, 'FOREIGN' from audit_entry entry
   where not exists (select from audit_link link where link.seq = entry.seq)
  union all
  select head.position, null, 'CUT'
    from audit_head head
    left join (select position, hash from audit_link order by position desc limit 1) as last on true
   where head.position <> coalesce(last.position, 0) or head.hash <> coalesce(last.hash, '')
  union all
  select null, null, 'CUT' where not exists (select from audit_head)
  union all
  select place.position, null, 'CHECKPOINT'
    from (select position from audit_checkpoint
          union select position from audit_link where position % 1000 = 0) as place
    left join audit_link link on link.position = place.position
    left join audit_checkpoint checkpoint on checkpoint.position = place.position
   where link.hash is distinct from checkpoint.hash
  union all
  select $1::bigint, null, 'WITNESS'
   where $1::bigint is not null
     and not exists (select from audit_link where position = $1::bigint and encode(hash, 'hex') = $2::text)
)
select position::text, seq::text, problem from problem order by problem.position nulls last, problem.seq limit $3::int
