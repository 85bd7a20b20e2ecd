-- Until when the audit log is sealed: now, when its newest entry is a link of the chain and the chain ends where its head
-- says; else when the last link's entry was written.
--
-- →  sealed_at timestamptz    null when nothing was ever sealed; no row when there is no such link
select case when newest.is_linked and link.hash = head.hash then now() else entry.at end as sealed_at
  from audit_head head
  join audit_link link on link.position = head.position
  left join audit_entry entry on entry.seq = link.seq
  left join lateral (
         select exists (select from audit_link where audit_link.seq = audit_entry.seq) as is_linked
           from audit_entry order by seq desc limit 1
       ) as newest on true
