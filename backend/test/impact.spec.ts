import { givenApp, type GivenApp } from './given/app';
import { givenAssets, givenColumnEdges, givenEdges, publicIds, type Ids } from './given/graph';

let given: GivenApp;
let ids: Ids;

beforeAll(async () => {
  given = await givenApp();
  const assets = await givenAssets(given.db, [
    { name: 'raw', columns: ['email', 'id'] },
    { name: 'staging', columns: ['email', 'id'], owner: 'ana' },
    { name: 'mart', columns: ['email'], owner: 'bo' },
    { name: 'board', type: 'DASHBOARD' },
  ]);
  await givenEdges(given.db, ['raw → staging', 'staging → mart', 'mart → board', 'board → raw'], assets);
  await givenColumnEdges(
    given.db,
    ['raw.email → staging.email', 'raw.id → staging.id', 'staging.email → mart.email'],
    assets,
  );
  ids = await publicIds(given.db, assets);
});
afterAll(() => given.close());

interface Answer {
  readonly impact: {
    readonly total: number;
    readonly assetCount: number;
    readonly complete: boolean;
    readonly endCursor: string | null;
    readonly omitted: readonly { readonly reason: string }[];
    readonly classes: readonly { readonly value: string; readonly count: number }[];
    readonly nodes: readonly {
      readonly asset: { readonly name: string };
      readonly column: string | null;
      readonly distance: number;
      readonly changeClass: string;
      readonly via: { readonly asset: { readonly name: string }; readonly column: string | null };
    }[];
  };
}

const ask = (variables: Readonly<Record<string, unknown>>) =>
  given.query<Answer>(
    `query($assetId: ID!, $column: String, $change: ChangeKind!, $filter: ImpactFilter, $first: Int! = 50, $after: String) {
      impact(assetId: $assetId, column: $column, change: $change, filter: $filter, first: $first, after: $after) {
        total assetCount complete endCursor omitted { reason } classes { value count }
        nodes { asset { name } column distance changeClass via { asset { name } column } }
      }
    }`,
    variables,
  );

const lines = (answer: Awaited<ReturnType<typeof ask>>): string[] =>
  (answer.data?.impact.nodes ?? []).map(
    ({ asset, column, distance, changeClass, via }) =>
      `${asset.name}.${column ?? '*'} ${String(distance)} ${changeClass} via ${via.asset.name}.${column === null ? (via.column ?? '*') : String(via.column)}`,
  );

it('follows a dropped column to the end, and over whole assets where columns are not known', async () => {
  const answer = await ask({ assetId: ids['raw'], column: 'email', change: 'DROP' });
  expect({ ...answer.data?.impact, nodes: lines(answer) }).toEqual({
    total: 3,
    assetCount: 3,
    complete: false,
    endCursor: null,
    omitted: [{ reason: 'NO_COLUMN_LINEAGE' }],
    classes: [{ value: 'BREAKING', count: 3 }],
    nodes: [
      'staging.email 1 BREAKING via raw.email',
      'mart.email 2 BREAKING via staging.email',
      'board.* 3 BREAKING via mart.email',
    ],
  });
});

it('walks whole assets when no column is named, through a cycle', async () => {
  const answer = await ask({ assetId: ids['staging'], change: 'DROP' });
  expect(lines(answer)).toEqual([
    'mart.* 1 BREAKING via staging.*',
    'board.* 2 MAYBE via mart.*',
    'raw.* 3 MAYBE via board.*',
  ]);
});

it('gives pages that together are the whole list, filtered alike', async () => {
  const filter = { classes: ['BREAKING'], owners: ['ana', 'BO'] };
  const one = await ask({ assetId: ids['raw'], column: 'email', change: 'DROP', filter, first: 1 });
  const two = await ask({
    assetId: ids['raw'],
    column: 'email',
    change: 'DROP',
    filter,
    first: 1,
    after: one.data?.impact.endCursor,
  });
  expect(
    [one, two].map((answer) => [lines(answer), answer.data?.impact.total, answer.data?.impact.endCursor === null]),
  ).toEqual([
    [['staging.email 1 BREAKING via raw.email'], 2, false],
    [['mart.email 2 BREAKING via staging.email'], 2, true],
  ]);
});

it('streams the same list as CSV', async () => {
  const url = `${given.url}/api/v1/impact.csv?assetId=${String(ids['raw'])}&column=email&change=rename`;
  const response = await fetch(url, { headers: { authorization: `Bearer ${given.adminToken}` } });
  const [head, ...rows] = (await response.text()).split('\r\n');
  expect({ status: response.status, head, rows: rows.map((row) => row.split(',').slice(0, 5).join(',')) }).toEqual({
    status: 200,
    head: 'distance,change_class,namespace,asset,column,type,owner,reason,via_asset,via_column',
    rows: [
      '1,BREAKING,postgres://db.test:5432,staging,email',
      '2,MAYBE,postgres://db.test:5432,mart,email',
      '3,MAYBE,postgres://db.test:5432,board,',
      '',
    ],
  });
});

it.each([
  [{ column: 'nothing', change: 'DROP' }, 'NOT_FOUND', 'No column nothing in raw'],
  [{ column: null, change: 'RETYPE' }, 'INVALID', 'change: RETYPE needs a column; an asset has no type to change'],
  [{ column: 'id', change: 'DROP', first: 0 }, 'INVALID', 'impact(first: 0) is not between 1 and 100'],
  [{ column: 'id', change: 'DROP', after: 'x' }, 'INVALID', 'after: not a cursor of this list'],
])('refuses %j', async (asked, code, message) => {
  const { errors } = await ask({ assetId: ids['raw'], ...asked });
  expect(errors?.map((error) => [error.extensions.code, error.message])).toEqual([[code, message]]);
});
