import fc from 'fast-check';
import { CatalogService, FacetCounter } from '../src/catalog';
import { parseSearchQuery } from '../src/catalog/domain/search-query';
import { selectionOf } from '../src/catalog/domain/search-selection';
import { SearchService, type SearchQuestion } from '../src/catalog/search.service';
import { countFacets, countHits, type DocumentSearch } from '../src/catalog/store/search-documents';
import { givenDatabase, type GivenDatabase } from './given/database';
import { givenAssets } from './given/graph';
import { givenLineage } from './given/lineage';

let world: GivenDatabase;
let finder: SearchService;

const WORLD = [
  {
    name: 'shop.public.orders',
    layer: 'source',
    owner: 'Sales',
    description: 'One row per order.',
    columns: ['order_id', 'customer_email'],
  },
  { name: 'shop.staging.stg_orders', type: 'VIEW', layer: 'staging', tags: ['PII'], columns: ['order_id'] },
  {
    name: 'shop.marts.fct_orders',
    layer: 'mart',
    owner: 'Sales',
    description: 'Revenue by order line.',
    tags: ['gold'],
  },
  {
    name: 'shop.marts.dim_customer',
    layer: 'mart',
    owner: 'CRM',
    description: 'Everyone who ever placed an order.',
    columns: ['email', 'customerName'],
  },
  { name: 'shop.marts.all', layer: 'mart', description: '' },
  { name: 'customer.events.v1', namespace: 'kafka://broker:9092', platform: 'kafka', type: 'TOPIC' },
];

beforeAll(async () => {
  world = await givenDatabase();
  await givenAssets(world.db, WORLD);
  finder = new SearchService(
    world.db.manager,
    new CatalogService(world.db.manager),
    new FacetCounter(world.db.manager),
  );
});
afterAll(() => world.drop());

const QUESTION: SearchQuestion = { query: '', filter: {}, sort: 'RELEVANCE', first: 20, after: null };

async function names(query: string, question: Partial<SearchQuestion> = {}): Promise<string[]> {
  const { hits } = await finder.search({ ...QUESTION, query, ...question });
  return hits.map(({ asset }) => asset.displayName);
}

describe('search', () => {
  it('puts the exact name first, then names, then everything else', async () => {
    expect(await names('orders')).toEqual(['orders', 'stg_orders', 'fct_orders', 'dim_customer']);
    expect((await names('shop.marts.fct_orders'))[0]).toBe('fct_orders');
    expect((await names('postgres://db.test:5432.shop.public.orders'))[0]).toBe('orders');
    expect((await names('marts.dim_customer'))[0]).toBe('dim_customer');
  });

  it('takes the last word as a beginning and knows words by their stem', async () => {
    expect(await names('cust')).toEqual(expect.arrayContaining(['dim_customer', 'customer.events.v1', 'orders']));
    expect(await names('customers')).toEqual(expect.arrayContaining(['dim_customer', 'customer.events.v1']));
    expect(await names('dimCustomer')).toEqual(['dim_customer']);
    expect(await names('dimcustomer')).toEqual(['dim_customer']);
  });

  it('finds a table whose name is a stop word', async () => {
    expect(await names('all')).toEqual(['all']);
  });

  it('understands filters, phrases and what must not be', async () => {
    expect(await names('orders layer:mart')).toEqual(['fct_orders', 'dim_customer']);
    expect((await names('layer:mart,staging')).sort()).toEqual(['all', 'dim_customer', 'fct_orders', 'stg_orders']);
    expect(await names('orders -layer:mart -type:view')).toEqual(['orders']);
    expect(await names('"order line"')).toEqual(['fct_orders']);
    expect(await names('orders -customer -fct')).toEqual(['stg_orders']);
    expect((await names('missing:owner layer:mart')).sort()).toEqual(['all']);
    expect(await names('has:tag type:view')).toEqual(['stg_orders']);
    expect(await names('tag:pii')).toEqual(['stg_orders']);
    expect(await names('owner:crm')).toEqual(['dim_customer']);
    expect((await names('', { filter: { platform: ['kafka'], type: ['TOPIC', 'VIEW'] } })).sort()).toEqual([
      'customer.events.v1',
    ]);
    expect(await names('layer:mart', { filter: { layer: ['staging'] } })).toEqual([]);
  });

  it('says what it understood and refuses what has no meaning, naming the token', async () => {
    const { parsed } = await finder.search({ ...QUESTION, query: 'orders layer:mart -tag:pii missing:owner' });
    expect(parsed).toBe('text "orders" AND layer=mart AND NOT tag=pii AND no owner');
    await expect(names('orders lair:mart')).rejects.toMatchObject({
      code: 'INVALID',
      details: { token: 'lair:mart', position: 7 },
    });
    await expect(names('type:tabel')).rejects.toThrow('type:tabel can be one of table');
    await expect(names('"open')).rejects.toThrow('no closing quote');
  });

  it('counts facets without their own filter', async () => {
    const results = await finder.search({ ...QUESTION, filter: { layer: ['mart'], type: ['TABLE'] } });
    expect([await results.total(), await results.totalIsExact()]).toEqual([3, true]);
    const facets = Object.fromEntries((await results.facets()).map(({ field, values }) => [field, values]));
    expect(facets['layer']).toEqual([
      { value: 'mart', count: 3 },
      { value: 'source', count: 1 },
    ]);
    expect(facets['type']).toEqual([{ value: 'TABLE', count: 3 }]);
    expect(facets['owner']).toEqual([
      { value: 'CRM', count: 1 },
      { value: 'Sales', count: 1 },
      { value: 'none', count: 1 },
    ]);
  });

  it('says how many hits there are, that there are more than were counted, or that others took the room', async () => {
    const all = { type: null, platform: null, namespace: null, layer: null, owner: null, classification: null };
    const none = { ...all, tag: null, source: null, documentTerms: null, assetTerms: null };
    const asked = (lists: Partial<DocumentSearch['selection']>, query = ''): DocumentSearch => ({
      selection: { ...none, ...lists },
      query,
      wholeQuery: query,
      text: '',
    });
    const counted = async (search: DocumentSearch, most: number): Promise<unknown[]> => {
      const { facets, hits } = await countFacets(world.db.manager, search, most);
      const counts = facets.flatMap(({ values }) => values.map(({ count }) => count));
      return [hits, await countHits(world.db.manager, search, most + 1), Math.max(...counts)];
    };
    expect(await counted(asked({}), 6)).toEqual([6, 6, 6]);
    expect(await counted(asked({}), 5)).toEqual([6, 6, 5]);
    expect(await counted(asked({}, "'order'"), 3)).toEqual([4, 4, 3]);
    expect(await counted(asked({ layer: ['mart'] }), 6)).toEqual([3, 3, 3]);
    expect(await counted(asked({ layer: ['mart'], type: ['TABLE'] }, "'order'"), 6)).toEqual([2, 2, 2]);
    expect(await counted(asked({ layer: ['mart'] }), 3)).toEqual([3, 3, 3]);
    // Whatever its status: assets are asked one by one.
    const assetTerms = { status: ['ACTIVE', 'STUB', 'RETIRED'] };
    const tables = { layer: ['mart'], type: ['TABLE'] };
    expect((await counted(asked({ ...tables, assetTerms }, "'order'"), 2)).slice(0, 2)).toEqual([null, 2]);
    for (const lists of [
      {},
      tables,
      { owner: ['crm', 'none'] },
      { source: ['dbt'] },
      { documentTerms: { missing: ['owner'] } },
    ])
      expect(await countFacets(world.db.manager, asked(lists), 6)).toEqual(
        await countFacets(world.db.manager, asked({ ...lists, assetTerms }), 6),
      );
  });

  it('corrects a typing error when the words as typed find next to nothing', async () => {
    const results = await finder.search({ ...QUESTION, query: 'ordres layer:mart' });
    expect(results.correctedQuery).toBe('orders layer:mart');
    expect(results.hits.map(({ asset }) => asset.displayName)).toEqual(['fct_orders', 'dim_customer']);
    expect((await finder.search({ ...QUESTION, query: 'orders' })).correctedQuery).toBeNull();
    expect((await finder.search({ ...QUESTION, query: 'zzqx' })).hits).toEqual([]);
  });

  it('marks what matched, and where', async () => {
    const { hits } = await finder.search({ ...QUESTION, query: 'customer' });
    const matched = await Promise.all(hits.map(async (hit) => [hit.asset.displayName, await hit.matched()] as const));
    expect(Object.fromEntries(matched)['dim_customer']).toEqual([
      { field: 'name', snippet: 'dim_\uE000customer\uE001' },
      { field: 'column', snippet: '\uE000customer\uE001Name' },
    ]);
    expect(Object.fromEntries(matched)['orders']).toEqual([{ field: 'column', snippet: '\uE000customer\uE001_email' }]);
  });

  it.each(['RELEVANCE', 'NAME', 'UPDATED'] as const)(
    'pages without gaps or repeats in the order of %s',
    async (sort) => {
      const whole = await names('', { sort });
      const paged: string[] = [];
      for (let after: string | null = null, more = true; more; more = after !== null) {
        const page = await finder.search({ ...QUESTION, sort, first: 2, after });
        paged.push(...page.hits.map(({ asset }) => asset.displayName));
        after = page.endCursor;
      }
      expect(paged).toEqual(whole);
      expect(whole).toHaveLength(WORLD.length);
    },
  );

  it('survives any text', async () => {
    for (const query of [
      "'",
      '\\',
      '& | !',
      ':*',
      '<->',
      '\u0000',
      '😀',
      '“quoted”',
      '%_',
      '- -',
      "o'brien",
      'a'.repeat(900),
    ]) {
      expect(await names(query)).toEqual(expect.any(Array));
      expect(await finder.suggest(query, 5)).toEqual(expect.any(Array));
    }
    await expect(names('', { after: 'nonsense' })).rejects.toMatchObject({ code: 'INVALID' });
  });
});

describe('facets from memory', () => {
  const TERMS = `orders cust customer "order line" -customer layer:mart,staging -layer:mart layer:none type:table,view
    -type:view owner:sales,none -owner:crm has:owner missing:owner tag:pii,gold -tag:gold has:tag missing:tag platform:kafka
    -platform:kafka source:dbt -source:dbt classification:none classification:pii -classification:restricted
    has:classification has:description missing:description has:column missing:column has:upstream missing:downstream
    status:active,stub -status:stub`.match(/-?(?:\w+:)?(?:"[^"]*"|[^\s"]+)/g);
  const query = fc.subarray(TERMS ?? [], { maxLength: 4 }).map((terms) => terms.join(' '));
  let remembering: SearchService;
  let memory: FacetCounter;

  const counted = async (service: SearchService, text: string): Promise<unknown> => {
    const results = await service.search({ ...QUESTION, query: text });
    return [await results.facets(), await results.total(), await results.totalIsExact()];
  };

  beforeAll(async () => {
    const { model, facets } = givenLineage(world.db);
    await model.catchUp();
    await facets.settled();
    remembering = new SearchService(world.db.manager, new CatalogService(world.db.manager), facets);
    memory = facets;
  });

  it('are those that the database counts, whatever is asked', async () => {
    await fc.assert(
      fc.asyncProperty(query, async (text) => {
        expect([text, await counted(remembering, text)]).toEqual([text, await counted(finder, text)]);
      }),
    );
  });

  it('follow every change of a document and of its asset before they answer', async () => {
    const change = async (sql: string): Promise<void> => {
      await world.db.query(sql);
      for (const text of ['', 'has:description', 'missing:upstream', 'orders status:retired', 'owner:ops'])
        expect([sql, await counted(remembering, text)]).toEqual([sql, await counted(finder, text)]);
      const selection = selectionOf(parseSearchQuery('missing:upstream'), {});
      const search = { selection, query: '', wholeQuery: '', text: '' };
      expect(await memory.count(search, 10)).toEqual(await countFacets(world.db.manager, search, 10));
    };
    await change("update search_document set owner = 'Ops' where name = 'fct_orders'");
    await change("update asset set status = 'RETIRED', description = null where display_name = 'orders'");
    await change("update asset set upstream_count = 3, class_level = 4, class_categories = '{PII}'");
    await change("delete from search_document where name = 'all'");
  });
});
