import { givenApp, type GivenApp } from './given/app';
import { askWithCookie, givenPerson, givenSession, givenToken } from './given/people';

let given: GivenApp;
let secret: string;
let report: string;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  given = await givenApp();
  for (const [name, role] of [
    ['vera', 'VIEWER'],
    ['olga', 'VIEWER'],
    ['carl', 'CONTRIBUTOR'],
    ['stew', 'STEWARD'],
  ] as const) {
    await givenPerson(given, name, role);
    cookies[name] = await givenSession(given, name);
  }
  secret = await register('db.hr.salaries', { owner: 'Olga', description: 'wages', schema: { wage: 'int' } });
  report = await register('db.hr.report', { schema: { total: 'int' } });
  await given.query(`mutation ($input: RecordLineageInput!) { recordLineage(input: $input) { added } }`, {
    input: { assetId: report, parentAssetIds: [secret], transformation: 'sql' },
  });
});
afterAll(() => given.close());

const NAMESPACE = 'postgres://db:5432';

async function register(name: string, more: object = {}, token = given.adminToken): Promise<string> {
  const { data, errors } = await given.query<{ registerAsset: { id: string } }>(
    'mutation ($input: RegisterAssetInput!) { registerAsset(input: $input) { id } }',
    { input: { namespace: NAMESPACE, name, type: 'TABLE', ...more } },
    token,
  );
  if (!data) throw new Error(JSON.stringify(errors));
  return data.registerAsset.id;
}

interface Body {
  readonly data?: Answers | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}
interface Answers {
  readonly asset?: object | null;
  readonly restrict?: { readonly id: string };
  readonly accessRequests?: { readonly nodes: readonly Waiting[] };
}
interface Waiting {
  readonly id: string;
  readonly contentHash: string;
  readonly asset: { readonly name: string };
}

async function as(name: string, query: string): Promise<Body> {
  const response = await askWithCookie(given, cookies[name] ?? '', query, { 'sec-fetch-site': 'same-origin' });
  return (await response.json()) as Body;
}

const seenBy = async (name: string, id: string): Promise<boolean> => {
  const { data } = await as(name, `{ asset(id: "${id}") { id } }`);
  return data?.asset !== null;
};

async function restrict(input: string): Promise<string> {
  const { data } = await as('stew', `mutation { restrict(input: { ${input}, reason: "wages of people" }) { id } }`);
  return data?.restrict?.id ?? '';
}

const lift = (id: string): Promise<Body> =>
  as('stew', `mutation { liftRestriction(id: "${id}", reason: "no wages any more") }`);

it('hides an asset from all but its owner, stewards and administrators, from the next request on, until it is lifted', async () => {
  expect(await seenBy('vera', secret)).toBe(true);
  const id = await restrict(`assetId: "${secret}"`);
  expect(await Promise.all(['vera', 'carl', 'olga', 'stew'].map((name) => seenBy(name, secret)))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  const { data } = await as(
    'olga',
    `{ asset(id: "${secret}") { restriction { reason assetCount restrictedBy { name } } } }`,
  );
  expect(data).toEqual({
    asset: { restriction: { reason: 'wages of people', assetCount: 1, restrictedBy: { name: 'stew' } } },
  });
  await lift(id);
  expect(await seenBy('vera', secret)).toBe(true);
});

it('hides a namespace with what is in it, and what comes into it', async () => {
  const inside = await given.query<{ registerAsset: { id: string } }>(
    `mutation { registerAsset(input: { namespace: "kafka://hr:9092", name: "one", type: TOPIC }) { id } }`,
  );
  const id = await restrict('namespace: "kafka://hr:9092"');
  const later = await given.query<{ registerAsset: { id: string } }>(
    `mutation { registerAsset(input: { namespace: "kafka://hr:9092", name: "two", type: TOPIC }) { id } }`,
  );
  const ids = [inside, later].map(({ data }) => data?.registerAsset.id ?? '');
  expect(await Promise.all(ids.map((one) => seenBy('vera', one)))).toEqual([false, false]);
  expect((await as('vera', '{ namespaces { nodes { name } } }')).data).toEqual({
    namespaces: { nodes: [{ name: NAMESPACE }] },
  });
  await lift(id);
  expect(await Promise.all(ids.map((one) => seenBy('vera', one)))).toEqual([true, true]);
});

/** By the owner. */
async function grant(request: Waiting | undefined): Promise<void> {
  const said = `id: "${request?.id ?? ''}", hash: "${request?.contentHash ?? ''}", approve: true`;
  const decided = await as('olga', `mutation { decideAccess(input: { ${said} }) { status } }`);
  expect(decided).toEqual({ data: { decideAccess: { status: 'APPROVED' } } });
}

/** The code of the first error. */
const codeOf = ({ errors }: Body): string | undefined => errors?.[0]?.extensions.code;

it('tells no more by asking for access than whether it was granted', async () => {
  const id = await restrict(`assetId: "${secret}"`);
  const end = new Date(Date.now() + 86_400_000).toISOString();
  const ask = (name: string): Promise<Body> =>
    as(
      'vera',
      `mutation { requestAccessByName(input: { namespace: "${NAMESPACE}", name: "${name}",
      purpose: "yearly audit of wages", expiresAt: "${end}" }) { status name } }`,
    );
  const answers = [await ask('db.hr.salaries'), await ask('db.hr.nothing')];
  expect(answers).toEqual(
    ['db.hr.salaries', 'db.hr.nothing'].map((name) => ({ data: { requestAccessByName: { status: 'SENT', name } } })),
  );
  expect(codeOf(await ask('db.hr.nothing'))).toBe('CONFLICT');
  expect(codeOf(await ask('db.hr.salaries'))).toBe('CONFLICT');
  expect((await as('vera', '{ accessRequests { total } }')).data).toEqual({ accessRequests: { total: 0 } });

  const waiting = await as(
    'olga',
    '{ accessRequests(filter: { isMineToDecide: true }) { nodes { id contentHash asset { name } } } }',
  );
  const request = waiting.data?.accessRequests?.nodes[0];
  expect(request?.asset.name).toBe('db.hr.salaries');
  await grant(request);
  expect(await seenBy('vera', secret)).toBe(true);
  expect((await as('vera', '{ accessInquiries { nodes { name status } } }')).data).toEqual({
    accessInquiries: {
      nodes: [
        { name: 'db.hr.nothing', status: 'SENT' },
        { name: 'db.hr.salaries', status: 'GRANTED' },
      ],
    },
  });

  await given.db.query(
    `update access_request set requested_at = now() - interval '2 days', expires_at = now() - interval '1 minute'`,
  );
  expect(await seenBy('vera', secret)).toBe(false);
  await lift(id);
});

it('gives a name away to nobody who tries to register it, and changes nothing', async () => {
  const id = await restrict(`assetId: "${secret}"`);
  const token = await givenToken(given, 'CONTRIBUTOR');
  await expect(register('db.hr.salaries', { description: 'mine now' }, token)).rejects.toThrow('the name is not free');
  const { data } = await as('stew', `{ asset(id: "${secret}") { description } }`);
  expect(data).toEqual({ asset: { description: 'wages' } });
  await lift(id);
});

it('goes along with a merge and stays with both after a split', async () => {
  const twin = await register('db.hr.salaries_copy');
  await restrict(`assetId: "${twin}"`);
  const merged = await as(
    'stew',
    `mutation { mergeAssets(input: { assetId: "${twin}", intoAssetId: "${secret}", reason: "the same table" }) { id } }`,
  );
  expect(await seenBy('vera', secret)).toBe(false);
  expect(await seenBy('vera', twin)).toBe(false);
  expect(merged.errors).toBeUndefined();
  const split = await as(
    'stew',
    `mutation { splitAsset(input: { assetId: "${secret}", identifiers: [{ namespace: "${NAMESPACE}", name: "db.hr.salaries_copy" }], reason: "not the same table" }) { id } }`,
  );
  expect(split.errors).toBeUndefined();
  expect([await seenBy('vera', secret), await seenBy('vera', twin)]).toEqual([false, false]);
  await given.db.query('delete from restriction');
  expect(await seenBy('vera', secret)).toBe(true);
});

it('lets those from whom something is hidden go on writing', async () => {
  const id = await restrict(`assetId: "${secret}"`);
  const writes = [
    `curateAsset(input: { assetId: "${report}", description: "of the month" }) { description }`,
    `changeMyPassword(currentPassword: "seven purple lanterns float", newPassword: "nine purple lanterns sink")`,
    `savePolicy(input: { yaml: ${JSON.stringify('policy: described\nversion: 1\nselector: {}\nrequire:\n  description: true\n')} }) { name }`,
    `requestWaiver(input: { assetId: "${report}", reason: "a reason of twenty characters", expiresAt: "${new Date(Date.now() + 86_400_000).toISOString()}" }) { status }`,
    `actOnViolations(input: { filter: { assetId: "${report}" }, action: ACKNOWLEDGE }) { matched }`,
  ];
  for (const write of writes) {
    const { errors = [] } = await as('carl', `mutation { ${write} }`);
    expect(
      errors.filter(({ extensions }) => extensions.code === 'INTERNAL').map(({ message }) => [write, message]),
    ).toEqual([]);
  }
  await lift(id);
});
