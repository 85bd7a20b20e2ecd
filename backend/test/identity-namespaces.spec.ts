import { givenApp, type GivenApp } from './given/app';

const REGISTER = 'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }';
const RECORD = 'mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { added } }';
const ADD = `mutation ($input: NamespaceAliasInput!) {
  addNamespaceAlias(input: $input) { id kind pattern target effect { renamed merged notes } }
}`;
const REMOVE = 'mutation ($id: ID!) { removeNamespaceAlias(id: $id) }';
const UPDATE = `mutation ($input: UpdateNamespaceInput!) {
  updateNamespace(input: $input) { name environment defaultDatabase defaultSchema casePolicy owner assetCount }
}`;
const NAMESPACES = 'query { namespaces { total nodes { id name platform isWeak assetCount } endCursor } }';

let app: GivenApp;
beforeEach(async () => {
  app = await givenApp();
}, 60_000);
afterEach(() => app.close());

async function asked<Value>(text: string, variables: object = {}): Promise<Value> {
  const { data, errors } = await app.query<Record<string, Value>>(text, { ...variables });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Value;
}

interface Alias {
  readonly id: string;
  readonly effect: { readonly renamed: number; readonly merged: number; readonly notes: readonly string[] };
}
const register = async (namespace: string, name: string): Promise<string> =>
  (await asked<{ id: string }>(REGISTER, { input: { namespace, name, type: 'TABLE' } })).id;
const add = (kind: string, pattern: string, target: string) => asked<Alias>(ADD, { input: { kind, pattern, target } });
const shown = (id: string) =>
  asked<object>(
    'query ($id: ID!) { asset(id: $id) { id namespace name displayName platform identifiers { name role } } }',
    { id },
  );
const named = async (namespace: string, name: string): Promise<string | null> =>
  (
    await asked<{ id: string } | null>(
      'query ($n: String!, $m: String!) { assetByName(namespace: $n, name: $m) { id } }',
      { n: namespace, m: name },
    )
  )?.id ?? null;

async function refusal(text: string, variables: object): Promise<string> {
  const { errors } = await app.query(text, { ...variables });
  return `${errors?.[0]?.extensions.code ?? 'nothing'}: ${errors?.[0]?.message ?? ''}`;
}

/** A stub: only somebody else's lineage mentions it. */
async function mentioned(namespace: string, name: string): Promise<string> {
  const id = await register(namespace, name);
  await app.db.query(
    `with told as (delete from assertion where asset_id = (select id from asset where public_id = $1))
     update asset set status = 'STUB' where public_id = $1`,
    [id],
  );
  return id;
}

describe('namespaces', () => {
  it('are listed by name with how much lives in each', async () => {
    await register('postgres://b.internal', 'x.y.z');
    await register('kafka://localhost', 'topic');
    await register('postgres://b.internal', 'x.y.w');
    expect(await asked(NAMESPACES)).toEqual({
      total: 2,
      nodes: [
        {
          id: expect.any(String) as string,
          name: 'kafka://localhost:9092',
          platform: 'kafka',
          isWeak: true,
          assetCount: 1,
        },
        {
          id: expect.any(String) as string,
          name: 'postgres://b.internal:5432',
          platform: 'postgres',
          isWeak: false,
          assetCount: 2,
        },
      ],
      endCursor: null,
    });
  });

  it('take settings that complete names, also those already known', async () => {
    const id = await register('postgres://b.internal', 'public.orders');
    const namespace = (await asked<{ nodes: { id: string }[] }>(NAMESPACES)).nodes[0]?.id;
    const input = { id: namespace, defaultDatabase: 'shop', environment: 'production', owner: 'platform' };
    expect(await asked(UPDATE, { input })).toEqual({
      name: 'postgres://b.internal:5432',
      environment: 'production',
      defaultDatabase: 'shop',
      defaultSchema: null,
      casePolicy: 'platform',
      owner: 'platform',
      assetCount: 1,
    });
    expect(await shown(id)).toMatchObject({ name: 'shop.public.orders', displayName: 'orders' });
    expect(await named('postgres://b.internal', 'public.Orders')).toBe(id);
    expect(await asked(UPDATE, { input: { id: namespace, owner: null } })).toMatchObject({
      owner: null,
      environment: 'production',
    });
    expect(await refusal(UPDATE, { input: { id: namespace, casePolicy: 'wild' } })).toMatch(
      /^INVALID: .*platform, lower, sensitive/,
    );
    expect(await refusal(UPDATE, { input: { id: '999' } })).toBe('NOT_FOUND: No namespace with id 999');
  });
});

describe('aliases of namespaces', () => {
  it('rename what is known under the old spelling, and let go of it again', async () => {
    const id = await register('food_delivery', 'public.Orders');
    const other = await register('kafka://k', 'topic');
    const alias = await add('exact', 'food_delivery', 'postgres://pg.internal/delivery');
    expect(alias).toMatchObject({
      kind: 'exact',
      pattern: 'food_delivery',
      effect: { renamed: 1, merged: 0, notes: [] },
    });
    const now = { namespace: 'postgres://pg.internal:5432', name: 'delivery.public.orders', platform: 'postgres' };
    expect(await shown(id)).toMatchObject(now);
    expect(await register('food_delivery', 'public.orders')).toBe(id);
    expect(await named('postgres://pg.internal', 'delivery.public.orders')).toBe(id);
    expect(await shown(other)).toMatchObject({ namespace: 'kafka://k:9092' });

    expect(await asked('query { namespaceAliases { kind target } }')).toEqual([
      { kind: 'exact', target: 'postgres://pg.internal/delivery' },
    ]);
    expect(await asked(REMOVE, { id: alias.id })).toBe(true);
    expect(await asked(REMOVE, { id: alias.id })).toBe(false);
    expect(await shown(id)).toMatchObject({ namespace: 'food_delivery', name: 'public.Orders', platform: 'custom' });
    const audit = await asked<{ nodes: { action: string }[] }>('query { auditEntries { nodes { action } } }');
    expect(audit.nodes.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['namespace.alias.add', 'namespace.alias.remove']),
    );
  });

  it('merge an asset that was only referred to into the one that is described', async () => {
    const described = await register('postgres://pg.internal', 'shop.public.orders');
    const stub = await mentioned('postgres://10.0.0.7', 'shop.public.orders');
    const report = await register('postgres://pg.internal', 'shop.public.report');
    await asked(RECORD, { input: { assetId: report, parentAssetIds: [stub], transformation: 'x' } });
    const { effect } = await add('host_list', '10.0.0.7, 10.0.0.8', 'postgres://pg.internal');
    expect(effect).toMatchObject({ merged: 1, notes: [] });
    expect(await shown(stub)).toMatchObject({ id: described, namespace: 'postgres://pg.internal:5432' });
    const lineage = await app.query(
      'query ($id: ID!) { lineage(assetId: $id, direction: UPSTREAM) { nodes { asset { id } } } }',
      { id: report },
    );
    expect(lineage.data?.['lineage']).toEqual({ nodes: [{ asset: { id: report } }, { asset: { id: described } }] });
  });

  it('leave two described assets to people', async () => {
    const one = await register('postgres://pg.internal', 'shop.public.orders');
    const two = await register('postgres://10.0.0.7', 'shop.public.orders');
    const { effect } = await add('regex', 'postgres://10\\.0\\.0\\.\\d+:5432', 'postgres://pg.internal');
    expect(effect).toEqual({ renamed: 0, merged: 0, notes: [expect.stringContaining('merge them by hand') as string] });
    expect([await shown(one), await shown(two)]).toMatchObject([{ id: one }, { id: two }]);
  });

  it.each([
    [
      { kind: 'magic', pattern: 'a', target: 'b' },
      /^INVALID: .*kind must be one of exact, host_list, regex, regex_group/,
    ],
    [{ kind: 'regex', pattern: 'a(', target: 'b' }, /^INVALID: Pattern `a\(`/],
    [{ kind: 'exact', pattern: ' ', target: 'b' }, /^INVALID: .*must not be empty/],
  ])('%j is refused', async (input, reason) => expect(await refusal(ADD, { input })).toMatch(reason));

  it('are there once', async () => {
    await add('exact', 'a', 'b');
    expect(await refusal(ADD, { input: { kind: 'exact', pattern: 'a', target: 'c' } })).toMatch(
      /^CONFLICT: .*`a` already/,
    );
  });
});
