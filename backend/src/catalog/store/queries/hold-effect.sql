-- Makes this transaction the only one that works for an effect, and says how far it has read.
--
-- $1 name  text
-- →  seq bigint    no row: another backend is at it
select seq from effect_progress where name = $1::text for update skip locked
