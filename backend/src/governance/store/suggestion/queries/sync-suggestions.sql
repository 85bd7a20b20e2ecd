-- Makes open suggestions of some assets what was found now; what is decided stays as it was decided.
--
-- $1 asset_ids  bigint[]
-- $2 found      jsonb     [{ assetId, path, pattern, source, level, category, subtype, proposal, confidence, evidence }]
-- →  written int
with found as (
  select * from jsonb_to_recordset($2::jsonb) as found ("assetId" bigint, path text, pattern text, source text, level smallint,
                                                       category text, subtype text, proposal text, confidence smallint, evidence text)
), gone as (
  delete from classification_suggestion open
   where open.asset_id = any ($1::bigint[]) and open.status = 'SUGGESTED'
     and not exists (select from found where found."assetId" = open.asset_id and found.path = open.column_path
                        and found.pattern = open.pattern and found.proposal = open.proposal)
  returning 1
), kept as (
  insert into classification_suggestion as known
         (asset_id, column_path, pattern, source, level, category, subtype, proposal, confidence, evidence)
  select found."assetId", found.path, found.pattern, found.source, found.level, found.category, found.subtype, found.proposal,
         found.confidence, found.evidence
    from found
    join asset on asset.id = found."assetId"
   order by found."assetId", found.path, found.pattern, found.proposal
  on conflict (asset_id, column_path, pattern, proposal) do update
     set confidence = excluded.confidence, evidence = excluded.evidence, source = excluded.source
   where known.status = 'SUGGESTED' and (known.confidence, known.evidence) is distinct from (excluded.confidence, excluded.evidence)
  returning 1
)
select (select count(*) from gone)::int + (select count(*) from kept)::int as written
