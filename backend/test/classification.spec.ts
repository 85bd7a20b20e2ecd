import { EffectRunner } from '../src/catalog';
import { givenApp, type GivenApp } from './given/app';
import { says, tell } from './given/patch';

const PG = 'postgres://warehouse:5432';

let app: GivenApp;
beforeAll(async () => {
  app = await givenApp();
});
afterAll(() => app.close());

async function asked<Data>(text: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await app.query<Data>(text, variables);
  if (!data || errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Registers a table with these columns; gives its id. */
async function table(name: string, ...columns: string[]): Promise<string> {
  const input = {
    namespace: PG,
    name: `shop.public.${name}`,
    type: 'TABLE',
    columns: columns.map((column) => ({ name: column })),
  };
  const text = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }';
  return (await asked<{ registerAsset: { id: string } }>(text, { input })).registerAsset.id;
}

interface Way {
  readonly kind?: string;
  readonly function?: string;
  readonly masking?: boolean;
  readonly maskingKind?: string;
}

/** `[column, parentId, parentColumn, how]` each. */
async function feed(assetId: string, ...columns: [string, string, string, Way?][]): Promise<void> {
  const input = {
    assetId,
    parentAssetIds: [...new Set(columns.map(([, parent]) => parent))],
    transformation: 'made',
    columns: columns.map(([column, parentAssetId, parentColumn, way]) => ({
      column,
      parentAssetId,
      parentColumn,
      ...way,
    })),
  };
  await asked('mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { added } }', { input });
}

const classify = (assetId: string, said: object): Promise<unknown> =>
  asked('mutation ($input: ClassifyInput!) { classify(input: $input) { id } }', { input: { assetId, ...said } });

interface Shown {
  readonly classification: Classified | null;
  readonly columns: readonly { readonly name: string; readonly classification: Classified | null }[];
}
interface Classified {
  readonly level: string | null;
  readonly categories: readonly string[];
  readonly subtypes: readonly string[];
  readonly derived: boolean;
  readonly because: readonly { readonly asset: { readonly displayName: string }; readonly column: string | null }[];
}

/** An asset's classification and its columns', as short texts: `CONFIDENTIAL PII < users.email < stg.email`. */
async function shown(assetId: string): Promise<Record<string, string>> {
  await app.app.get(EffectRunner).settle();
  const fields = 'classification { level categories subtypes derived because { asset { displayName } column } }';
  const { asset } = await asked<{ asset: Shown }>(
    `query ($id: ID!) { asset(id: $id) { ${fields} columns { name ${fields} } } }`,
    { id: assetId },
  );
  const columns = asset.columns.map(({ name, classification }) => [name, textOf(classification)] as const);
  return Object.fromEntries(
    [['', textOf(asset.classification)] as const, ...columns].filter(([, text]) => text !== ''),
  );
}

function textOf(classified: Classified | null): string {
  if (classified === null) return '';
  const { level, categories, subtypes, derived, because } = classified;
  const path = because.map(({ asset, column }) => `${asset.displayName}.${column ?? ''}`).join(' → ');
  return [level ?? '-', ...categories, ...subtypes, ...(derived ? [`because ${path}`] : [])].join(' ');
}

it('follows columns, with the path that proves it, and stops or is lowered at masks and aggregations', async () => {
  const raw = await table('users', 'email', 'id');
  const staged = await table('stg_users', 'email', 'email_hash', 'domain', 'id');
  const mart = await table('dim_users', 'contact', 'contact_hash', 'domain', 'users', 'last_email');
  await feed(
    staged,
    ['email', raw, 'email'],
    ['email_hash', raw, 'email', { maskingKind: 'hash' }],
    ['domain', raw, 'email', { masking: true }],
    ['id', raw, 'id'],
  );
  await feed(
    mart,
    ['contact', staged, 'email', { kind: 'TRANSFORMATION' }],
    ['contact_hash', staged, 'email_hash'],
    ['domain', staged, 'domain'],
    ['users', staged, 'email', { kind: 'AGGREGATION', function: 'count' }],
    ['last_email', staged, 'email', { kind: 'AGGREGATION', function: 'max' }],
  );
  await classify(raw, { column: 'email', subtypes: ['pii.email'] });
  const path = 'users.email → stg_users.email';
  expect(await shown(raw)).toEqual({ '': 'CONFIDENTIAL PII', email: 'CONFIDENTIAL PII pii.email' });
  expect(await shown(mart)).toEqual({
    '': `CONFIDENTIAL PII because ${path} → dim_users.contact`,
    contact: `CONFIDENTIAL PII pii.email because ${path} → dim_users.contact`,
    contact_hash:
      'CONFIDENTIAL PII pii.email pseudonymised because users.email → stg_users.email_hash → dim_users.contact_hash',
    domain: 'INTERNAL because users.email → stg_users.domain → dim_users.domain',
    users: `INTERNAL because ${path} → dim_users.users`,
    last_email: `CONFIDENTIAL PII pii.email because ${path} → dim_users.last_email`,
  });
});

it('takes back what followed when the word, or the edge, that it hung on goes', async () => {
  const raw = await table('patients', 'diagnosis', 'note');
  const mart = await table('visits', 'diagnosis');
  const lineage = () => feed(mart, ['diagnosis', raw, 'diagnosis'], ['diagnosis', raw, 'note']);
  await lineage();
  await classify(raw, { column: 'diagnosis', categories: ['PHI'] });
  await classify(raw, { column: 'note', categories: ['PHI'] });
  expect(await shown(mart)).toMatchObject({
    diagnosis: 'RESTRICTED PHI because patients.diagnosis → visits.diagnosis',
  });
  await classify(raw, { column: 'diagnosis' });
  expect(await shown(mart)).toMatchObject({ diagnosis: 'RESTRICTED PHI because patients.note → visits.diagnosis' });
  await feed(mart, ['diagnosis', raw, 'diagnosis']);
  expect(await shown(mart)).toEqual({});
  await lineage();
  expect(await shown(mart)).toMatchObject({ diagnosis: 'RESTRICTED PHI because patients.note → visits.diagnosis' });
});

it("lets a steward's exact word stand instead of what would follow, with a reason and an audit entry", async () => {
  const raw = await table('employees', 'salary');
  const mart = await table('bands', 'band');
  const board = await table('board', 'band');
  await feed(mart, ['band', raw, 'salary']);
  await feed(board, ['band', mart, 'band']);
  await classify(raw, { column: 'salary', level: 'RESTRICTED' });
  expect(await shown(board)).toMatchObject({ band: 'RESTRICTED because employees.salary → bands.band → board.band' });
  const exact = { input: { assetId: mart, column: 'band', level: 'INTERNAL', exact: true } };
  const text =
    'mutation ($input: ClassifyInput!) { classify(input: $input) { columns { classification { level exact } } } }';
  expect((await app.query(text, exact)).errors?.[0]?.message).toBe(
    'Asset shop.public.bands: an exact classification needs a reason',
  );
  const reason = 'Bands of 10,000 and more people';
  const answer = await asked(text, { input: { ...exact.input, reason } });
  expect(answer).toEqual({ classify: { columns: [{ classification: { level: 'INTERNAL', exact: true } }] } });
  expect(await shown(mart)).toEqual({ '': 'INTERNAL', band: 'INTERNAL' });
  expect(await shown(board)).toMatchObject({ band: 'INTERNAL because bands.band → board.band' });
  const { auditEntries } = await asked<{ auditEntries: { nodes: object[] } }>(
    'query ($object: String!) { auditEntries(object: $object) { nodes { action reason after } } }',
    { object: `asset:${mart}` },
  );
  expect(auditEntries.nodes).toContainEqual({
    action: 'asset.classify.exact',
    reason,
    after: { classification: { level: 'INTERNAL', categories: [], exact: true, reason }, column: 'band' },
  });
});

it('stops at an edge that a steward has closed, for the categories named, until it is opened again', async () => {
  const raw = await table('contacts', 'note');
  const mart = await table('letters', 'note');
  await feed(mart, ['note', raw, 'note']);
  await classify(raw, { column: 'note', level: 'RESTRICTED', categories: ['PII'] });
  expect(await shown(mart)).toMatchObject({ note: 'RESTRICTED PII because contacts.note → letters.note' });
  const edge = { assetId: mart, column: 'note', parentAssetId: raw, parentColumn: 'note', reason: 'Names are cut out' };
  const block = 'mutation ($input: BlockPropagationInput!) { blockPropagation(input: $input) { id } }';
  await asked(block, { input: { ...edge, categories: ['pii'] } });
  expect(await shown(mart)).toMatchObject({ note: 'RESTRICTED because contacts.note → letters.note' });
  const list =
    'query ($id: ID!) { propagationBlocks(assetId: $id) { parent { displayName } column categories reason } }';
  expect(await asked(list, { id: mart })).toEqual({
    propagationBlocks: [
      { parent: { displayName: 'contacts' }, column: 'note', categories: ['PII'], reason: 'Names are cut out' },
    ],
  });
  await asked('mutation ($input: PropagationEdgeInput!) { unblockPropagation(input: $input) { id } }', { input: edge });
  expect(await shown(mart)).toMatchObject({ note: 'RESTRICTED PII because contacts.note → letters.note' });
  const { auditEntries } = await asked<{ auditEntries: { nodes: { action: string }[] } }>(
    'query ($object: String!) { auditEntries(object: $object) { nodes { action } } }',
    { object: `asset:${mart}` },
  );
  expect(auditEntries.nodes.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['propagation.block', 'propagation.unblock']),
  );
  const nowhere = await app.query(block, { input: { ...edge, parentColumn: 'other' } });
  expect(nowhere.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

it('is what search finds, counts and filters by', async () => {
  const raw = await table('zebra_raw', 'stripe');
  const mart = await table('zebra_mart', 'stripe');
  await feed(mart, ['stripe', raw, 'stripe']);
  await classify(raw, { column: 'stripe', categories: ['PII'] });
  await app.app.get(EffectRunner).settle();
  const found = await asked(
    `{ search(query: "zebra class:pii") { hits { asset { displayName } } facets { field values { value count } } } }`,
  );
  expect(found).toMatchObject({
    search: { hits: expect.arrayContaining([{ asset: { displayName: 'zebra_mart' } }]) as unknown },
  });
  const document = await app.db.query<object[]>(`select classification from search_document where name = 'zebra_mart'`);
  expect(document).toEqual([{ classification: 'CONFIDENTIAL' }]);
});

it('is followed for 20 columns, and no further', async () => {
  const tables: string[] = [];
  for (let place = 0; place <= 22; place += 1) tables.push(await table(`hop_${String(place)}`, 'value'));
  for (let place = 1; place <= 22; place += 1)
    await feed(tables[place] ?? '', ['value', tables[place - 1] ?? '', 'value']);
  await classify(tables[0] ?? '', { column: 'value', categories: ['PII'] });
  const reached = [];
  for (const id of tables) reached.push('value' in (await shown(id)));
  expect(reached.filter(Boolean)).toHaveLength(21);
});

it('is not disturbed by a cycle, and goes when what fed the cycle goes', async () => {
  const outside = await table('seed', 'name');
  const [left, right] = [await table('left', 'name'), await table('right', 'name')];
  await feed(left, ['name', outside, 'name'], ['name', right, 'name']);
  await feed(right, ['name', left, 'name']);
  await classify(outside, { column: 'name', categories: ['PII'] });
  expect([await shown(left), await shown(right)]).toMatchObject([
    { name: 'CONFIDENTIAL PII because seed.name → left.name' },
    { name: 'CONFIDENTIAL PII because seed.name → left.name → right.name' },
  ]);
  await classify(outside, { column: 'name' });
  expect([await shown(left), await shown(right)]).toEqual([{}, {}]);
});

it('knows what a source says of a column in the same breath in which it names it', async () => {
  const classification = { categories: [], subtypes: ['pii.iban'], exact: true };
  await tell(app.db, { statements: [says('accounts', { columns: [{ path: 'iban', classification }] })] });
  const rows = await app.db.query<object[]>(
    `select class_level, class_categories, class_subtypes, class_exact from asset_column where path = 'iban'`,
  );
  const word = { class_level: 3, class_categories: ['PII'], class_subtypes: ['pii.iban'], class_exact: true };
  expect(rows).toEqual([word]);
});

it('says the same of a column in column lineage as on its asset', async () => {
  const source = await table('lineage_source', 'email');
  const copy = await table('lineage_copy', 'email');
  await feed(copy, ['email', source, 'email']);
  await classify(source, { column: 'email', level: 'CONFIDENTIAL', categories: ['PII'] });
  await app.app.get(EffectRunner).settle();
  const classified = 'classification { level categories subtypes derived exact }';
  const { columnLineage, asset } = await asked<{
    columnLineage: { nodes: { distance: number; details: { classification: unknown } }[] };
    asset: { columns: { classification: unknown }[] };
  }>(
    `query ($id: ID!) {
      columnLineage(assetId: $id, column: "email") { nodes { distance details { ${classified} } } }
      asset(id: $id) { columns { ${classified} } }
    }`,
    { id: copy },
  );
  expect(columnLineage.nodes.find(({ distance }) => distance === 0)?.details).toEqual(asset.columns[0]);
  expect(asset.columns[0]).toMatchObject({ classification: { level: 'CONFIDENTIAL', derived: true } });
});
