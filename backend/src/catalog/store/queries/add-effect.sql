-- Makes sure that an effect has a row to note its progress in; a new effect begins with the whole log.
--
-- $1 name  text
insert into effect_progress (name) values ($1::text) on conflict do nothing
