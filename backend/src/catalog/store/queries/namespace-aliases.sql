-- Other spellings of namespaces, in the order in which they are tried.
--
-- →  id text, kind text, pattern text, target text
select id::text, kind, pattern, target
  from namespace_alias
 order by array_position(array['exact', 'host_list', 'regex', 'regex_group'], kind), pattern
