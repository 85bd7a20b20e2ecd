import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { givenApp, type GivenApp } from './given/app';
import { givenInProcess } from './given/in-process';
import { givenLineage, givenTable, settled } from './given/policies';
import { randomShop, shopManifest, type Model } from './given/shop-manifest';
import type { GateReport } from '../src/ingestion/domain/gate';
import { gateOffline } from '../src/ingestion/gate/gate-offline';
import { SqlLineageService } from '../src/ingestion/sql-lineage/sql-lineage.service';

const NAMESPACE = 'postgres://db.test:5432';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());

const FACTS: Model = {
  columns: { id: 'int', total: 'int' },
  sql: 'select id, 1 as total from "db"."raw"."users"',
  from: ['source.shop.raw.users'],
};

async function send(
  path: 'gate' | 'ingest',
  text: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Record<string, never>> {
  const response = await fetch(
    `${given.url}/api/v1/${path}/dbt?${new URLSearchParams({ namespace: NAMESPACE, ...more }).toString()}`,
    {
      method: 'POST',
      headers: { authorization: `Bearer ${given.adminToken}`, 'content-type': 'application/json' },
      body: text,
    },
  );
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
  (await send('gate', shopManifest(models))) as unknown as Report;

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
  await send('ingest', shopManifest({ facts: FACTS }));
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
    message: 'Column total of db.mart.facts goes, it is read by bi.ops (bi-team)',
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

it('names what breaks a contract, with who reads it, and once', async () => {
  const promised: Model = {
    columns: { id: 'int', total: 'int', note: 'text' },
    sql: 'select id, 1 as total, email as note from "db"."raw"."users"',
    from: ['source.shop.raw.users'],
    ...{ isContractEnforced: true, required: ['id', 'note'] },
  };
  await send('ingest', shopManifest({ facts: promised }), { allowLargeClose: 'true' });
  await given.app.get(SqlLineageService).drain();
  const told = async (model: Model | null): Promise<string[]> => {
    const { findings } = await gate(model === null ? {} : { facts: model });
    return findings
      .filter(({ level }) => level !== 'note')
      .map(({ level, code, message }) => `${level} ${code} ${message}`);
  };
  expect(await told(promised)).toEqual([]);
  expect(await told({ ...promised, columns: { ...promised.columns, extra: 'int' } })).toEqual([]);
  const { total: _, ...rest } = promised.columns;
  expect(await told({ ...promised, columns: { ...rest, id: 'bigint' }, required: ['id'] })).toEqual([
    'error CONTRACT_TYPE_CHANGED Column id of db.mart.facts becomes bigint, but its contract promises int',
    'error CONTRACT_NULLABLE Column note of db.mart.facts may be empty, but its contract says it never is',
    'error CONTRACT_COLUMN_REMOVED Column total of db.mart.facts goes, but its contract promises it; it is read by bi.ops (bi-team)',
  ]);
  expect(await told({ ...promised, isContractEnforced: false })).toEqual([
    'error CONTRACT_DROPPED The contract of db.mart.facts is no longer enforced; it is read by bi.all, bi.ops (bi-team)',
  ]);
  expect(await told(null)).toEqual([
    'error CONTRACT_DROPPED db.mart.facts goes, and its contract with it; it is read by bi.all, bi.ops (bi-team)',
  ]);
  await send('ingest', shopManifest({ facts: FACTS }), { allowLargeClose: 'true' });
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

/** Answers a snapshot of what a token may see. */
async function snapshot(token = given.adminToken): Promise<string> {
  const response = await fetch(`${given.url}/api/v1/export/gate-snapshot`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return response.text();
}

const offline = (engine: PGlite, text: string, manifest: string): Promise<GateReport> =>
  gateOffline({
    engine,
    snapshot: Readable.from([gzipSync(text)]),
    manifest: Readable.from([Buffer.from(manifest)]),
    parameters: { namespace: NAMESPACE },
  });

/** Without what no two runs have in common. */
const told = (report: GateReport): object => ({ ...report, durationMs: 0, phases: {} });

describe('offline', () => {
  let engine: PGlite;
  beforeAll(async () => {
    await given.db.query('update namespace set is_encrypted = false');
    engine = await givenInProcess();
  }, 120_000);
  afterAll(() => engine.close());

  it('answers from a snapshot what it answers from the catalog, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(randomShop, randomShop, fc.boolean(), async (today, tomorrow, isWaived) => {
        await send('ingest', today, { allowLargeClose: 'true' });
        await given.app.get(SqlLineageService).drain();
        if (isWaived) await givenWaiver();
        await givenReader();
        await settled(given);
        const online = (await send('gate', tomorrow)) as unknown as GateReport;
        expect(online.project).toBe('shop');
        expect(told(await offline(engine, await snapshot(), tomorrow))).toEqual(told(online));
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  it('refuses what is no snapshot, is cut off, or comes from another version', async () => {
    const whole = await snapshot();
    const [head = '', ...rest] = whole.split('\n');
    const other = [JSON.stringify({ ...(JSON.parse(head) as object), newest: '1999999999999-later' }), ...rest];
    const shop = shopManifest({ facts: FACTS });
    await expect(offline(engine, 'hello\n', shop)).rejects.toThrow('cannot be read: export it again');
    await expect(offline(engine, '{}\n', shop)).rejects.toThrow('is no gate snapshot');
    await expect(offline(engine, whole.slice(0, -30), shop)).rejects.toThrow('ends before its last line');
    await expect(offline(engine, other.join('\n'), shop)).rejects.toThrow('is of a newer Tributary');
  });

  it('leaves out of a snapshot what its reader does not see, and people', async () => {
    const secret = await givenTable(given, 'db.raw.bonus', { owner: 'board' });
    const { errors } = await given.query(
      'mutation ($id: ID!) { restrict(input: { assetId: $id, reason: "Only the board may know of it" }) { id } }',
      { id: secret },
    );
    expect(errors).toBeUndefined();
    expect(await snapshot()).toContain('db.raw.bonus');
    const seen = await snapshot(await viewerToken());
    expect(seen).toContain('db.raw.users');
    expect(seen).not.toContain('db.raw.bonus');
    expect(seen).not.toMatch(/"table":"(person|api_token|session|webhook|audit_entry)"/);
  });
});

async function viewerToken(): Promise<string> {
  const { data } = await given.query<{ createApiToken: { secret: string } }>(
    'mutation { createApiToken(input: { name: "snapshot", role: VIEWER }) { secret } }',
  );
  return data?.createApiToken.secret ?? 'none';
}

/** Leave to carry PII in the marts for a month. */
async function givenWaiver(): Promise<void> {
  await given.db.query(
    `insert into waiver (policy, asset_id, reason, content_hash, status, requested_by, expires_at, decided_by, decided_at)
     select 'de-pii', id, 'Fixed by the end of the month', '', 'APPROVED', 'person:one', now() + interval '30 days', 'person:two', now()
       from asset where name like 'db.mart.m%' limit 1`,
  );
}

/** A dashboard that shows a model's phone numbers, if there is such a model. */
async function givenReader(): Promise<void> {
  const model = await assetId('db.mart.m1');
  if (model.startsWith('no ')) return;
  const board = await givenTable(given, 'bi.shop', { type: 'DASHBOARD', owner: 'bi-team' });
  await givenLineage(given, board, { [model]: ['phone → phone', 'id → id'] });
}
