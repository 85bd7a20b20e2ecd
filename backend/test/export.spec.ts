import { request } from 'node:http';
import { givenApp, type GivenApp } from './given/app';
import { givenAssets, givenColumnEdges, givenEdges } from './given/graph';

let app: GivenApp;

beforeAll(async () => {
  app = await givenApp();
  let ids = await givenAssets(app.db, [
    { name: 'orders', columns: ['id', 'total'] },
    { name: 'daily', columns: ['revenue'] },
    { name: 'events', namespace: 'kafka://b:9092', platform: 'kafka' },
  ]);
  ids = await givenEdges(app.db, ['orders → daily', 'events → daily'], ids);
  await givenColumnEdges(app.db, ['orders.total → daily.revenue'], ids);
});
afterAll(() => app.close());

async function lines(path: string): Promise<Record<string, unknown>[]> {
  const response = await fetch(`${app.url}/api/v1/export/${path}`, {
    headers: { authorization: `Bearer ${app.adminToken}` },
  });
  expect(response.headers.get('content-type')).toContain('application/x-ndjson');
  const text = await response.text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

const end = (name: string, column?: string) => ({
  namespace: name === 'events' ? 'kafka://b:9092' : 'postgres://db.test:5432',
  name,
  sourceKeys: name === 'daily' ? [expect.stringMatching(/^dbt:shop\/model\.\d+$/)] : [],
  ...(column === undefined ? {} : { column }),
});

describe('GET /api/v1/export', () => {
  it('tells every edge with the source that states it, and that it is complete', async () => {
    expect(await lines('edges')).toEqual([
      { upstream: end('orders'), downstream: end('daily'), kind: 'DIRECT', source: 'dbt:shop' },
      { upstream: end('events'), downstream: end('daily'), kind: 'DIRECT', source: 'dbt:shop' },
      { complete: true, count: 2 },
    ]);
  });

  it('tells every column edge with its kind and subtype', async () => {
    expect(await lines('column-edges')).toEqual([
      {
        ...{ upstream: end('orders', 'total'), downstream: end('daily', 'revenue') },
        ...{ kind: 'DIRECT', subtype: 'IDENTITY', masking: false, source: 'dbt:shop' },
      },
      { complete: true, count: 1 },
    ]);
  });

  it('tells every asset with its columns', async () => {
    const [orders, , , last] = await lines('assets');
    expect(orders).toMatchObject({
      name: 'orders',
      type: 'TABLE',
      columns: [{ name: 'id' }, { name: 'total', type: 'text' }],
    });
    expect(last).toEqual({ complete: true, count: 3 });
  });

  it.each([
    ['edges?source=dbt', 2],
    ['edges?source=dbt:shop', 2],
    ['edges?source=shop', 2],
    ['edges?source=openlineage', 0],
    ['edges?namespace=kafka://b:9092', 1],
    ['edges?namespace=KAFKA://b', 1],
    ['assets?source=dbt:shop', 1],
    ['assets?namespace=kafka://b:9092', 1],
  ])('%s gives %i lines', async (path, count) => {
    expect((await lines(path)).at(-1)).toEqual({ complete: true, count });
  });

  it('asks for a token', async () => {
    expect((await fetch(`${app.url}/api/v1/export/edges`)).status).toBe(401);
  });

  it('lets go of the connection when the reader goes away', async () => {
    await app.db.query(
      `insert into asset (namespace_id, name, display_name, type, status, platform, description)
       select 1, 'filler' || n, 'filler', 'TABLE', 'ACTIVE', 'postgres', repeat('x', 2000) from generate_series(1, 20000) n`,
    );
    await hangUp(`${app.url}/api/v1/export/assets`, app.adminToken);
    const running = async (): Promise<number> => {
      const [row] = await app.db.query<{ count: number }[]>(
        `select count(*)::int as count from pg_stat_activity
          where datname = current_database() and query like '%Every asset as one line%' and query not like '%pg_stat_activity%' and state <> 'idle'`,
      );
      return row?.count ?? -1;
    };
    for (let tries = 0; tries < 50 && (await running()) > 0; tries++)
      await new Promise((wake) => setTimeout(wake, 100));
    expect(await running()).toBe(0);
    expect((await lines('assets')).at(-1)).toEqual({ complete: true, count: 20_003 });
  });
});

/** Reads a little, then closes the socket. */
function hangUp(url: string, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers: { authorization: `Bearer ${token}` } }, (response) => {
      response.once('data', () => {
        response.destroy();
        resolve();
      });
    });
    call.on('error', reject).end();
  });
}
