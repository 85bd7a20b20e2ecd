import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { CONNECTORS } from '../src/ingestion/connectors';
import { applyPatch, type PatchCounts } from '../src/ingestion/upsert';
import { givenDatabase, type GivenDatabase } from './given/database';
import { emptyCatalog } from './given/empty';
import { shown, shownStatus } from './given/shown';

jest.setTimeout(300_000);

let world: GivenDatabase;

beforeAll(async () => {
  world = await givenDatabase();
});
afterAll(() => world.drop());
beforeEach(() => emptyCatalog(world.db));

const fixture = (name: string): string =>
  readFileSync(join(__dirname, '../src/ingestion/connectors/dbt-outbox/fixtures', name), 'utf8');

/** What a real `dbt build` left in its outbox, and the artifacts of the same invocation, made while it ran. */
const ROWS = fixture('rows.ndjson').trimEnd().split('\n');
const ARTIFACTS = { manifest: fixture('manifest.json'), run_results: fixture('run-results.json') };
const PARAMETERS = { namespace: 'postgres://db.internal:5432' };
const FCT = 'model.night_market.fct_orders';

/** Takes in what one delivery says, as the service does; the sum of what its patches did. */
async function deliver(connector: string, parts: Readonly<Record<string, string>>): Promise<PatchCounts[]> {
  const named = Object.entries(parts).map(([name, text]) => {
    async function* open(): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from(text));
    }
    return [name, { name, open }] as const;
  });
  const input = { parts: new Map(named), parameters: PARAMETERS, receivedAt: new Date() };
  const counts: PatchCounts[] = [];
  await world.db.transaction(async (tx) => {
    for await (const patch of CONNECTORS.get(connector)?.read(input) ?? []) {
      const outcome = await applyPatch(tx, patch, { deliveryId: null, actor: 'system', allowLargeClose: true });
      counts.push(outcome.counts);
    }
  });
  return counts;
}

const drain = (rows: readonly string[]): Promise<PatchCounts[]> => deliver('dbt-outbox', { rows: rows.join('\n') });

interface Payload {
  run: { started_at: string };
  node?: Record<string, unknown>;
}

/** The same rows as a later or earlier invocation writes them, with its own words on the model of that id. */
function invocation(
  day: number,
  rows: readonly string[] = ROWS,
  words: Record<string, unknown> = {},
  id = FCT,
): string[] {
  return rows.map((text) => {
    const row = JSON.parse(text) as { unique_id: string; payload: string };
    const payload = JSON.parse(row.payload) as Payload;
    payload.run.started_at = `2026-11-${String(day).padStart(2, '0')}T00:00:00Z`;
    if (payload.node && row.unique_id === id) Object.assign(payload.node, words);
    return JSON.stringify({ ...row, invocation_id: `day ${String(day)}`, payload: JSON.stringify(payload) });
  });
}

const rowsOf = (...ids: string[]): string[] =>
  ROWS.filter((row) => ids.some((id) => row.includes(`"unique_id": "${id}"`)));

const manifestOf = (day: number, ...without: string[]): string => {
  const manifest = JSON.parse(ARTIFACTS.manifest.replaceAll('NaN', 'null')) as {
    metadata: { generated_at: string };
    nodes: Record<string, unknown>;
    exposures: Record<string, unknown>;
  };
  manifest.metadata.generated_at = `2026-11-${String(day).padStart(2, '0')}T00:00:00Z`;
  manifest.exposures = {};
  for (const id of without) Reflect.deleteProperty(manifest.nodes, id);
  return JSON.stringify(manifest);
};

const descriptionOf = async (name: string): Promise<unknown> => {
  const [row] = await world.db.query<{ description: string }[]>(
    'select description from asset where display_name = $1',
    [name],
  );
  return row?.description;
};

it('makes one asset of a resource that hook and artifacts describe, with both as its sources', async () => {
  await drain(ROWS);
  const before = await shown(world.db);
  await deliver('dbt', ARTIFACTS);
  const rows = await world.db.query<{ key: string; assets: number; kinds: string[] }[]>(
    `select key, count(distinct asset_id)::int as assets, array_agg(source.kind order by source.kind) as kinds
       from assertion join source on source.id = source_id where key like 'dbt:%' group by key order by key`,
  );
  expect(rows).toHaveLength(9);
  for (const row of rows) expect(row).toMatchObject({ assets: 1, kinds: ['dbt', 'dbt-hook'] });
  const after = await shown(world.db);
  expect(after['columns']).toEqual(before['columns']);
  expect(after['assets']?.map((asset) => ({ ...(asset as object), properties: null }))).toEqual(
    before['assets']?.map((asset) => ({ ...(asset as object), properties: null })),
  );
  const pairs = (edges: unknown[]): Set<string> =>
    new Set(
      edges.map(
        (edge) => `${(edge as { upstream: string }).upstream} → ${(edge as { downstream: string }).downstream}`,
      ),
    );
  expect(pairs(after['edges'] ?? [])).toEqual(pairs(before['edges'] ?? []));
});

it('shows the same whether the outbox is drained before the artifacts come or after', async () => {
  await drain(ROWS);
  await deliver('dbt', ARTIFACTS);
  const one = await shown(world.db);
  await emptyCatalog(world.db);
  await deliver('dbt', ARTIFACTS);
  await drain(ROWS);
  expect(await shown(world.db)).toEqual(one);
});

it('counts rules and results once, whoever brings them', async () => {
  await drain(ROWS);
  await deliver('dbt', ARTIFACTS);
  await drain(ROWS);
  const [counts] = await world.db.query<object[]>(
    `select count(*)::int as rules, (select count(*)::int from quality_result) as results from quality_rule where retired_at is null`,
  );
  expect(counts).toEqual({ rules: 5, results: 5 });
});

it('writes nothing when the same rows come again, in whatever order', async () => {
  await drain(ROWS);
  const again = await drain([...ROWS, ...ROWS].reverse());
  expect(again.map(({ rowsWritten }) => rowsWritten)).toEqual([0, 0, 0]);
});

it('shows the same for invocations that come late, twice and in pieces as for those in order', async () => {
  const nodes = rowsOf(FCT, 'model.night_market.stg_orders').filter((row) => row.includes('"kind": "node"'));
  const days = [1, 2, 3].map((day) => invocation(day, nodes, { description: `day ${String(day)}` }));
  for (const day of days) await drain(day);
  const inOrder = await shown(world.db);
  expect(await descriptionOf('fct_orders')).toBe('day 3');
  const twice = [...days, ...days].flat();
  const orders = fc.shuffledSubarray([...twice.keys()], { minLength: twice.length });
  await fc.assert(
    fc.asyncProperty(orders, fc.integer({ min: 2, max: 8 }), async (order, size) => {
      await emptyCatalog(world.db);
      const rows = order.map((place) => twice[place] ?? '');
      for (let at = 0; at < rows.length; at += size) await drain(rows.slice(at, at + size));
      expect(await shown(world.db)).toEqual(inOrder);
    }),
    { numRuns: 8 },
  );
});

it('takes the words of the artifacts first, and the columns of whoever saw them last', async () => {
  await deliver('dbt', { manifest: manifestOf(1) });
  await drain(invocation(2, rowsOf(FCT), { description: 'of day 2' }));
  expect(await descriptionOf('fct_orders')).toContain('One row per order');
  const [row] = await world.db.query<{ columns: number }[]>(
    "select column_count as columns from asset where display_name = 'fct_orders'",
  );
  expect(row?.columns).toBe(5);
});

describe('a model that a manifest no longer has', () => {
  beforeEach(async () => {
    await drain(invocation(1));
    await deliver('dbt', { manifest: manifestOf(2) });
    await deliver('dbt', { manifest: manifestOf(4, FCT) });
  });

  it('ends, whatever the post-hook said of it before', async () => {
    expect(await shownStatus(world.db)).toMatchObject({ fct_orders: 'RETIRED', stg_orders: 'ACTIVE' });
  });

  it('is not brought back by rows of before that come late', async () => {
    await drain(invocation(3));
    expect(await shownStatus(world.db)).toMatchObject({ fct_orders: 'RETIRED', stg_orders: 'ACTIVE' });
    const [rules] = await world.db.query<{ standing: number }[]>(
      'select count(*)::int as standing from quality_rule where retired_at is null',
    );
    expect(rules?.standing).toBeLessThan(5);
  });

  it('comes back when it is built later', async () => {
    await drain(invocation(5));
    expect(await shownStatus(world.db)).toMatchObject({ fct_orders: 'ACTIVE' });
  });
});

it('leaves alone what was built after the manifest was made', async () => {
  await drain(invocation(5));
  await deliver('dbt', { manifest: manifestOf(4, FCT) });
  expect(await shownStatus(world.db)).toMatchObject({ fct_orders: 'ACTIVE' });
});

it('keeps parents that nobody describes as stubs, and knows them once they are built', async () => {
  await drain(rowsOf(FCT));
  expect(await shownStatus(world.db)).toMatchObject({ fct_orders: 'ACTIVE', stg_orders: 'STUB' });
  await drain(rowsOf('model.night_market.stg_orders'));
  expect(await shownStatus(world.db)).toMatchObject({ fct_orders: 'ACTIVE', stg_orders: 'ACTIVE' });
});
