// A made-up patch, as a dbt project of any size would give it: models with columns, edges to earlier models and to
// sources, tests with one result each. The same arguments always give the same patch.

const BATCH = 500;
const LAYERS = ['staging', 'intermediate', 'mart'];
const WORDS = [
  'order',
  'customer',
  'payment',
  'shipment',
  'invoice',
  'product',
  'session',
  'refund',
  'courier',
  'menu',
];
const TYPES = ['bigint', 'text', 'timestamp', 'numeric(12,2)', 'boolean'];

const key = (number) => `dbt:bench/model.bench.model_${number}`;
const nameOf = (number) => `${WORDS[number % 10]}_${WORDS[(number * 7) % 10]}_${number}`;

const column = (model, number) => ({
  path: `${WORDS[(model + number) % 10]}_${number === 0 ? 'id' : `field_${number}`}`,
  type: TYPES[number % TYPES.length],
  description: `Column ${number}: what the ${WORDS[number % 10]} was worth when model ${model} was built.`,
});

function model(number, { columns, namespace, edit, columnEdges }) {
  const parents = [Math.floor(number / 2), Math.floor(number / 3), number - 1].filter(
    (parent) => parent < number && parent >= 0,
  );
  const distinct = [...new Set(parents)].slice(0, 2);
  return {
    kind: 'asset',
    key: key(number),
    subject: {
      spelling: { namespace, name: `"analytics"."${LAYERS[number % 3]}"."${nameOf(number)}"`, quoting: 'KNOWN' },
    },
    facts: {
      type: number % 3 === 2 ? 'TABLE' : 'VIEW',
      layer: LAYERS[number % 3],
      owner: `team-${number % 20}`,
      description: `Model ${number} joins ${WORDS[number % 10]} with ${WORDS[(number + 3) % 10]}${edit(number) ? ', edited' : ''}.`,
      tags: [`tag_${number % 8}`],
      properties: { materialization: number % 3 === 2 ? 'table' : 'view', package: 'bench' },
      code: { language: 'sql', text: `select * from model_${number}`.padEnd(800, ' -- and more of it') },
    },
    columns: Array.from({ length: columns }, (_, index) => column(number, index)),
    edges: distinct.map((parent) => ({ upstream: { key: key(parent) } })),
    ...(columnEdges
      ? {
          columnEdges: distinct.flatMap((parent) =>
            Array.from({ length: Math.floor(columns / 2) }, (_, index) => ({
              upstream: { key: key(parent) },
              upstreamColumn: column(parent, index).path,
              downstreamColumn: column(number, index).path,
            })),
          ),
        }
      : {}),
  };
}

const rule = (number, models, columns) => ({
  kind: 'rule',
  key: `dbt:bench/test.bench.test_${number}`,
  subjects: [{ key: key(number % models) }],
  column: column(number % models, number % columns).path,
  name: `not_null_${number}`,
  type: 'not_null',
  severity: 'error',
  parameters: { arguments: { column_name: 'id' } },
});

/** A complete patch; `edit(number)`: whether model `number` reads otherwise than by default. */
export function madePatch({ models, columns, tests, observedAt, edit = (_number) => false, columnEdges = false }) {
  const namespace = 'postgres://bench.internal:5432';
  async function* statements() {
    for (let start = 0; start < models; start += BATCH) {
      const length = Math.min(BATCH, models - start);
      yield Array.from({ length }, (_, index) => model(start + index, { columns, namespace, edit, columnEdges }));
    }
    for (let start = 0; start < tests; start += BATCH) {
      yield Array.from({ length: Math.min(BATCH, tests - start) }, (_, index) => rule(start + index, models, columns));
    }
  }
  return {
    source: { kind: 'dbt', name: 'bench', scope: namespace, label: 'dbt project bench' },
    observedAt,
    isComplete: true,
    statements: statements(),
  };
}
