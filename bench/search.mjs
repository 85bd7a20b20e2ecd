// @ts-check
// Search over HTTP, with and without facets, beside the limits of the product.
//   npm run build -w backend && node bench/search.mjs [assets]
import pg from 'pg';

import { loadGraph } from './load-graph.mjs';
import { figure, quantile, startService } from './service.mjs';

const ASSETS = Number(process.argv[2] ?? 100_000);
const HIT =
  'hits { score asset { id displayName namespace name type owner layer description } matched { field snippet } } endCursor correctedQuery parsed';
const WITHOUT = `query ($query: String!) { search(query: $query) { ${HIT} } }`;
const WITH = `query ($query: String!) { search(query: $query) { ${HIT} total totalIsExact facets { field values { value count } } } }`;
const SUGGEST =
  'query ($query: String!) { suggest(query: $query) { asset { id displayName type } matched { field snippet } } }';
const NOUNS =
  'customer order payment invoice shipment product supplier inventory session click campaign ticket refund subscription account'.split(
    ' ',
  );
/** @type {Record<string, string[]>} */
const KINDS = {
  prefix: NOUNS.map((noun) => noun.slice(0, 4)),
  'two words': NOUNS.map((noun, place) => `${noun} ${['daily', 'weekly', 'summary'][place % 3]}`),
  'four words': NOUNS.map((noun) => `${noun} project mart daily`),
  'column name': ['email', 'phone', 'postal_code', 'created_at', 'checksum', 'discount', 'currency', 'is_active'],
  'one broad word': NOUNS,
  typo: NOUNS.map((noun) => noun.slice(0, 2) + noun.charAt(3) + noun.charAt(2) + noun.slice(4)),
  'filtered word': NOUNS.map((noun) => `${noun} layer:mart -tag:pii`),
  'filter alone': ['layer:mart', 'type:dashboard owner:team-3', 'missing:owner layer:bi', 'has:description tag:pii'],
  browse: ['', '', '', '', ''],
};

const service = await startService();
try {
  const loaded = await loadGraph(service.database, ASSETS);
  process.stdout.write(`${loaded.assets} documents\n`);
  const all = { without: /** @type {number[]} */ ([]), facets: /** @type {number[]} */ ([]) };
  for (const [kind, queries] of Object.entries(KINDS)) {
    const without = await times(WITHOUT, queries);
    const facets = await times(WITH, queries);
    all.without.push(...without);
    all.facets.push(...facets);
    figure(`${kind}: hits p95`, quantile(without, 0.95), 'ms', 15);
    figure(`${kind}: with facets p95`, quantile(facets, 0.95), 'ms', 60);
  }
  const names = await exactNames();
  figure('exact qualified name: hits p95', quantile(await times(WITHOUT, names), 0.95), 'ms', 15);
  figure('suggest: p95', quantile(await times(SUGGEST, KINDS['prefix'] ?? []), 0.95), 'ms', 15);
  figure('all kinds: hits p95', quantile(all.without, 0.95), 'ms', 15);
  figure('all kinds: with facets p95', quantile(all.facets, 0.95), 'ms', 60);
} finally {
  await service.stop();
}

async function times(text, queries) {
  for (const query of queries.slice(0, 5)) await service.graphql(text, { query });
  const taken = [];
  for (let round = 0; round < 6; round++) {
    for (const query of queries) {
      const before = performance.now();
      await service.graphql(text, { query });
      taken.push(performance.now() - before);
    }
  }
  return taken;
}

async function exactNames() {
  const client = new pg.Client(service.database);
  await client.connect();
  const { rows } = await client.query('select name from asset order by md5(id::text) limit 20');
  await client.end();
  return rows.map((row) => row.name);
}
