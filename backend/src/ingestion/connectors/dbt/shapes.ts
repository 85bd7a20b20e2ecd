/**
 * The parts of dbt's artifacts that the catalog reads, as dbt writes them; the rest is ignored.
 *
 * One shape serves manifest v1 to v12 and whatever follows by shape: fields that came, went or moved are optional, and
 * null means absent. Source: https://schemas.getdbt.com/dbt/manifest/v12.json and its forerunners.
 */
import { z } from 'zod';

const text = z.string().nullish();
const flag = z.boolean().nullish();
const anything = z.record(z.string(), z.unknown()).nullish();
const texts = z.array(z.string()).nullish();
/** dbt lets one stand for a list of one. */
const oneOrMany = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()).nullish());
const textOrNumber = z.union([z.string(), z.number()]).nullish();

const Constraint = z.object({
  type: text,
  name: text,
  expression: text,
  columns: texts,
  to: text,
  to_columns: texts,
});
export type Constraint = z.infer<typeof Constraint>;

export const Column = z.object({
  name: text,
  description: text,
  data_type: text,
  tags: oneOrMany,
  meta: anything,
  constraints: z.array(Constraint).nullish(),
  config: z.object({ tags: oneOrMany, meta: anything }).nullish(),
});
export type Column = z.infer<typeof Column>;

const Quoting = z.object({ database: flag, schema: flag, identifier: flag }).nullish();
const Threshold = z.object({ count: z.number().nullish(), period: text }).nullish();
const Freshness = z.object({ warn_after: Threshold, error_after: Threshold, filter: text }).nullish();
export type Freshness = z.infer<typeof Freshness>;

const Config = z.object({
  materialized: text,
  tags: oneOrMany,
  meta: anything,
  group: text,
  access: text,
  contract: z.object({ enforced: flag }).nullish(),
  quoting: Quoting,
  incremental_strategy: text,
  unique_key: oneOrMany,
  strategy: text,
  updated_at: text,
  check_cols: oneOrMany,
  hard_deletes: text,
  invalidate_hard_deletes: flag,
  snapshot_meta_column_names: anything,
  freshness: Freshness,
  loaded_at_field: text,
  severity: text,
  where: text,
  limit: z.number().nullish(),
  warn_if: text,
  error_if: text,
  fail_calc: text,
  store_failures: flag,
});

const DependsOn = z.object({ nodes: z.array(z.string().nullable()).nullish() });

/** An object that may be missing, read as one that says nothing. */
const orEmpty = <S extends z.ZodObject>(shape: S): z.ZodType<Partial<z.infer<S>>> =>
  shape.nullish().transform((value): Partial<z.infer<S>> => value ?? {});

/** What every resource has, whatever its type. */
const common = {
  name: z.string(),
  package_name: text,
  original_file_path: text,
  path: text,
  fqn: texts,
  description: text,
  label: text,
  tags: oneOrMany,
  meta: anything,
  group: text,
  config: orEmpty(Config),
  depends_on: orEmpty(DependsOn),
};

/** Zod's records drop the key `__proto__`; a column may be called so (its own `name` says it again). */
function withoutTrapdoor(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, '__proto__')) return value;
  const column: unknown = Object.getOwnPropertyDescriptor(value, '__proto__')?.value;
  Reflect.deleteProperty(value, '__proto__');
  return Object.assign(value, { '(__proto__)': column });
}

/** A model, seed, snapshot, source, analysis, function or test. */
export const Node = z.object({
  ...common,
  resource_type: text,
  database: text,
  schema: text,
  alias: text,
  identifier: text,
  relation_name: text,
  quoting: Quoting,
  columns: z.preprocess(withoutTrapdoor, z.record(z.string(), Column.nullable()).nullish()),
  constraints: z.array(Constraint).nullish(),
  primary_key: texts,
  contract: z.object({ enforced: flag }).nullish(),
  access: text,
  version: textOrNumber,
  latest_version: textOrNumber,
  deprecation_date: text,
  language: text,
  compiled_code: text,
  compiled_sql: text,
  docs: orEmpty(z.object({ show: flag })),
  classifiers: texts,
  source_name: text,
  source_description: text,
  source_meta: anything,
  loader: text,
  loaded_at_field: text,
  freshness: Freshness,
  external: orEmpty(z.object({ location: text, file_format: text })),
  column_name: text,
  attached_node: text,
  tested_node_unique_id: text,
  test_metadata: orEmpty(z.object({ name: text, namespace: text, kwargs: anything })),
  returns: orEmpty(z.object({ data_type: text })),
});
export type Node = z.infer<typeof Node>;

export const Exposure = z.object({
  ...common,
  type: text,
  url: text,
  maturity: text,
  owner: orEmpty(z.object({ name: text, email: oneOrMany })),
});
export type Exposure = z.infer<typeof Exposure>;

/** v4–v6 said `type` and `sql`, v7–v9 `calculation_method` and `expression`, later ones `type_params`. */
export const Metric = z.object({
  ...common,
  type: text,
  calculation_method: text,
  sql: text,
  expression: text,
  timestamp: text,
  time_grains: texts,
  dimensions: texts,
  time_granularity: text,
  type_params: anything,
  filter: z.unknown().optional(),
  filters: z.unknown().optional(),
});
export type Metric = z.infer<typeof Metric>;

const Member = z.object({ name: text, type: text, agg: text, expr: text, description: text });
export type Member = z.infer<typeof Member>;

export const SemanticModel = z.object({
  ...common,
  model: text,
  entities: z.array(Member).nullish(),
  measures: z.array(Member).nullish(),
  dimensions: z.array(Member).nullish(),
  primary_entity: text,
  node_relation: z.object({ relation_name: text }).nullish(),
});
export type SemanticModel = z.infer<typeof SemanticModel>;

const Export = z.object({
  name: z.string(),
  config: z.object({ export_as: text, schema_name: text, alias: text, database: text }).nullish(),
});
export type Export = z.infer<typeof Export>;

export const SavedQuery = z.object({
  ...common,
  query_params: anything,
  exports: z.array(Export).nullish(),
});
export type SavedQuery = z.infer<typeof SavedQuery>;

/** A resource of any type, as far as facts about it are alike. */
export type Resource = z.infer<typeof Resource>;
export const Resource = z.object(common);

export const Group = z.object({ owner: orEmpty(z.object({ name: text, email: oneOrMany })) });

export const Metadata = z.object({
  dbt_schema_version: text,
  dbt_version: text,
  generated_at: text,
  invocation_id: text,
  project_name: text,
  project_id: text,
  adapter_type: text,
  quoting: Quoting,
});
export type Metadata = z.infer<typeof Metadata>;

/** A relation as the warehouse described it for `dbt docs generate`. */
export const CatalogTable = z.object({
  metadata: orEmpty(z.object({ type: text, comment: text, owner: text })),
  columns: z
    .record(z.string(), z.object({ name: text, type: text, index: z.number().nullish(), comment: text }).nullable())
    .nullish(),
  stats: z.record(z.string(), z.object({ value: z.unknown().optional() }).nullable()).nullish(),
});
export type CatalogTable = z.infer<typeof CatalogTable>;

const Timing = z.object({ name: text, started_at: text, completed_at: text });

export const RunResult = z.object({
  unique_id: z.string(),
  status: text,
  message: z.union([z.string(), z.number()]).nullish(),
  failures: z.number().nullish(),
  execution_time: z.number().nullish(),
  timing: z.array(Timing).nullish(),
  adapter_response: orEmpty(z.object({ rows_affected: z.number().nullish() })),
});
export type RunResult = z.infer<typeof RunResult>;

export const SourceFreshness = z.object({
  unique_id: z.string(),
  status: text,
  error: z.unknown().optional(),
  max_loaded_at: text,
  snapshotted_at: text,
  max_loaded_at_time_ago_in_s: z.number().nullish(),
  execution_time: z.number().nullish(),
});
export type SourceFreshness = z.infer<typeof SourceFreshness>;
