import { givenApp, type GivenApp } from './given/app';

let given: GivenApp;
let ids: Record<string, string>;
let then: string;

const NAMESPACE = 'kafka://broker:9092';

async function register(name: string, schema: Record<string, string>): Promise<string> {
  const { data } = await given.query<{ registerAsset: { id: string } }>(
    'mutation($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }',
    { input: { namespace: NAMESPACE, name, type: 'TOPIC', schema } },
  );
  return data?.registerAsset.id ?? '';
}

const record = (asset: string, parents: readonly string[]) =>
  given.query('mutation($input: RecordLineageInput!) { recordLineage(input: $input) { added removed } }', {
    input: { assetId: ids[asset], parentAssetIds: parents.map((name) => ids[name]), transformation: 'sink' },
  });

beforeAll(async () => {
  given = await givenApp();
  ids = {
    orders: await register('orders', { id: 'int', note: 'text' }),
    payments: await register('payments', { id: 'int' }),
    daily: await register('daily', { id: 'int' }),
  };
  await record('daily', ['orders']);
  const [clock] = await given.db.query<{ now: Date }[]>('select clock_timestamp() as now');
  then = clock?.now.toISOString() ?? '';
  await given.db.query('select pg_sleep(0.05)'); // moments are told apart by their milliseconds
  await record('daily', ['payments']);
  await register('daily', { id: 'bigint', total: 'int' });
});
afterAll(() => given.close());

interface Answer {
  readonly lineageDiff: {
    readonly added: number;
    readonly removed: number;
    readonly changed: number;
    readonly complete: boolean;
    readonly nodes: readonly {
      readonly asset: { readonly displayName: string };
      readonly difference: string;
      readonly cause: { readonly source: string | null } | null;
      readonly columns: readonly { readonly name: string; readonly difference: string }[];
    }[];
    readonly edges: readonly {
      readonly upstreamId: string;
      readonly downstreamId: string;
      readonly difference: string;
      readonly cause: { readonly source: string | null } | null;
    }[];
  };
}

const ask = (from: string, to: string | null = null) =>
  given.query<Answer>(
    `query($id: ID!, $from: DateTime!, $to: DateTime) {
      lineageDiff(assetId: $id, from: $from, to: $to) {
        added removed changed complete
        nodes { asset { displayName } difference cause { source } columns { name difference } }
        edges { upstreamId downstreamId difference cause { source } }
      }
    }`,
    { id: ids['daily'], from, to },
  );

it('tells which assets, edges and columns came, went and changed, and what caused it', async () => {
  const { data } = await ask(then);
  const nameOf = (id: string): string => Object.keys(ids).find((name) => ids[name] === id) ?? id;
  const { nodes = [], edges = [], ...counts } = data?.lineageDiff ?? {};
  expect({
    ...counts,
    nodes: nodes.map(({ asset, difference, cause, columns }) => [
      asset.displayName,
      difference,
      typeof cause?.source,
      columns.map((column) => `${column.name} ${column.difference}`),
    ]),
    edges: edges.map((edge) => [
      `${nameOf(edge.upstreamId)} → ${nameOf(edge.downstreamId)}`,
      edge.difference,
      typeof edge.cause?.source,
    ]),
  }).toEqual({
    added: 2,
    removed: 2,
    changed: 1,
    complete: true,
    nodes: [
      ['daily', 'CHANGED', 'object', ['id CHANGED', 'total ADDED']],
      ['payments', 'ADDED', 'string', []],
      ['orders', 'REMOVED', 'string', []],
    ],
    edges: [
      ['payments → daily', 'ADDED', 'string'],
      ['orders → daily', 'REMOVED', 'string'],
    ],
  });
});

it('refuses moments in the wrong order', async () => {
  const { errors } = await ask('2026-02-01T00:00:00Z', '2026-01-01T00:00:00Z');
  expect(errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
    ['INVALID', 'from: 2026-02-01T00:00:00.000Z is not before 2026-01-01T00:00:00.000Z'],
  ]);
});

interface Moments {
  readonly lineageChanges: {
    readonly total: number;
    readonly endCursor: string | null;
    readonly complete: boolean;
    readonly nodes: readonly { readonly at: string; readonly sources: readonly string[] }[];
  };
}

const CHANGES = `query($ids: [ID!]!, $from: DateTime, $first: Int!, $after: String) {
  lineageChanges(assetIds: $ids, from: $from, first: $first, after: $after) {
    total endCursor complete nodes { at edgesAdded edgesRemoved schemasChanged sources }
  }
}`;

it('tells the moments at which the lineage of assets changed, latest first, page by page', async () => {
  const page = async (variables: Record<string, unknown>) => {
    const { data } = await given.query<Moments>(CHANGES, { ids: [ids['daily']], first: 100, ...variables });
    if (!data) throw new Error('No answer');
    return data.lineageChanges;
  };
  const all = await page({});
  const told = all.nodes.map(({ at: _at, sources, ...counts }) => ({ ...counts, isSourced: sources.length > 0 }));
  expect(told).toEqual([
    { edgesAdded: 0, edgesRemoved: 0, schemasChanged: 1, isSourced: false },
    { edgesAdded: 1, edgesRemoved: 1, schemasChanged: 0, isSourced: true },
    { edgesAdded: 1, edgesRemoved: 0, schemasChanged: 0, isSourced: true },
    { edgesAdded: 0, edgesRemoved: 0, schemasChanged: 1, isSourced: false },
  ]);
  expect(all).toMatchObject({ total: 4, endCursor: null, complete: true });
  const first = await page({ first: 3 });
  const second = await page({ first: 3, after: first.endCursor });
  expect([...first.nodes, ...second.nodes]).toEqual(all.nodes);
  expect((await page({ from: then })).total).toBe(2);
});

it('answers as of a moment of change with the change, and just before it without', async () => {
  const { data } = await given.query<Moments>(CHANGES, { ids: [ids['daily']], first: 100 });
  const at = new Date(data?.lineageChanges.nodes[1]?.at ?? '');
  const fedBy = async (moment: number) => {
    const answer = await given.query<{ lineage: { nodes: { asset: { displayName: string } }[] } }>(
      'query($id: ID!, $at: DateTime) { lineage(assetId: $id, direction: UPSTREAM, at: $at) { nodes { asset { displayName } } } }',
      { id: ids['daily'], at: new Date(moment).toISOString() },
    );
    return answer.data?.lineage.nodes.map(({ asset }) => asset.displayName);
  };
  expect(await fedBy(at.getTime())).toEqual(['daily', 'payments']);
  expect(await fedBy(at.getTime() - 1)).toEqual(['daily', 'orders']);
});

it('describes an asset as its sources did at a moment, and not before they spoke of it', async () => {
  const asOf = async (at: string) => {
    const { data } = await given.query<{ asset: { asOf: unknown } }>(
      'query($id: ID!, $at: DateTime!) { asset(id: $id) { asOf(at: $at) { displayName type columns { name type } } } }',
      { id: ids['daily'], at },
    );
    return data?.asset.asOf;
  };
  const daily = { displayName: 'daily', type: 'TOPIC' };
  expect(await asOf(then)).toEqual({ ...daily, columns: [{ name: 'id', type: 'int' }] });
  expect(await asOf(new Date().toISOString())).toEqual({
    ...daily,
    columns: [
      { name: 'id', type: 'bigint' },
      { name: 'total', type: 'int' },
    ],
  });
  expect(await asOf('2001-01-01T00:00:00Z')).toBeNull();
});
