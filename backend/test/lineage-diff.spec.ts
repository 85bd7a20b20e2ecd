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
        nodes { asset { displayName } difference columns { name difference } }
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
    nodes: nodes.map(({ asset, difference, columns }) => [
      asset.displayName,
      difference,
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
      ['daily', 'CHANGED', ['id CHANGED', 'total ADDED']],
      ['payments', 'ADDED', []],
      ['orders', 'REMOVED', []],
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
