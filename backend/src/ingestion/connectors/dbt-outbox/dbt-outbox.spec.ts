import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { MetadataPatch, Statement } from '../../metadata-patch';
import { reading as readArtifacts } from '../dbt/dbt.fixture';
import { dbtOutboxConnector } from './index';

const PARAMETERS = { namespace: 'postgres://db.internal:5432' };
const fixture = (name: string): string => readFileSync(join(__dirname, 'fixtures', name), 'utf8');
/** What a real `dbt build` left in its outbox, and the artifacts of the same invocation. */
const ROWS = fixture('rows.ndjson');

interface Reading {
  readonly source: MetadataPatch['source'];
  readonly observedAt: Date;
  readonly statements: readonly Statement[];
}

async function reading(rows: string | Buffer, parameters: Record<string, string> = PARAMETERS): Promise<Reading[]> {
  const bytes = Buffer.from(rows);
  async function* open(): AsyncGenerator<Buffer> {
    // Pieces that end in the middle of lines and letters.
    for (let at = 0; at < bytes.length; at += 1_000) yield await Promise.resolve(bytes.subarray(at, at + 1_000));
  }
  const read: Reading[] = [];
  const input = { parts: new Map([['rows', { name: 'rows', open }]]), parameters, receivedAt: new Date() };
  for await (const { source, observedAt, statements } of dbtOutboxConnector.read(input)) {
    const all: Statement[] = [];
    for await (const batch of statements) all.push(...batch);
    read.push({ source, observedAt, statements: all });
  }
  return read;
}

const assetsOf = (statements: readonly Statement[]): Extract<Statement, { kind: 'asset' }>[] =>
  statements.filter((statement) => statement.kind === 'asset');

/** Edges by their number, since the two name parents each in its way; without what only one of the two can know. */
function comparable({ edges, facts, ...asset }: ReturnType<typeof assetsOf>[number]): object {
  const { code, properties, ...others } = facts;
  const isEphemeral = facts.type === 'EPHEMERAL'; // compiled with its children, after the graph that the end of a run sees
  return {
    ...asset,
    ...others,
    columns: null,
    code: isEphemeral ? null : code,
    edges: edges?.length,
    properties: { ...properties, checksum: null },
  };
}

const notesOf = (all: readonly Reading[]): unknown[] =>
  all
    .flatMap(({ statements }) => statements)
    .flatMap((one) => (one.kind === 'note' ? [[one.outcome, one.key, one.reason]] : []));

/** A row about a model, with whatever differs from the usual one. */
function givenRow(facts: Record<string, unknown> = {}, rest: Record<string, unknown> = {}): string {
  const node = {
    name: 'orders',
    database: 'db',
    schema: 'shop',
    alias: 'orders',
    relation_name: '"db"."shop"."orders"',
  };
  const payload = { v: 1, run: { started_at: '2026-11-20T08:00:00Z', adapter: 'postgres' }, node, ...facts };
  return JSON.stringify({
    project: 'shop',
    invocation_id: 'i1',
    unique_id: 'model.shop.orders',
    kind: 'node',
    payload: JSON.stringify(payload),
    ...rest,
  });
}

describe('rows of a real outbox', () => {
  it('speak as the post-hook, and of rules and runs as the artifacts do', async () => {
    const patches = await reading(ROWS);
    expect(
      patches.map(({ source, statements }) => [source.kind, source.name, source.scope, statements.length]),
    ).toEqual([
      ['dbt-hook', 'night_market', 'postgres://db.internal:5432', 9],
      ['dbt', 'night_market', 'postgres://db.internal:5432', 5],
      ['dbt-run', 'night_market', 'postgres://db.internal:5432', 12],
    ]);
    expect(new Set(patches.map(({ observedAt }) => observedAt.toISOString()))).toEqual(
      new Set(['2026-11-27T20:27:49.087Z']),
    );
    expect(notesOf(patches)).toEqual([]);
  });

  it('say of every resource what the manifest of the same invocation says, columns apart', async () => {
    const [hook] = await reading(ROWS);
    const manifest = await readArtifacts(
      { manifest: fixture('manifest.json') },
      { ...PARAMETERS, owner: 'data-platform' },
    );
    const inManifest = new Map(manifest.assets.map((asset) => [asset.key, asset]));
    const assets = assetsOf(hook?.statements ?? []);
    expect(assets.map(({ key }) => key).sort()).toEqual([...inManifest.keys()].sort());
    for (const asset of assets) {
      const twin = inManifest.get(asset.key);
      expect(comparable(asset)).toEqual(twin && comparable(twin));
    }
  });

  it('name parents by where they live, and what lives nowhere by the project', async () => {
    const [hook] = await reading(ROWS);
    const facts = assetsOf(hook?.statements ?? []).find(
      ({ key }) => key === 'dbt:night_market/model.night_market.fct_orders',
    );
    expect(facts).toMatchObject({
      facts: { owner: 'Finance Team', type: 'TABLE', tags: ['finance', 'nightly'] },
      columns: [
        { path: 'order_id', type: 'integer', description: "The order's number" },
        { path: 'customer_id', type: 'integer' },
        { path: 'customer_name', type: 'text' },
        { path: 'amount', type: 'numeric(12,2)' },
        { path: 'placed_at', type: 'date' },
      ],
      edges: [
        {
          upstream: {
            spelling: { namespace: PARAMETERS.namespace, name: '"fixture"."shop"."stg_orders"', quoting: 'KNOWN' },
          },
        },
        {
          upstream: {
            spelling: {
              namespace: 'dbt://night_market',
              name: 'model.night_market.int_customer_names',
              quoting: 'NONE',
            },
          },
        },
      ],
    });
  });

  it('give the same results as run_results.json, to the letter', async () => {
    const all = await reading(ROWS);
    const parts = { manifest: fixture('manifest.json'), run_results: fixture('run-results.json') };
    const { results, assets } = await readArtifacts(parts, PARAMETERS);
    const runs = all.at(-1)?.statements ?? [];
    const byKey = (left: object, right: object): number => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);
    expect(runs.filter(({ kind }) => kind === 'result').sort(byKey)).toEqual([...results].sort(byKey));
    const lastRuns = assets.filter(({ key }) => key.startsWith('dbt-run:')).sort(byKey);
    expect(assetsOf(runs).sort(byKey)).toEqual(lastRuns);
  });

  it('carry the nastiest of texts unharmed', async () => {
    const [hook] = await reading(ROWS);
    const nasty = assetsOf(hook?.statements ?? []).find(({ key }) => key.endsWith('.nasty'));
    const project = join(__dirname, '../../../../../integrations/interop/fixtures/night-market/models/marts/nasty.sql');
    const source = readFileSync(project, 'utf8')
      .replace(/\{\{ config.*?\}\}/, '')
      .replace(/\{\{ '(.*?)' \}\}/g, '$1')
      .trimEnd();
    expect(nasty?.facts.code?.text).toBe(source);
    expect(nasty?.columns?.map(({ path }) => path)).toEqual(['quoted column', '100%', '"dotted.name"']);
    expect(nasty?.facts.description).toBe('It\'s "nasty": 100 %, $$, `ticks`, back\\slash,\nnew line, 🦉');
  });
});

describe('rows of an outbox', () => {
  it('make a patch for each invocation, in their order', async () => {
    const rows = [givenRow(), givenRow({}, { invocation_id: 'i2' }), givenRow({}, { invocation_id: 'i1' })];
    expect(await reading(rows.join('\n'))).toHaveLength(3);
  });

  it('count once for each invocation, however often they are written', async () => {
    const [hook] = await reading([givenRow(), givenRow(), givenRow({}, { kind: 'resource' })].join('\n'));
    expect(hook?.statements).toHaveLength(1);
  });

  it('keep the order of columns that look like numbers, and tell apart what differs in case', async () => {
    const columns = ['b', '2024', '1', 'a', 'A', '__proto__'].map((name) => ({ name, type: 'int' }));
    const [hook] = await reading(givenRow({ columns }));
    expect(assetsOf(hook?.statements ?? [])[0]?.columns?.map(({ path }) => path)).toEqual(
      columns.map(({ name }) => name),
    );
  });

  it('say when the code stayed behind', async () => {
    const all = await reading(givenRow({ omitted_code: { length: 5_000_000, md5: 'x' } }));
    expect(notesOf(all)).toEqual([
      [
        'NOTED',
        'dbt:shop/model.shop.orders',
        expect.stringContaining('5000000 characters of compiled code were too long'),
      ],
    ]);
  });

  it.each([
    ['no JSON', '{"project": "shop"', 'rows: line 2', 'is not JSON in UTF-8'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), 'rows: line 2', 'is not JSON in UTF-8'],
    ['no row', '{"project": "shop"}', 'rows: line 2', 'invocation_id: Invalid input'],
    ['no payload', givenRow({}, { payload: '{"v": 1' }), 'rows: line 2, node model.shop.orders', 'payload: '],
    ['a package of the future', givenRow({ v: 2 }), 'rows: line 2, node model.shop.orders', 'version 2 of the package'],
    [
      'a node without a name',
      givenRow({ node: {} }, { unique_id: 'model.shop.x' }),
      'dbt:shop/model.shop.x',
      'not understood: name',
    ],
    ['a result without a test', givenRow({}, { kind: 'result' }), 'dbt-run:shop/model.shop.orders', 'not understood'],
  ])('with %s among them are taken but for that one', async (_, bad, place, reason) => {
    const all = await reading(
      Buffer.concat(
        [givenRow(), '\n', bad, '\n', givenRow({}, { unique_id: 'model.shop.z' })].map((one) => Buffer.from(one)),
      ),
    );
    expect(assetsOf(all[0]?.statements ?? [])).toHaveLength(2);
    expect(notesOf(all)).toEqual([['REFUSED', place, expect.stringContaining(reason)]]);
  });

  it('note a kind that nobody knows', async () => {
    const all = await reading([givenRow({}, { kind: 'dream' }), givenRow()].join('\n'));
    expect(notesOf(all)).toEqual([
      ['NOTED', 'dbt:shop/model.shop.orders', 'rows of kind "dream" are not known; left out'],
    ]);
  });

  it.each([
    ['', 'rows: no rows'],
    ['\n\n', 'rows: no rows'],
    ['hello\nworld', 'rows: line 1: is not JSON'],
  ])('are refused when there is none: %j', async (text, message) => {
    await expect(reading(text)).rejects.toMatchObject({
      code: 'INVALID',
      message: expect.stringContaining(message) as string,
    });
  });

  it('keep no secret of anybody’s meta', async () => {
    const node = { name: 'orders', schema: 's', alias: 'orders', meta: { api_key: 'hush', since: '2026-01-01' } };
    const [hook] = await reading(givenRow({ node }));
    expect(JSON.stringify(hook)).not.toContain('hush');
  });
});
