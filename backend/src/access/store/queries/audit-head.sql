-- Where the audit log's chain ends, and how much there is.
--
-- →  position text, hash text (hex), entries int
select head.position::text, encode(head.hash, 'hex') as hash, (select count(*)::int from audit_link) as entries
  from audit_head head
