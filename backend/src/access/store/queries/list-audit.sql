-- Audit entries, newest first, one page.
--
-- $1 object  text     `asset:<uuid>`; null: any
-- $2 actor   text     `person:<uuid>`; null: any
-- $3 before  bigint   the last page's last number; null: from the start
-- $4 count   int      1..101
-- →  id text, at timestamptz, actor text, action text, object text, before jsonb, after jsonb, reason text
select seq::text as id, at, actor, action, object, before, after, reason
  from audit_entry
 where ($1::text is null or object = $1::text)
   and ($2::text is null or actor = $2::text)
   and ($3::bigint is null or seq < $3::bigint)
 order by seq desc
 limit $4::int
