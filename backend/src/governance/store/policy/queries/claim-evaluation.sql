-- Whether everything has to be evaluated anew: policies changed since, or the last time is more than a day ago.
--
-- →  wanted bigint, is_changed boolean    no row: nothing to do
select wanted, wanted > evaluated as is_changed
  from policy_state
 where wanted > evaluated or evaluated_at is null or evaluated_at < now() - interval '1 day'
