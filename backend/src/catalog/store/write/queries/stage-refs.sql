-- Stages assets that a patch names.
--
-- $1 refs  json  [StagedRef]
-- →  nothing
insert into stage_ref (no, kind, key, namespace, name, verbatim, platform, is_weak, is_partial, quoting_known,
                       raw_namespace, raw_name, default_type, said_by)
select no, kind, key, namespace, name, verbatim, platform, is_weak, is_partial, quoting_known,
       raw_namespace, raw_name, default_type, said_by
  from json_to_recordset($1::json) as ref (
    no int, kind text, key text, namespace text, name text, verbatim text, platform text, is_weak boolean,
    is_partial boolean, quoting_known boolean, raw_namespace text, raw_name text, default_type text, said_by text)
