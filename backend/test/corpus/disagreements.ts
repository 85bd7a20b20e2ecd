/** Why a case of the corpus may come out otherwise than its authors expected, by the source and the start of its name. */
export const DISAGREEMENTS: Readonly<Record<string, string>> = {
  'datahub test_join_struct_subfields_shared_base_name':
    'We name the field that is read (widget.color), which the schema lists; expected is the whole struct.',
  'datahub test_redshift_union_view':
    'One branch of the UNION has known columns; expected is nothing because the other has none.',
  'datahub test_snowflake_unnamed_column_udf': '`AS :name` is not valid SQL.',
  'datahub test_clickhouse_dictget_in_materialized_view':
    'Expected takes the name of a dictionary for a column of the table that is read.',
  'sqllineage test_teradata_title_phrase': 'Teradata’s `(TITLE …)` is not parsed; Teradata is none of our dialects.',
  'sqllineage test_column_disable_lateral_ref_within_subquery':
    'Tests a setting that forbids aliases within their own SELECT; the column it expects instead is not in the schema.',
  'sqllineage test_union_where_later_branch_introduces_new_output_columns':
    'The branches of the UNION have one and two columns: no database takes that.',
  'sqllineage test_wildcard_table_union_with': 'Expects columns of tables whose schema the case does not give.',
  'hive-logger cbo_rp_lineage2 34': 'Hive names the unnamed columns but leaves one source out; its other log has both.',
  'hive-posthook ptf.q.out 83': 'Hive’s table function `noop(on …)` is not parsed.',
  'hive-posthook windowing.q.out 361':
    'Hive lets every column of the input decide about rank(); only those of the window do.',
  'hive-posthook schema_evol_orc_nonvec_mapwork_part_all_complex.q.out 9':
    'The struct column was altered by a statement that the case does not give.',
  'hive-posthook union_fast_stats.q.out 123': 'The columns of the table that is read are not in the case.',
  'hive-posthook groupby_multi_single_reducer.q.out 22':
    'Hive gives count(distinct …) the source of its neighbour when one scan fills several tables.',
  'hive-posthook index_': 'ALTER INDEX … REBUILD fills Hive’s own index table, which is not SQL anybody could follow.',
  'hive-posthook ql_rewrite_gbtoidx': 'ALTER INDEX … REBUILD, as above.',
  'hive-posthook input18.q.out 240': 'TRANSFORM … USING without AS inside FROM-first subqueries is not parsed.',
  'hive-posthook orc_llap.q.out 67': 'The table is made several times in the file; the case is the last of them.',
  'hive-posthook union31.q.out 340': 'The table is made several times in the file; the case is the last of them.',
};

/** The argument for one case; null when there is none. */
export function disagreementOn(source: string, name: string): string | null {
  const key = Object.keys(DISAGREEMENTS).find((start) => `${source} ${name}`.startsWith(start));
  return key === undefined ? null : (DISAGREEMENTS[key] ?? null);
}
