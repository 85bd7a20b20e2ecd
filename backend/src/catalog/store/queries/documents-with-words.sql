-- Documents that have the words of a text, whatever else they are, and whether a snapshot still says all of documents.
--
-- $1 query       text          a tsquery; none have the words when it and $2 are empty
-- $2 text        text          names that start with it count too; the end of their range is $3
-- $3 prefix_end  text
-- $4 most        int           documents listed
-- $5 snapshot    pg_snapshot   that a reader has seen
-- →  one row: asset_ids json, a list; is_behind boolean
--
-- Reads search_document_tsv_idx, search_document_prefix_idx, graph_change_xact_idx.
select (select coalesce(json_agg(asset_id), '[]')
          from (select document.asset_id
                  from search_document document
                 where ($1::text <> '' and document.tsv @@ $1::tsquery)
                    or ($2::text <> '' and lower(document.name) ~>=~ $2 and lower(document.name) ~<~ $3)
                 limit $4::int) as found) as asset_ids,
       exists (select from graph_change
                where xact >= pg_snapshot_xmin($5::pg_snapshot)
                  and not pg_visible_in_snapshot(xact, $5::pg_snapshot)) as is_behind
