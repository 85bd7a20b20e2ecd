/** The entries of a made dbt project: pure functions from a number to one node, always the same for the same number. */
const PROJECT = 'bazaar';
const TYPES = ['bigint', 'varchar(255)', 'numeric(18,2)', 'timestamp', 'boolean', 'date'];
const WORDS = ['order', 'customer', 'payment', 'stall', 'shipment', 'refund', 'invoice', 'visit', 'voucher', 'courier'];
const TESTS = ['not_null', 'unique', 'accepted_values', 'relationships'];
const SOURCE_EVERY = 10;
/** A small hash: spreads consecutive numbers evenly over 0…limit-1, without a seed or a clock. */
const spread = (number, limit) => (Math.imul(number ^ (number >>> 15), 0x2c1b3c6d) >>> 8) % limit;

const word = (number) => WORDS[spread(number, WORDS.length)];
const layerOf = (model, models) => (model < models * 0.4 ? 'staging' : model < models * 0.7 ? 'intermediate' : 'marts');
const PREFIXES = { staging: 'stg', intermediate: 'int', marts: 'fct' };

const modelName = (model, models) => `${PREFIXES[layerOf(model, models)]}_${word(model)}_${model}`;
const sourceName = (source) => `raw_${word(source)}_${source}`;

export const sourceCount = (models) => Math.max(1, Math.ceil(models / SOURCE_EVERY));
export const modelId = (model, models) => `model.${PROJECT}.${modelName(model, models)}`;
export const sourceId = (source) => `source.${PROJECT}.raw.${sourceName(source)}`;
export const testId = (test, models, columns) => {
  const { kind, model, column } = testOf(test, models, columns);
  return `test.${PROJECT}.${kind}_${modelName(model, models)}_c${column}.${(test + 0x1000000000).toString(16).slice(-10)}`;
};

/** Staging reads a source; every later model reads one to three models before it. */
export function parentsOf(model, models) {
  if (layerOf(model, models) === 'staging' || model === 0) return [sourceId(spread(model, sourceCount(models)))];
  const count = 1 + spread(model * 7, 3);
  const parents = Array.from({ length: count }, (_, index) => spread(model * 31 + index * 17, model));
  return [...new Set(parents)].map((parent) => modelId(parent, models));
}

function testOf(test, models, columns) {
  return { kind: TESTS[spread(test, TESTS.length)], model: test % models, column: Math.floor(test / models) % columns };
}

export const testParents = (test, models, columns) => [modelId(testOf(test, models, columns).model, models)];

function column(index) {
  const name = index === 0 ? 'id' : `c${index}`;
  return [
    name,
    {
      name,
      description: `The ${word(index)}'s ${name}, as the upstream system reports it.`,
      meta: {},
      data_type: TYPES[index % TYPES.length],
      constraints: [],
      quote: null,
      config: { meta: {}, tags: [] },
      tags: index % 5 === 0 ? ['pii'] : [],
      granularity: null,
      doc_blocks: [],
    },
  ];
}

const config = (materialized) => ({
  enabled: true,
  alias: null,
  schema: null,
  database: null,
  tags: ['nightly'],
  meta: { owner: 'data-platform', tier: 2 },
  group: null,
  materialized,
  incremental_strategy: null,
  persist_docs: {},
  'post-hook': [],
  'pre-hook': [],
  quoting: {},
  column_types: {},
  full_refresh: null,
  unique_key: null,
  on_schema_change: 'ignore',
  grants: {},
  packages: [],
  docs: { show: true, node_color: null },
  contract: { enforced: false, alias_types: true },
  access: 'protected',
});

function compiledCode(model, models, columns) {
  const select = Array.from({ length: columns }, (_, index) => `    coalesce(source.c${index}, 0) as c${index}`).join(
    ',\n',
  );
  const from = parentsOf(model, models).map(
    (parent, index) => `parent_${index} as (\n  select * from "shop"."main"."${parent.split('.').at(-1)}"\n)`,
  );
  return `with ${from.join(',\n')}\nselect\n${select}\nfrom parent_0 as source\nwhere source.updated_at > '2026-01-01'\n`;
}

/** A model with its columns, as dbt 1.11 writes it. */
export function modelNode(model, models, columns) {
  const name = modelName(model, models);
  const layer = layerOf(model, models);
  const path = `${layer}/${word(model)}/${name}.sql`;
  return {
    database: 'shop',
    schema: 'main',
    name,
    resource_type: 'model',
    package_name: PROJECT,
    path,
    original_file_path: `models/${path}`,
    unique_id: modelId(model, models),
    fqn: [PROJECT, layer, word(model), name],
    alias: name,
    checksum: { name: 'sha256', checksum: spread(model, 0xffffff).toString(16).padStart(64, '0') },
    config: config(layer === 'staging' ? 'view' : 'table'),
    tags: ['nightly'],
    description: `One row per ${word(model)}; built from ${parentsOf(model, models).length} upstream relations.`,
    columns: Object.fromEntries(Array.from({ length: columns }, (_, index) => column(index))),
    meta: { owner: 'data-platform', tier: 2 },
    group: null,
    ...compiledParts(model, models, columns, path),
    patch_path: `${PROJECT}://models/${layer}/schema.yml`,
    unrendered_config: {},
    created_at: 1764000000,
    relation_name: `"shop"."main"."${name}"`,
    ...UNVERSIONED,
  };
}

const UNVERSIONED = {
  docs: { show: true, node_color: null },
  build_path: null,
  language: 'sql',
  contract: { enforced: false, alias_types: true, checksum: null },
  access: 'protected',
  constraints: [],
  version: null,
  latest_version: null,
  deprecation_date: null,
  primary_key: ['id'],
  time_spine: null,
};

function compiledParts(model, models, columns, path) {
  const code = compiledCode(model, models, columns);
  const parents = parentsOf(model, models);
  return {
    raw_code: code.replaceAll('"shop"."main".', ''),
    refs: parents.map((parent) => ({ name: parent.split('.').at(-1), package: null, version: null })),
    sources: [],
    metrics: [],
    depends_on: { macros: [], nodes: parents },
    compiled_path: `target/compiled/${path}`,
    compiled: true,
    compiled_code: code,
    extra_ctes_injected: true,
    extra_ctes: [],
  };
}

export function sourceNode(source, columns) {
  const name = sourceName(source);
  return {
    database: 'shop',
    schema: 'raw',
    name,
    resource_type: 'source',
    package_name: PROJECT,
    path: 'models/sources.yml',
    original_file_path: 'models/sources.yml',
    unique_id: sourceId(source),
    fqn: [PROJECT, 'raw', name],
    source_name: 'raw',
    source_description: 'As it arrives.',
    loader: 'airbyte',
    identifier: name,
    quoting: { database: null, schema: null, identifier: null, column: null },
    loaded_at_field: null,
    freshness: { warn_after: { count: 12, period: 'hour' }, error_after: { count: null, period: null }, filter: null },
    external: null,
    description: `Raw ${word(source)} events.`,
    columns: Object.fromEntries(Array.from({ length: columns }, (_, index) => column(index))),
    meta: {},
    source_meta: {},
    tags: [],
    config: { enabled: true },
    patch_path: null,
    unrendered_config: {},
    relation_name: `"shop"."raw"."${name}"`,
    created_at: 1764000000,
  };
}

const testConfig = (test) => ({
  ...config('test'),
  severity: test % 9 === 0 ? 'warn' : 'ERROR',
  where: null,
  limit: null,
  fail_calc: 'count(*)',
  warn_if: '!= 0',
  error_if: '!= 0',
  store_failures: null,
});

export function testNode(test, models, columns) {
  const { kind, model, column: index } = testOf(test, models, columns);
  const column = index === 0 ? 'id' : `c${index}`;
  const name = testId(test, models, columns).split('.')[2];
  return {
    test_metadata: {
      name: kind,
      kwargs: { column_name: column, model: `{{ get_where_subquery(ref('${modelName(model, models)}')) }}` },
      namespace: null,
    },
    database: 'shop',
    schema: 'main_dbt_test__audit',
    name,
    resource_type: 'test',
    package_name: PROJECT,
    path: `${name}.sql`,
    original_file_path: 'models/schema.yml',
    unique_id: testId(test, models, columns),
    fqn: [PROJECT, name],
    alias: name,
    checksum: { name: 'none', checksum: '' },
    config: testConfig(test),
    tags: [],
    description: '',
    columns: {},
    meta: {},
    relation_name: null,
    raw_code: `{{ test_${kind}(**_dbt_generic_test_kwargs) }}`,
    language: 'sql',
    refs: [{ name: modelName(model, models), package: null, version: null }],
    depends_on: { macros: [`macro.dbt.test_${kind}`], nodes: testParents(test, models, columns) },
    compiled: true,
    compiled_code: `select ${column} from "shop"."main"."${modelName(model, models)}" where ${column} is null`,
    column_name: column,
    file_key_name: `models.${modelName(model, models)}`,
    attached_node: modelId(model, models),
  };
}

export const macro = (number) => ({
  name: `macro_${number}`,
  resource_type: 'macro',
  package_name: 'dbt',
  unique_id: `macro.dbt.macro_${number}`,
  macro_sql:
    '{% macro x(relation, columns) %}\n  select {{ columns | join(", ") }} from {{ relation }} -- "quoted" \\ and {braces}\n{% endmacro %}'.repeat(
      20,
    ),
  depends_on: { macros: [] },
  arguments: [],
});
