/** What an aggregate gives back: one of the values it read, a measure of them, or only how many there are. */
export type AggregateGives = 'value' | 'measure' | 'count';

const COUNT = `count count_if countif count_distinct approx_count_distinct approx_distinct approx_count approxcountdistinct
  hll hll_count hyperloglog regr_count grouping grouping_id approx_top_sum uniq uniqexact uniqhll12 count_big bitmap_count
  n_unique approx_distinct_count ndv`;

const MEASURE = `sum sum_if sumif avg mean stddev stddev_pop stddev_samp stdev stdevp variance var_pop var_samp variance_pop
  variance_samp var varp skewness kurtosis kurtosis_pop corr covar_pop covar_samp regr_slope regr_intercept regr_r2
  regr_avgx regr_avgy regr_sxx regr_syy regr_sxy product fsum favg sumkahan entropy geometric_mean geomean logical_and
  logical_or bool_and bool_or booland_agg boolor_agg boolxor_agg bool_xor_agg every bit_and bit_or bit_xor bitwise_and_agg
  bitwise_or_agg bitwise_xor_agg bitand_agg bitor_agg bitxor_agg checksum checksum_agg hash_agg minhash avg_if avgif
  ratio_to_report`;

const VALUE = `min max min_if max_if min_by max_by minby maxby arg_min arg_max argmin argmax first last any any_value anyvalue
  arbitrary first_value_agg mode median percentile percentile_cont percentile_disc percentile_approx approx_percentile
  approx_quantile approx_quantiles quantile quantile_cont quantile_disc approx_median approx_top_k approx_top_count
  approx_most_frequent array_agg arrayagg array_unique_agg array_concat_agg array_union_agg collect_list collect_set collect
  list string_agg stringagg listagg list_agg group_concat groupconcat groupconcat_func wm_concat xmlagg json_agg jsonb_agg
  json_arrayagg json_array_agg json_object_agg jsonb_object_agg json_objectagg object_agg objectagg map_agg multimap_agg
  map_union histogram max_n min_n grouparray groupuniqarray anylast first_agg last_agg parameterized_agg combined_agg_func
  j_s_o_n_array_agg j_s_o_n_object_agg j_s_o_n_b_object_agg anonymous_agg_func combined_parameterized_agg`;

const words = (text: string, gives: AggregateGives): [string, AggregateGives][] =>
  text.split(/\s+/).map((word) => [word, gives]);

const GIVES: ReadonlyMap<string, AggregateGives> = new Map([
  ...words(COUNT, 'count'),
  ...words(MEASURE, 'measure'),
  ...words(VALUE, 'value'),
]);

/** Whether a function of that name makes one value out of many rows. */
export function isAggregateName(name: string): boolean {
  return GIVES.has(name.toLowerCase());
}

/** By the aggregate's name; one that is not known gives a value: the careful answer. */
export function aggregateGives(name: string): AggregateGives {
  return GIVES.get(name.toLowerCase()) ?? 'value';
}
