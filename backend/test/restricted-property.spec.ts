import fc from 'fast-check';
import { givenApp, type GivenApp } from './given/app';
import { givenAssets, givenColumnEdges, givenEdges, publicIds, recountNeighbours, type Ids } from './given/graph';
import { givenToken } from './given/people';

let given: GivenApp;
let viewer: string;
beforeAll(async () => {
  given = await givenApp({ requestTimeoutMs: 120_000 }); // hundreds of questions at once
  viewer = await givenToken(given, 'VIEWER');
});
afterAll(() => given.close());

const NODES = 7;
const end = fc.nat(NODES - 1);
const pair = fc.tuple(end, end).filter(([from, to]) => from !== to);
const world = fc.record({
  edges: fc.uniqueArray(pair, { minLength: 4, maxLength: 24, selector: String }),
  columnEdges: fc.uniqueArray(fc.tuple(pair, fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b')), {
    maxLength: 12,
    selector: String,
  }),
  hidden: fc.uniqueArray(end, { minLength: 1, maxLength: 4 }),
});
type World = typeof world extends fc.Arbitrary<infer Made> ? Made : never;

/** Assets that differ in what search and facets look at, edges between them, and a word that each alone has. */
async function build({ edges, columnEdges }: World): Promise<Ids> {
  await given.db.query(
    'truncate asset, asset_identifier, assertion, schema_version, search_document, asset_column, lineage_edge, search_word, namespace, source cascade',
  );
  const assets = Array.from({ length: NODES }, (_, place) => ({
    name: `n${place}`,
    namespace: `postgres://db${place % 3}:5432`,
    type: place % 2 === 0 ? 'TABLE' : 'VIEW',
    owner: `owner${place % 4}`,
    tags: [`tag${place}`, 'shared'],
    description: `about zebra${place}`,
    columns: ['a', 'b'],
  }));
  const ids = await givenAssets(given.db, assets);
  await givenEdges(
    given.db,
    edges.map(([from, to]) => `n${from} → n${to}`),
    ids,
  );
  const columns = columnEdges.map(([[from, to], up, down]) => `n${from}.${up} → n${to}.${down}`);
  await givenColumnEdges(given.db, columns, ids);
  await settle();
  return ids;
}

/** Numbers that writers keep: neighbours, and ranks by them. */
async function settle(): Promise<void> {
  await recountNeighbours(given.db);
  await given.db.query(
    'update search_document set popularity = ln(1 + downstream_count) from asset where asset.id = asset_id',
  );
}

/** The same world without the hidden assets, for good. */
async function remove(ids: readonly string[]): Promise<void> {
  await given.db.query('delete from restriction');
  await given.db.query('delete from assertion where asset_id = any ($1)', [ids]);
  await given.db.query('delete from asset where id = any ($1)', [ids]);
  await given.db.query(`delete from search_word where not exists (
    select from search_document where name = word or word = any (tags))`);
  await settle();
}

const ASSET = 'id name owner upstreamCount downstreamCount columnCount columns { name } restriction { id }';
const OMITTED = 'complete omitted { count reason message }';
const LINEAGE = `nodes { asset { ${ASSET} } distance direction hiddenUpstream hiddenDownstream }
  edges { upstreamId downstreamId kind jobs { id } } ${OMITTED} reachableUpstream reachableDownstream`;
const COLUMNS = `nodes { asset { id } column distance } edges { upstream { assetId column } downstream { assetId column } } ${OMITTED}`;
const HITS = `total hits { score asset { ${ASSET} } matched { field } } facets { field values { value count } } endCursor`;
const IMPACT = `total assetCount nodes { asset { id } column distance via { asset { id } } } types { value count }
  owners { value count } ${OMITTED} endCursor`;

/** Everything that a catalog answers about its assets, in one text. */
async function everything(ids: readonly string[], all: readonly string[]): Promise<string> {
  const ask = (query: string, variables = {}): Promise<unknown> => given.query(query, variables, viewer);
  const whole = [
    ask(`{ a: search(query: "") { ${HITS} } b: search(query: "", sort: NAME, first: 3) { ${HITS} }
           c: search(query: "zebra1 ", filter: {}) { ${HITS} correctedQuery } d: search(query: "tag:shared has:downstream") { ${HITS} }
           e: search(query: "missing:upstream") { ${HITS} } f: search(query: "tga3") { ${HITS} correctedQuery }
           s: suggest(query: "n") { score asset { id } } }`),
    ask(`{ overview { assetCount columnCount edgeCount unownedCount byType { value count } mostUsed { id } recentlyChanged { id } }
           namespaces { total nodes { name assetCount } } }`),
    ask(`query ($ids: [ID!]!) { edgesAmong(assetIds: $ids) { upstreamId downstreamId } }`, { ids: all }),
  ];
  const each = all.flatMap((id) =>
    ['UPSTREAM', 'DOWNSTREAM'].map((direction) =>
      ask(
        `query ($id: ID!, $direction: Direction!) { asset(id: $id) { ${ASSET} }
           neighbours(assetId: $id, direction: $direction) { total nodes { id } types { value count } } }`,
        { id, direction },
      ),
    ),
  );
  const lines = all.flatMap((id) => [
    ask(`query ($id: ID!) { lineage(assetId: $id, depth: 4) { ${LINEAGE} } }`, { id }),
    ask(`query ($id: ID!) { lineage(assetId: $id, depth: 2, maxNodes: 4, fanOut: 2) { ${LINEAGE} } }`, { id }),
    ask(`query ($id: ID!) { lineage(assetId: $id, depth: 5, at: "2026-06-01T00:00:00Z") { ${LINEAGE} } }`, { id }),
    ask(`query ($id: ID!) { columnLineage(assetId: $id, column: "a", depth: 4) { ${COLUMNS} } }`, { id }),
    ask(`query ($id: ID!) { impact(assetId: $id) { ${IMPACT} } }`, { id }),
    ask(`query ($id: ID!) { impact(assetId: $id, column: "b") { ${IMPACT} } }`, { id }),
    ask(
      `query ($from: ID!, $to: ID!) { paths(fromId: $from, toId: $to) { complete omitted { count reason } paths { assets { id } } } }`,
      {
        from: id,
        to: ids[0],
      },
    ),
  ]);
  const exports = ['assets', 'edges', 'column-edges'].map(async (kind) => {
    const response = await fetch(`${given.url}/api/v1/export/${kind}`, {
      headers: { authorization: `Bearer ${viewer}` },
    });
    return (await response.text()).split('\n').sort();
  });
  const csv = all.map(async (id) => {
    const response = await fetch(`${given.url}/api/v1/impact.csv?assetId=${id}`, {
      headers: { authorization: `Bearer ${viewer}` },
    });
    return [response.status, await response.text()];
  });
  const answers = await Promise.all([...whole, ...each, ...lines, ...exports, ...csv]);
  return JSON.stringify(answers, null, 1).replace(/requestId[^,}]*/g, '');
}

it('answers as if hidden assets were not there: search, facets, counts, lineage, columns, impact, paths, exports', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (made) => {
      const ids = await build(made);
      const hidden = made.hidden.map((place) => ids[`n${place}`] ?? '');
      await given.db.query(
        `insert into restriction (asset_id, reason, restricted_by) select unnest($1::bigint[]), 'of no concern', 'test'`,
        [hidden],
      );
      const all = Object.values(await publicIds(given.db, ids));
      const visible = all.filter((_, place) => !made.hidden.includes(place));
      const limited = await everything(visible, all);
      expect(limited.match(/"message": "(?!No asset)[^"]{20,}"[^}]*"code[^}]*/g)).toBeNull();
      await remove(hidden);
      expect(limited).toBe(await everything(visible, all));
    }),
    { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 3), endOnFailure: true },
  );
}, 600_000);
