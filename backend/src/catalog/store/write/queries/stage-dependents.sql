-- Stages for closing what other sources say of a key that ends here and that nobody else uses: a catalog.json speaks of
-- the nodes of its manifest.
--
-- →  nothing
insert into stage_closed (assertion_id, key, asset_id, reason)
select dependent.id, dependent.key, dependent.asset_id, 'It spoke of ' || closed.key || ', which has ended'
  from stage_closed closed
  join assertion dependent on dependent.subject_key = closed.key
 where not exists (select from assertion other
                    where other.key = closed.key and other.id not in (select assertion_id from stage_closed))
on conflict do nothing
