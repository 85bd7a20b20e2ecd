-- Stages texts of code.
--
-- $1 code  json  [{ "hash": text, "text": text }, …]    each hash once in the whole patch
-- →  nothing
insert into stage_code (hash, text)
select hash, text from json_to_recordset($1::json) as code (hash text, text text)
