import { givenApp, type GivenApp } from './given/app';

const PG = 'postgres://pg.internal:5432';
const REGISTER = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }';
const RECORD = 'mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { added } }';
const MERGE = 'mutation ($input: MergeAssetsInput!) { mergeAssets(input: $input) { id name } }';
const SPLIT = 'mutation ($input: SplitAssetInput!) { splitAsset(input: $input) { id name } }';
const LOOK = `query ($id: ID!) {
  asset(id: $id) {
    id urn namespace name displayName type status owner description tags schema upstreamCount downstreamCount
    columns { name type description isDeclared upstreamCount downstreamCount classification { level categories } }
    identifiers { namespace name role reason } sources { kind key } facts { field value }
  }
  lineage(assetId: $id, depth: 3) { nodes { asset { id } distance } edges { upstreamId downstreamId transformation } }
  columnLineage(assetId: $id, column: "id") { edges { upstream { assetId column } downstream { assetId column } } }
}`;

let app: GivenApp;
beforeAll(async () => {
  app = await givenApp();
}, 60_000);
afterAll(() => app.close());

async function asked<Value>(text: string, variables: object): Promise<Value> {
  const { data, errors } = await app.query<Record<string, Value>>(text, { ...variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Value;
}

const given = async (name: string, input: object = {}): Promise<string> => {
  const told = { namespace: PG, name: `shop.${name}`, type: 'TABLE', schema: { id: 'int' }, ...input };
  return (await asked<{ id: string }>(REGISTER, { input: told })).id;
};
const feed = (assetId: string, ...parents: string[]) =>
  asked(RECORD, {
    input: {
      assetId,
      parentAssetIds: parents,
      transformation: 'copy',
      columns: parents.map((parentAssetId) => ({ column: 'id', parentAssetId, parentColumn: 'id' })),
    },
  });
const merge = (assetId: string, intoAssetId: string) =>
  asked<{ id: string; name: string }>(MERGE, { input: { assetId, intoAssetId, reason: 'same table' } });

/** What anybody can see of an asset; edges and nodes in an order of their own. */
async function look(id: string): Promise<unknown> {
  const { data, errors } = await app.query<Record<string, never>>(LOOK, { id });
  if (!data) throw new Error(JSON.stringify(errors));
  const sorted = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, sorted(inner)]));
  };
  return sorted(data);
}

async function refusal(text: string, input: object): Promise<string> {
  const { errors } = await app.query(text, { input });
  return `${errors?.[0]?.extensions.code ?? 'nothing'}: ${errors?.[0]?.message ?? ''}`;
}

describe('merging two assets', () => {
  it('makes one of them, with the spellings, words, columns and lineage of both', async () => {
    const [raw, report] = [await given('merge.raw'), await given('merge.report')];
    const one = await given('merge.one', { description: 'The one.', schema: { id: 'int', a: 'text' } });
    const two = await given('merge.two', { owner: 'ana', schema: { ID: 'int', b: 'text' } });
    await feed(two, raw);
    await feed(report, one, two);
    expect(await merge(two, one)).toEqual({ id: one, name: 'shop.merge.one' });

    const { asset, lineage } = (await look(one)) as { asset: object; lineage: object };
    expect(asset).toMatchObject({
      description: 'The one.',
      owner: 'ana',
      upstreamCount: 1,
      downstreamCount: 1,
      schema: { ID: 'int', a: 'text', b: 'text' },
      identifiers: [
        {
          name: 'shop.merge.one',
          role: 'PRIMARY',
          reason: expect.stringMatching(/^its name, to the letter/) as string,
        },
        {
          name: 'shop.merge.two',
          role: 'ALIAS',
          reason: expect.stringMatching(/^merged by .*: same table$/) as string,
        },
      ],
    });
    expect(lineage).toMatchObject({ nodes: [{}, {}, {}], edges: [{}, {}] });
    expect(((await look(two)) as { asset: object }).asset).toEqual(asset);
    const entry = await app.query(
      'query ($object: String!) { auditEntries(object: $object) { nodes { action reason } } }',
      { object: `asset:${one}` },
    );
    expect(entry.data?.['auditEntries']).toEqual({
      nodes: [
        { action: 'asset.merge', reason: 'same table' },
        { action: 'asset.register', reason: null },
      ],
    });
  });

  it('and splitting it again restores both, whatever stood between them', async () => {
    const [up, down, loop] = [await given('undo.up'), await given('undo.down'), await given('undo.loop')];
    const one = await given('undo.one', { description: 'One.', schema: { id: 'int', a: 'text' } });
    const two = await given('undo.two', { description: 'Two.', schema: { id: 'bigint', b: 'text' }, tags: ['x'] });
    await feed(one, two, loop);
    await feed(two, up);
    await feed(loop, two);
    await feed(down, one, two);
    await asked('mutation ($input: ClassifyInput!) { classify(input: $input) { id } }', {
      input: { assetId: two, column: 'b', level: 'RESTRICTED', categories: ['PHI'] },
    });
    const everybody = () => Promise.all([one, two, up, down, loop].map(look));
    const before = await everybody();
    await merge(two, one);
    const split = await asked<{ id: string }>(SPLIT, {
      input: { assetId: one, identifiers: [{ namespace: PG, name: 'shop.undo.two' }], reason: 'they are not' },
    });
    expect(split.id).toBe(two);
    expect(await everybody()).toEqual(before);
  });

  it('goes on finding the asset under both names, and describes one asset under either', async () => {
    const [one, two] = [await given('names.one'), await given('names.two')];
    await merge(two, one);
    expect(await given('names.two', { owner: 'bo' })).toBe(one);
    expect(await merge(two, one)).toMatchObject({ id: one });
  });

  it('can go on in a chain, and come apart in the other order', async () => {
    const [one, two, three] = [await given('chain.one'), await given('chain.two'), await given('chain.three')];
    const before = await Promise.all([one, two, three].map(look));
    await merge(three, two);
    await merge(two, one);
    const spell = (name: string) => ({ namespace: PG, name: `shop.chain.${name}` });
    await asked(SPLIT, { input: { assetId: one, identifiers: [spell('two'), spell('three')], reason: 'no' } });
    await asked(SPLIT, { input: { assetId: three, identifiers: [spell('three')], reason: 'no' } });
    expect(await Promise.all([one, two, three].map(look))).toEqual(before);
  });

  it('is refused without a reason, with itself, or for what is not there', async () => {
    const [one, two] = [await given('no.one'), await given('no.two')];
    expect(await refusal(MERGE, { assetId: one, intoAssetId: two, reason: ' ' })).toMatch(
      /^INVALID: Reason: must not be empty/,
    );
    expect(await refusal(MERGE, { assetId: one, intoAssetId: one, reason: 'x' })).toMatch(/^INVALID: .*with itself/);
    expect(await refusal(MERGE, { assetId: 'x', intoAssetId: one, reason: 'x' })).toBe('NOT_FOUND: No asset with id x');
    const viewer = await app.query<{ createApiToken: { secret: string } }>(
      'mutation { createApiToken(input: { name: "writer", role: CONTRIBUTOR }) { secret } }',
    );
    const input = { assetId: one, intoAssetId: two, reason: 'x' };
    const { errors } = await app.query(MERGE, { input }, viewer.data?.createApiToken.secret ?? '');
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('splitting an asset', () => {
  it('takes out a spelling that another source brought, with what was said under it', async () => {
    const one = await given('apart.orders', { description: 'Plain.' });
    const quoted = { namespace: PG, name: 'shop.apart."ORDERS"' };
    const told = await asked<{ id: string }>(REGISTER, {
      input: { ...quoted, type: 'VIEW', owner: 'quoted', schema: { id: 'int' } },
    });
    expect(told.id).toBe(one);
    const identifiers = [{ namespace: PG, name: 'shop.apart.orders' }];
    const apart = await asked<{ id: string; name: string }>(SPLIT, {
      input: { assetId: one, identifiers, reason: 'two tables' },
    });
    expect(((await look(apart.id)) as { asset: object }).asset).toMatchObject({
      name: 'shop.apart.orders',
      displayName: 'orders',
      type: 'TABLE',
      status: 'ACTIVE',
      owner: null,
      description: 'Plain.',
    });
    expect(((await look(one)) as { asset: object }).asset).toMatchObject({
      name: 'shop.apart."ORDERS"',
      type: 'VIEW',
      owner: 'quoted',
      description: null,
    });
  });

  it('is refused for the primary spelling and for spellings of others', async () => {
    const [one, two] = [await given('keep.one'), await given('keep.two')];
    const split = (name: string) =>
      refusal(SPLIT, { assetId: one, identifiers: [{ namespace: PG, name }], reason: 'x' });
    expect(await split('shop.keep.one')).toMatch(/^INVALID: .*primary spelling stays/);
    expect(await split('shop.keep.two')).toMatch(/^NOT_FOUND: No spelling of asset/);
    expect(await refusal(SPLIT, { assetId: two, identifiers: [], reason: 'x' })).toMatch(/^INVALID: .*at least one/);
  });
});
