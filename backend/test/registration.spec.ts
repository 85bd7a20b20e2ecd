import { givenApp, type GivenApp } from './given/app';

const ASSET = 'id urn namespace name type status owner description tags schema';
const REGISTER = `mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { ${ASSET} } }`;
const RECORD = `mutation ($input: RecordLineageInput!) {
  recordLineage(input: $input) { asset { name upstreamCount } parents { name } added removed unchanged }
}`;
const CLASSIFY = `mutation ($input: ClassifyInput!) {
  classify(input: $input) { classification { level categories } columns { name classification { level categories } } }
}`;
const CURATE = `mutation ($input: CurateAssetInput!) {
  curateAsset(input: $input) { description owner tags columns { name description tags } }
}`;
const PG = 'postgres://pg.internal:5432';

interface Shown {
  readonly id: string;
  readonly name: string;
  readonly schema: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

let app: GivenApp;
beforeAll(async () => {
  app = await givenApp();
}, 60_000);
afterAll(() => app.close());

const register = (input: object, token?: string) =>
  app.query<{ registerAsset: Shown }>(REGISTER, { input: { namespace: PG, type: 'TABLE', ...input } }, token);

async function registered(input: object): Promise<Shown> {
  const { data, errors } = await register(input);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.registerAsset;
}

async function refusal(text: string, input: object): Promise<string> {
  const { errors } = await app.query(text, { input });
  return `${errors?.[0]?.extensions.code ?? 'nothing'}: ${errors?.[0]?.message ?? ''}`;
}

describe('registerAsset', () => {
  it('describes an asset and shows it', async () => {
    const input = {
      namespace: 'postgresql://PG.internal',
      name: 'Shop.public.Orders',
      schema: { id: 'bigint', 'address.city': 'text' },
      owner: 'sales',
      description: 'Every order.',
      tags: ['core', 'core'],
      isEncrypted: true,
    };
    expect(await registered(input)).toEqual({
      id: expect.any(String) as string,
      urn: 'urn:trib:dataset:(postgres://pg.internal:5432,shop.public.orders)',
      namespace: PG,
      name: 'shop.public.orders',
      type: 'TABLE',
      status: 'ACTIVE',
      owner: 'sales',
      description: 'Every order.',
      tags: ['core'],
      schema: { id: 'bigint', 'address.city': 'text' },
    });
  });

  it('is one asset however it is spelt, keeps what is not said again, and takes back what is null', async () => {
    const first = await registered({
      name: 'shop.public.items',
      owner: 'sales',
      description: 'Lines.',
      schema: { id: 'int' },
    });
    const second = await registered({
      namespace: 'jdbc:postgresql://pg.internal/shop?user=u',
      name: 'public.ITEMS',
      owner: null,
    });
    expect(second).toEqual({ ...first, owner: null });
  });

  it('the same twice writes nothing', async () => {
    const input = { name: 'shop.public.twice', schema: { id: 'int' }, tags: ['a'], region: 'eu', owner: 'b' };
    await registered(input);
    const written = () =>
      app.db.query<{ changes: string; assertion: string }[]>(
        `select (select count(*) from change_log) as changes, max(xmin::text::bigint) as assertion
           from assertion where spelling_name = 'shop.public.twice'`,
      );
    const before = await written();
    await registered(input);
    expect(await written()).toEqual(before);
  });

  it('makes one asset for twenty callers at once', async () => {
    const input = { name: 'shop.public.rush', schema: { id: 'int' } };
    const all = await Promise.all(Array.from({ length: 20 }, () => registered(input)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  });

  it.each([
    [{ name: '' }, 'INVALID: Name: must not be empty'],
    [{ name: 'x', namespace: ' ' }, 'INVALID: Namespace: must not be empty'],
    [{ name: 'a\u0000b' }, 'INVALID: Name `a\ufffdb`: character U+0000 is not allowed'],
    [{ name: 'x'.repeat(4_097) }, /^INVALID: Name .*has 4097 characters, at most 4096 are allowed/],
    [{ name: 'x', type: 'TABEL' }, /^INVALID: .*TABEL/],
    [{ name: 'x', columns: [{ name: 'a' }, { name: 'a' }] }, 'INVALID: Asset x: column `a` is listed twice'],
    [{ name: 'x', columns: [{ name: '' }] }, 'INVALID: Asset x: Column: must not be empty'],
    [{ name: 'x', schema: ['a'] }, /^INVALID: Asset x: schema must be an object/],
    [{ name: 'x', schema: { a: 1 } }, 'INVALID: Asset x: column `a` of schema must have a text as its type'],
    [{ name: 'x', schema: {}, columns: [] }, 'INVALID: Asset x: give schema or columns, not both'],
    [{ name: 'x', description: 'a\u0000' }, 'INVALID: Asset x: description: character U+0000 is not allowed'],
  ])('%j is refused with a reason', async (input, reason) => {
    const answer = await refusal(REGISTER, { namespace: PG, type: 'TABLE', ...input });
    if (typeof reason === 'string') expect(answer).toBe(reason);
    else expect(answer).toMatch(reason);
  });

  it.each([
    ['emoji', '🧾'.repeat(500)],
    ['quotes', `"'\``.repeat(333)],
    ['dots', 'a.'.repeat(499) + 'a'],
    ['slashes', 'a/'.repeat(499) + 'a'],
    ['markup', '<script>alert(1)</script>'.repeat(40)],
    ['random letters', Array.from({ length: 4_000 }, (_, i) => ((i * 7919) % 36).toString(36)).join('')],
  ])('a name of 1,000 characters of %s is a name like any other', async (_, name) => {
    for (const namespace of ['shop', 's3://bucket', 'kafka://k', PG]) {
      const asset = await registered({ namespace, name });
      expect(await registered({ namespace, name: asset.name })).toEqual(asset);
    }
  });

  it('a token may be tied to namespaces', async () => {
    const made = await app.query<{ createApiToken: { secret: string } }>(
      `mutation { createApiToken(input: { name: "ci", role: CONTRIBUTOR, namespaces: ["postgresql://pg.internal"] }) { secret } }`,
    );
    const secret = made.data?.createApiToken.secret ?? '';
    expect((await register({ name: 'shop.public.mine' }, secret)).data?.registerAsset.name).toBe('shop.public.mine');
    const foreign = await register({ namespace: 'kafka://k', name: 'topic' }, secret);
    expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('recordLineage', () => {
  const named = async (name: string): Promise<string> =>
    (await registered({ name: `shop.lineage.${name}`, schema: { id: 'int' } })).id;
  const record = (input: object) => app.query(RECORD, { input: { transformation: 'join', ...input } });

  it('replaces what the caller said, adds and takes away', async () => {
    const [report, orders, items, rates] = await Promise.all(['report', 'orders', 'items', 'rates'].map(named));
    const first = await record({ assetId: report, parentAssetIds: [orders, items, orders] });
    expect(first).toEqual({
      data: {
        recordLineage: {
          asset: { name: 'shop.lineage.report', upstreamCount: 2 },
          parents: [{ name: 'shop.lineage.orders' }, { name: 'shop.lineage.items' }],
          added: 2,
          removed: 0,
          unchanged: 0,
        },
      },
    });
    const second = await record({ assetId: report, parentAssetIds: [items, rates] });
    expect(second.data?.['recordLineage']).toMatchObject({
      asset: { upstreamCount: 2 },
      added: 1,
      removed: 1,
      unchanged: 1,
    });
    const none = await record({ assetId: report, parentAssetIds: [] });
    expect(none.data?.['recordLineage']).toMatchObject({ asset: { upstreamCount: 0 }, added: 0, removed: 2 });
  });

  it('allows cycles, and column edges with their kind', async () => {
    const [a, b] = await Promise.all(['a', 'b'].map(named));
    await record({ assetId: a, parentAssetIds: [b] });
    const columns = [{ column: 'id', parentAssetId: a, parentColumn: 'id', kind: 'aggregation', masking: true }];
    expect((await record({ assetId: b, parentAssetIds: [a], columns })).errors).toBeUndefined();
    const answer = await app.query(
      `query ($id: ID!) { columnLineage(assetId: $id, column: "id", direction: UPSTREAM) { edges { kind subtype masking } } }`,
      { id: b },
    );
    expect(answer.data?.['columnLineage']).toEqual({
      edges: [{ kind: 'DIRECT', subtype: 'AGGREGATION', masking: true }],
    });
  });

  it('keeps the function of an aggregation and how a value is masked', async () => {
    const [a, b] = await Promise.all(['counted', 'counts'].map(named));
    const edge = { column: 'id', parentAssetId: a, parentColumn: 'id' };
    const columns = [{ ...edge, kind: 'AGGREGATION', function: 'COUNT', maskingKind: 'count' }];
    expect((await record({ assetId: b, parentAssetIds: [a], columns })).errors).toBeUndefined();
    const [kept] = await app.db.query<object[]>(
      `select subtype, masking, function, masking_kind from column_edge
        where downstream_id in (select id from asset_column where asset_id = (select id from asset where public_id = $1))`,
      [b],
    );
    expect(kept).toEqual({ subtype: 'AGGREGATION', masking: true, function: 'count', masking_kind: 'count' });
    const odd = {
      input: { assetId: b, parentAssetIds: [a], transformation: '', columns: [{ ...edge, maskingKind: 'veil' }] },
    };
    expect((await app.query(RECORD, odd)).errors?.[0]?.message).toMatch(
      /masking kind `veil` is not one of hash, encrypt/,
    );
  });

  it('refuses what cannot be', async () => {
    const [a, b] = await Promise.all(['x', 'y'].map(named));
    const nobody = '00000000-0000-7000-8000-000000000000';
    const ask = (input: object) => refusal(RECORD, { transformation: '', ...input });
    expect(await ask({ assetId: a, parentAssetIds: [a] })).toBe(
      'INVALID: Asset shop.lineage.x: cannot be its own parent',
    );
    expect(await ask({ assetId: a, parentAssetIds: [nobody] })).toBe(`NOT_FOUND: No asset with id ${nobody}`);
    expect(await ask({ assetId: 'nonsense', parentAssetIds: [] })).toBe('NOT_FOUND: No asset with id nonsense');
    const column = { column: 'id', parentAssetId: b, parentColumn: 'id' };
    expect(await ask({ assetId: a, parentAssetIds: [], columns: [column] })).toMatch(/^INVALID: .*none of its parents/);
    const odd = { ...column, kind: 'MAGIC' };
    expect(await ask({ assetId: a, parentAssetIds: [b], columns: [odd] })).toMatch(
      /^INVALID: .*`MAGIC` is not one of DIRECT/,
    );
  });
});

describe('classify', () => {
  it("replaces the caller's own word; empty takes it back", async () => {
    const { id } = await registered({ name: 'shop.classify.people', schema: { Email: 'text', id: 'int' } });
    const classify = async (input: object) =>
      (await app.query(CLASSIFY, { input: { assetId: id, ...input } })).data?.['classify'];
    const email = (level: string | null, categories: string[]) => ({
      columns: [
        { name: 'Email', classification: level === null ? null : { level, categories } },
        { name: 'id', classification: null },
      ],
    });
    expect(await classify({ column: 'email', level: 'RESTRICTED', categories: ['PII'] })).toMatchObject(
      email('RESTRICTED', ['PII']),
    );
    const secret = { columns: [{ name: 'Email', classification: { level: null, categories: ['secret'] } }, {}] };
    expect(await classify({ column: 'Email', categories: ['secret'] })).toMatchObject(secret);
    expect(await classify({ column: 'email' })).toMatchObject({ classification: null, ...email(null, []) });
    expect(await classify({ level: 'INTERNAL' })).toMatchObject({
      classification: { level: 'INTERNAL', categories: [] },
    });
    expect(await refusal(CLASSIFY, { assetId: id, column: 'nope', level: 'PUBLIC' })).toMatch(
      /^NOT_FOUND: No column .* nope$/,
    );
  });
});

describe('curateAsset', () => {
  it('is believed before any document; null takes it back, absent leaves it', async () => {
    const { id } = await registered({
      name: 'shop.curate.t',
      schema: { a: 'int' },
      description: 'From the start.',
      tags: ['x'],
    });
    const curate = async (input: object) =>
      (await app.query(CURATE, { input: { assetId: id, ...input } })).data?.['curateAsset'];
    expect(await curate({ description: 'By hand.', tags: [] })).toMatchObject({
      description: 'By hand.',
      owner: null,
      tags: [],
    });
    expect(await curate({ owner: 'ana' })).toMatchObject({ description: 'By hand.', owner: 'ana', tags: [] });
    expect(await curate({ description: null, tags: null })).toMatchObject({
      description: 'From the start.',
      owner: 'ana',
      tags: ['x'],
    });
    expect(await curate({ column: 'a', description: 'A column.' })).toMatchObject({
      columns: [{ name: 'a', description: 'A column.' }],
    });
    expect(await refusal(CURATE, { assetId: id, column: 'a', owner: 'x' })).toMatch(/^INVALID: .*column has no owner/);
  });
});
