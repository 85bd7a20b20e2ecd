import { givenApp, type GivenApp } from './given/app';
import { askWithCookie, givenPerson, givenSession } from './given/people';
import { givenTable, policyText, settled } from './given/policies';

let given: GivenApp;
let cookies: Record<string, string>;
beforeAll(async () => {
  given = await givenApp();
  cookies = {};
  for (const [name, role] of [
    ['ada', 'STEWARD'],
    ['ben', 'STEWARD'],
    ['cid', 'CONTRIBUTOR'],
  ] as const) {
    await givenPerson(given, name, role);
    cookies[name] = await givenSession(given, name);
  }
});
afterAll(() => given.close());

type Data = Record<string, Record<string, unknown>>;

async function as(
  name: string,
  query: string,
): Promise<{ data: Data | null; code: string | undefined; message: string | undefined }> {
  const response = await askWithCookie(given, cookies[name] ?? '', query, { 'sec-fetch-site': 'same-origin' });
  const body = (await response.json()) as {
    data?: Data | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [error] = body.errors ?? [];
  return { data: body.data ?? null, code: error?.extensions.code, message: error?.message };
}

const save = (name: string, text: string, basedOn: number | null = null) =>
  as(
    name,
    `mutation { savePolicy(input: { yaml: ${JSON.stringify(text)}, basedOn: ${String(basedOn)} }) { name state latestVersion activeVersion } }`,
  );
const submit = (name: string, policy: string, version: number) =>
  as(name, `mutation { submitPolicy(name: "${policy}", version: ${version}) { state activeVersion } }`);
async function hashOf(policy: string): Promise<string> {
  const { data } = await given.query<{ policy: { versions: { nodes: { hash: string }[] } } }>(
    `{ policy(name: "${policy}") { versions(first: 1) { nodes { hash } } } }`,
  );
  return data?.policy.versions.nodes[0]?.hash ?? '';
}
async function decide(name: string, policy: string, version: number, approve = true, hash?: string) {
  const bound = hash ?? (await hashOf(policy));
  return as(
    name,
    `mutation { decidePolicy(input: { name: "${policy}", version: ${version}, hash: "${bound}", approve: ${approve}, reason: "seen" }) { state activeVersion mode } }`,
  );
}
const enforced = (name: string, days = 30) =>
  policyText(name, `{ mode: enforce, match: { name: "*.life" }, require: { retention: { days: ${days} } } }`);

it('ships the policies of the standard in force', async () => {
  const { data } = await given.query<{
    policies: {
      total: number;
      nodes: { name: string; state: string; mode: string; standard: string; author: { name: string } }[];
    };
  }>('{ policies(filter: { state: [ACTIVE] }) { total nodes { name state mode standard author { name } } } }');
  expect(data?.policies.nodes.find(({ name }) => name === 'de-pii')).toEqual({
    name: 'de-pii',
    state: 'ACTIVE',
    mode: 'enforce',
    standard: 'DE-2.3',
    author: { name: 'Tributary' },
  });
});

it('brings an enforced policy into force only by a second person, who agrees to one text', async () => {
  expect((await save('ada', enforced('two-people'))).data?.['savePolicy']).toEqual({
    name: 'two-people',
    state: 'DRAFT',
    latestVersion: 1,
    activeVersion: null,
  });
  expect((await decide('ben', 'two-people', 1)).code).toBe('CONFLICT');
  expect((await submit('ada', 'two-people', 1)).data?.['submitPolicy']).toEqual({
    state: 'PROPOSED',
    activeVersion: null,
  });
  expect((await decide('ada', 'two-people', 1)).code).toBe('FORBIDDEN');
  expect((await decide('cid', 'two-people', 1)).code).toBe('FORBIDDEN');
  expect((await decide('ben', 'two-people', 1, true, 'another text')).code).toBe('CONFLICT');
  expect((await decide('ben', 'two-people', 1)).data?.['decidePolicy']).toEqual({
    state: 'ACTIVE',
    activeVersion: 1,
    mode: 'enforce',
  });
});

it('never lets a token decide, not even the administrator’s', async () => {
  const text = enforced('by-token');
  await save('ada', text);
  await submit('ada', 'by-token', 1);
  const { errors } = await given.query(
    `mutation { decidePolicy(input: { name: "by-token", version: 1, hash: "${await hashOf('by-token')}", approve: true }) { state } }`,
  );
  expect(errors?.[0]).toMatchObject({
    message: 'Only a person decides on policies: sign in, a token never does',
    extensions: { code: 'FORBIDDEN' },
  });
});

it('needs a second person to weaken what is enforced, too', async () => {
  const weaker = enforced('two-people').replace('mode: enforce', 'mode: disabled');
  await save('ben', weaker, 1);
  expect((await submit('ben', 'two-people', 2)).data?.['submitPolicy']).toEqual({
    state: 'PROPOSED',
    activeVersion: 1,
  });
  expect((await decide('ben', 'two-people', 2)).code).toBe('FORBIDDEN');
  expect((await as('ada', 'mutation { retirePolicy(name: "two-people", reason: "no use") { state } }')).code).toBe(
    'CONFLICT',
  );
  expect((await decide('ada', 'two-people', 2)).data?.['decidePolicy']).toMatchObject({
    activeVersion: 2,
    mode: 'disabled',
  });
});

it('brings a policy that only warns into force at once', async () => {
  await save('cid', policyText('warning', '{ mode: warn, match: {}, require: { owner: true } }'));
  expect((await submit('cid', 'warning', 1)).data?.['submitPolicy']).toEqual({ state: 'ACTIVE', activeVersion: 1 });
});

it('tells the second of two who edit the same policy at once that the first was faster', async () => {
  await save('ada', enforced('both', 1));
  const [one, two] = await Promise.all([save('ada', enforced('both', 2), 1), save('ben', enforced('both', 3), 1)]);
  expect([one.code, two.code].sort()).toEqual(['CONFLICT', undefined].sort());
  expect([one.message, two.message].find((text) => text)).toBe(
    'Policy both: somebody saved version 2 after your version 1',
  );
});

it('withdraws a submission when the text is edited', async () => {
  await save('ada', enforced('edited', 1));
  await submit('ada', 'edited', 1);
  await save('ada', enforced('edited', 2), 1);
  const { data } = await given.query<{ policy: { versions: { nodes: object[] } } }>(
    '{ policy(name: "edited") { versions { nodes { version status author { name } } } } }',
  );
  expect(data?.policy.versions.nodes).toEqual([
    { version: 2, status: 'DRAFT', author: { name: 'ada' } },
    { version: 1, status: 'WITHDRAWN', author: { name: 'ada' } },
  ]);
  expect((await decide('ben', 'edited', 1)).code).toBe('CONFLICT');
});

it('names the line of what is wrong in a text', async () => {
  const broken = enforced('broken').replace('days: 30', 'days: none');
  const { errors } = await given.query('mutation ($yaml: String!) { savePolicy(input: { yaml: $yaml }) { name } }', {
    yaml: broken,
  });
  expect(errors?.[0]?.message).toBe('Policy: line 4: spec.require.retention.days: must be a whole number of days');
  const { data } = await given.query<{ validatePolicy: object[] }>(
    'query ($yaml: String!) { validatePolicy(yaml: $yaml) { line path } }',
    { yaml: broken },
  );
  expect(data?.validatePolicy).toEqual([{ line: 4, path: 'spec.require.retention.days' }]);
});

it('evaluates everything anew when a policy comes into force, and resolves what it found when it is retired', async () => {
  const id = await givenTable(given, 'shop.public.nobody');
  const open = async () =>
    (
      await given.query<{ violations: { nodes: { status: string }[] } }>(
        'query ($id: ID!) { violations(filter: { assetId: $id, policy: ["hygiene"] }) { nodes { status } } }',
        { id },
      )
    ).data?.violations.nodes.map(({ status }) => status);
  await save(
    'cid',
    policyText('hygiene', '{ mode: warn, priority: 900, match: { name: "*.nobody" }, require: { owner: true } }'),
  );
  await submit('cid', 'hygiene', 1);
  await settled(given);
  expect(await open()).toEqual(['OPEN']);
  await as('ada', 'mutation { retirePolicy(name: "hygiene", reason: "no use") { state } }');
  await settled(given);
  expect(await open()).toEqual(['RESOLVED']);
});
