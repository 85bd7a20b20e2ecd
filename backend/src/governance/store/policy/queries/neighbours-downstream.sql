-- Assets, and those they feed directly: what a change of them may matter to.
--
-- $1 ids  bigint[]
-- →  id bigint    each once
--
-- Reads lineage_edge (lineage).
select unnest($1::bigint[]) as id
union
select downstream_id from lineage_edge where upstream_id = any ($1::bigint[])
