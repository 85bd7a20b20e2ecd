import { givenApp, type GivenApp } from './given/app';
import { givenLineage, givenTable, settled } from './given/policies';
import { SqlLineageService } from '../src/ingestion/sql-lineage/sql-lineage.service';

const NAMESPACE = 'postgres://db.test:5432';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());

interface Model {
  readonly columns: Readonly<Record<string, string>>;
  readonly sql: string;
  readonly from: readonly string[];
}

/** A manifest of a project `shop` with a source `raw.users` and some models. */
function manifest(models: Readonly<Record<string, Model>>): string {
  const relation = (schema: string, name: string) => ({
    database: 'db',
    schema,
    name,
    relation_name: `"db"."${schema}"."${name}"`,
  });
  const columns = (types: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { name, data_type: type }]));
  const nodes = Object.entries(models).map(([name, { columns: types, sql, from }]) => [
    `model.shop.${name}`,
    {
      ...relation('mart', name),
      ...{ resource_type: 'model', package_name: 'shop', alias: name, config: { materialized: 'table' } },
      ...{
        original_file_path: `models/${name}.sql`,
        compiled_code: sql,
        columns: columns(types),
        depends_on: { nodes: from },
      },
    },
  ]);
  const users = {
    ...relation('raw', 'users'),
    resource_type: 'source',
    package_name: 'shop',
    source_name: 'raw',
    identifier: 'users',
  };
  return JSON.stringify({
    metadata: {
      dbt_schema_version: 'https://schemas.getdbt.com/dbt/manifest/v12.json',
      generated_at: '2026-11-01T00:00:00Z',
      ...{ project_name: 'shop', adapter_type: 'postgres' },
    },
    nodes: Object.fromEntries(nodes),
    sources: { 'source.shop.raw.users': { ...users, columns: columns({ id: 'int', phone: 'text' }) } },
  });
}

const FACTS: Model = {
  columns: { id: 'int', total: 'int' },
  sql: 'select id, 1 as total from "db"."raw"."users"',
  from: ['source.shop.raw.users'],
};

async function send(path: 'gate' | 'ingest', text: string): Promise<Record<string, never>> {
  const response = await fetch(`${given.url}/api/v1/${path}/dbt?namespace=${encodeURIComponent(NAMESPACE)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${given.adminToken}`, 'content-type': 'application/json' },
    body: text,
  });
  return (await response.json()) as Record<string, never>;
}

interface Report {
  readonly passed: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly level: string;
    readonly code: string;
    readonly message: string;
    readonly column: string | null;
    readonly file: string | null;
    readonly path: readonly string[];
    readonly consumers: readonly object[];
  }[];
}
const gate = async (models: Readonly<Record<string, Model>>): Promise<Report> =>
  (await send('gate', manifest(models))) as unknown as Report;

async function everything(): Promise<unknown> {
  const tables = [
    'asset',
    'asset_column',
    'assertion',
    'column_edge',
    'violation',
    'change_log',
    'audit_entry',
    'delivery',
  ];
  return Promise.all(
    tables.map((table) => given.db.query(`select count(*)::int as count, '${table}' as name from ${table}`)),
  );
}

it('says what a pull request would mean, by the columns that data takes, and keeps nothing of it', async () => {
  await send('ingest', manifest({ facts: FACTS }));
  await given.app.get(SqlLineageService).drain();
  const users = await assetId('db.raw.users');
  await given.query('mutation ($input: ClassifyInput!) { classify(input: $input) { id } }', {
    input: { assetId: users, column: 'phone', categories: ['PII'] },
  });
  const board = await givenTable(given, 'bi.ops', { type: 'DASHBOARD', owner: 'bi-team' });
  await givenLineage(given, board, { [await assetId('db.mart.facts')]: ['total → total'] });
  const other = await givenTable(given, 'bi.all', { type: 'DASHBOARD' });
  await givenLineage(given, other, { [await assetId('db.mart.facts')]: [] });
  await settled(given);
  const before = await everything();

  const good = await gate({ facts: FACTS });
  expect(good).toMatchObject({ passed: true, findings: [] });

  const bad = await gate({
    facts: {
      ...FACTS,
      columns: { id: 'int', customer_phone: 'text' },
      sql: 'select id, phone as customer_phone from "db"."raw"."users"',
    },
  });
  expect(bad.passed).toBe(false);
  expect(bad.counts).toMatchObject({ modelsChanged: 1, columnsAdded: 1, columnsRemoved: 1, columnsClassified: 1 });
  expect(bad.findings.find(({ code }) => code === 'COLUMN_REMOVED')).toMatchObject({
    level: 'error',
    message: 'Column total of db.mart.facts goes, it is read by bi.ops',
    file: 'models/facts.sql',
    consumers: [{ name: 'bi.ops', owner: 'bi-team' }],
  });
  expect(bad.findings.find(({ code }) => code === 'COLUMN_CLASSIFIED')?.message).toBe(
    'Column customer_phone of db.mart.facts becomes PII',
  );
  expect(bad.findings.find(({ code }) => code === 'REACHES_UNMASKED')).toMatchObject({
    level: 'error',
    path: ['db.raw.users.phone', 'db.mart.facts.customer_phone', 'bi.all'],
  });

  const gone = await gate({});
  expect(gone.counts).toMatchObject({ modelsRemoved: 1 });
  expect(gone.findings.map(({ code }) => code)).toContain('MODEL_REMOVED');
  expect(await everything()).toEqual(before);
});

it('names what it cannot understand', async () => {
  expect(await send('gate', '{ "metadata": 1')).toMatchObject({ error: { code: 'INVALID' } });
});

async function assetId(name: string): Promise<string> {
  const { data } = await given.query<{ assetByName: { id: string } | null }>(
    'query ($namespace: String!, $name: String!) { assetByName(namespace: $namespace, name: $name) { id } }',
    { namespace: NAMESPACE, name },
  );
  return data?.assetByName?.id ?? `no ${name}`;
}
