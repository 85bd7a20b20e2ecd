-- A page of suggestions.
--
-- $1 filter  jsonb   { statuses, patterns, proposals, sources, namespaces: text[]; ids: uuid[]; assetId bigint; column text;
--                      minConfidence int }; absent says nothing
-- $2 before  bigint  id of the last one of the page before; null for the first page
-- $3 first   int     1..101
-- →  the fields of SuggestionRow, by their names in TypeScript; latest first
select suggestion.id, suggestion.public_id as "publicId", suggestion.asset_id as "assetId",
       nullif(suggestion.column_path, '') as column, suggestion.pattern, suggestion.source, suggestion.level,
       suggestion.category, suggestion.subtype, suggestion.proposal, suggestion.confidence, suggestion.evidence,
       suggestion.status, suggestion.decided_by as "decidedBy", suggestion.decided_at as "decidedAt",
       suggestion.decision_reason as "decisionReason", suggestion.first_seen as "firstSeen"
  from classification_suggestion suggestion
 where suggestion_fits(suggestion, $1::jsonb)
   and ($2::bigint is null or suggestion.id < $2)
 order by suggestion.id desc
 limit $3::int
