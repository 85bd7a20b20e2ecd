-- Who classified a column, and how.
--
-- $1 asset_id  bigint
-- $2 path      text
-- →  source text, source_kind text, claim jsonb, observed_at timestamptz    latest first
--
-- Reads assertion and source (catalog).
select source.label as source, source.kind as source_kind, said.claim, assertion.observed_at
  from assertion
  join source on source.id = assertion.source_id
 cross join lateral (
         select claimed.said -> 'classification' as claim
           from jsonb_array_elements(case jsonb_typeof(assertion.facts -> 'columns')
                                       when 'array' then assertion.facts -> 'columns' else '[]' end) as claimed (said)
          where lower(claimed.said ->> 'path') = lower($2::text) and claimed.said ? 'classification') as said
 where assertion.asset_id = $1::bigint
 order by assertion.observed_at desc, source.label
 limit 100
