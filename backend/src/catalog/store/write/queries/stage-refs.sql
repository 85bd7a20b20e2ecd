-- Stages assets that a patch names.
--
-- →  rows: as in the statement; see StagedRef
copy stage_ref (no, kind, key, namespace, name, verbatim, platform, is_weak, is_partial, quoting_known, is_job,
                raw_namespace, raw_name, default_type, said_by) from stdin
