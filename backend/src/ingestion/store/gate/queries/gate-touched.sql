-- Assets that the running transaction has changed, as the change log names them.
--
-- →  asset_id bigint    in order
--
-- Reads change_log (catalog); whose own rows carry the transaction's number.
select distinct asset_id from change_log where xact = pg_current_xact_id() order by asset_id
