-- Remembers the evidence time of a source's last complete document.
--
-- $1 source_id    int
-- $2 observed_at  timestamptz
-- →  written int
with noted as (
  update source set last_observed_at = $2::timestamptz
   where id = $1::int and (last_observed_at is null or last_observed_at < $2::timestamptz)
  returning 1
)
select count(*)::int as written from noted
