import { givenApp, type Answer, type GivenApp } from './given/app';
import { askWithCookie, givenPerson, givenSession, PASSWORD } from './given/people';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
beforeEach(async () => {
  await given.db.query('truncate person, session, api_token, login_attempt cascade');
});
afterAll(() => given.close());

const codeOf = (answer: Answer<unknown>): string => answer.errors?.[0]?.extensions.code ?? 'answered';

const create = (input: Record<string, unknown>): Promise<Answer<Record<string, unknown>>> =>
  given.query('mutation ($input: CreatePersonInput!) { createPerson(input: $input) { username } }', {
    input: { username: 'new', displayName: 'New', role: 'VIEWER', password: PASSWORD, ...input },
  });

it.each([
  ['eleven characters', 'elevenchars', 'INVALID'],
  ['twelve characters', 'qm4-ztw8-hbx', 'answered'],
  ['128 characters', 'x9 '.repeat(43).slice(0, 127) + 'é', 'answered'],
  ['129 characters', 'x9 '.repeat(43), 'INVALID'],
  ['one of the most common', 'Password123456', 'INVALID'],
  ['one letter many times', 'aaaaaaaaaaaaaaaaaaaa', 'INVALID'],
  ['the username within', 'this-is-someone-42', 'INVALID'],
])('judges a password of %s', async (_what, password, code) => {
  expect(codeOf(await create({ username: 'someone', password }))).toBe(code);
});

it('keeps passwords as argon2id with 19 MiB and two passes', async () => {
  await create({});
  const [row] = await given.db.query<{ password_hash: string }[]>('select password_hash from person');
  expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it('takes one username once, in any case', async () => {
  expect([codeOf(await create({ username: 'Grace' })), codeOf(await create({ username: 'grace' }))]).toEqual([
    'answered',
    'CONFLICT',
  ]);
});

it.each([
  ['username', { username: '<b>' }],
  ['username', { username: 'a b' }],
  ['display name', { displayName: ' ' }],
  ['display name', { displayName: 'a\u0000b' }],
  ['email', { email: 'not an address' }],
  ['role', { role: 'INGESTOR' }],
])('names the %s that breaks a rule', async (what, input) => {
  const answer = await create(input);
  expect({ code: codeOf(answer), message: answer.errors?.[0]?.message.toLowerCase() }).toEqual({
    code: 'INVALID',
    message: expect.stringContaining(what) as string,
  });
});

it('never leaves the service without an administrator who can sign in', async () => {
  const id = await givenPerson(given, 'last', 'ADMIN');
  const change = async (what: string): Promise<string> =>
    codeOf(await given.query(`mutation { updatePerson(input: { id: "${id}", ${what} }) { id } }`));
  expect([await change('role: STEWARD'), await change('isDisabled: true')]).toEqual(['CONFLICT', 'CONFLICT']);
  await givenPerson(given, 'next', 'ADMIN');
  expect(await change('role: STEWARD')).toBe('answered');
});

it('keeps one administrator when two demote each other at once', async () => {
  const ids = [await givenPerson(given, 'one', 'ADMIN'), await givenPerson(given, 'two', 'ADMIN')];
  const answers = await Promise.all(
    ids.map((id) => given.query(`mutation { updatePerson(input: { id: "${id}", role: VIEWER }) { id } }`)),
  );
  expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', 'answered']);
});

it('lets nobody change their own role or state, or reset their own password', async () => {
  await givenPerson(given, 'other', 'ADMIN');
  const id = await givenPerson(given, 'self', 'ADMIN');
  const cookie = await givenSession(given, 'self');
  const codes = await Promise.all(
    [
      `updatePerson(input: { id: "${id}", role: VIEWER }) { id }`,
      `updatePerson(input: { id: "${id}", isDisabled: true }) { id }`,
      `resetPassword(personId: "${id}", newPassword: "eleven quiet rivers run") { id }`,
      `updatePerson(input: { id: "${id}", displayName: "Myself" }) { id }`,
    ].map(async (field) =>
      codeOf((await (await askWithCookie(given, cookie, `mutation { ${field} }`)).json()) as Answer),
    ),
  );
  expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'answered']);
});

it('leaves what is not said and takes away what is null', async () => {
  await create({ username: 'someone', email: 'someone@example.com' });
  const [someone] = await given.db.query<{ id: string }[]>('select id from person');
  const id = someone?.id;
  const update = (input: Record<string, unknown>): Promise<Answer<Record<string, unknown>>> =>
    given.query(
      'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { displayName email role isDisabled } }',
      { input: { id, ...input } },
    );
  expect(await update({ displayName: 'Someone' })).toEqual({
    data: {
      updatePerson: { displayName: 'Someone', email: 'someone@example.com', role: 'VIEWER', isDisabled: false },
    },
  });
  expect(await update({ email: null })).toMatchObject({
    data: { updatePerson: { displayName: 'Someone', email: null } },
  });
});

it('says that there is no such person, for whatever text', async () => {
  const codes = await Promise.all(
    ['00000000-0000-7000-8000-000000000000', 'x', "' or 1=1 --", ''].map(async (id) =>
      codeOf(await given.query('mutation ($id: ID!) { updatePerson(input: { id: $id }) { id } }', { id })),
    ),
  );
  expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
});

it('remembers who did what, without passwords or personal texts', async () => {
  const id = await givenPerson(given, 'someone');
  await given.query(`mutation {
    updatePerson(input: { id: "${id}", role: STEWARD, email: "someone@example.com" }) { id }
    resetPassword(personId: "${id}", newPassword: "eleven quiet rivers run") { id }
  }`);
  const { data } = await given.query(`{
    auditEntries(object: "person:${id}") { total nodes { actor action before after reason } }
  }`);
  const actor = 'token:environment';
  expect(data).toEqual({
    auditEntries: {
      total: 3,
      nodes: [
        { actor, action: 'person.resetPassword', before: null, after: null, reason: null },
        {
          actor,
          action: 'person.update',
          before: { role: 'viewer', isDisabled: false },
          after: { role: 'steward', isDisabled: false, changed: ['email'] },
          reason: null,
        },
        { actor, action: 'person.create', before: null, after: { role: 'viewer' }, reason: null },
      ],
    },
  });
});

it('keeps audit entries from being changed, even by SQL', async () => {
  await givenPerson(given, 'someone');
  for (const statement of ["update audit_entry set actor = 'x'", 'delete from audit_entry', 'truncate audit_entry']) {
    await expect(given.db.query(statement)).rejects.toThrow('audit entries are never changed');
  }
});

it('lists people by name, page by page', async () => {
  for (const name of ['carol', 'Alice', 'bob']) await givenPerson(given, name);
  const page = async (after: string | null): Promise<Record<string, unknown>> =>
    (
      await given.query<{ people: Record<string, unknown> }>(
        'query ($after: String) { people(first: 2, after: $after) { total endCursor nodes { username } } }',
        { after },
      )
    ).data?.people ?? {};
  const first = await page(null);
  expect(first).toMatchObject({ total: 3, nodes: [{ username: 'Alice' }, { username: 'bob' }] });
  expect(await page(String(first['endCursor']))).toEqual({ total: 3, endCursor: null, nodes: [{ username: 'carol' }] });
});

it('offers work to contributors and above who can sign in, by part of their name', async () => {
  for (const role of ['VIEWER', 'CONTRIBUTOR', 'STEWARD'] as const) await givenPerson(given, role.toLowerCase(), role);
  await given.db.query(`update person set is_disabled = username = 'steward', display_name = 'A%da ' || username`);
  const found = (text: string) =>
    given.query<{ assignees: { displayName: string }[] }>(
      'query ($text: String!) { assignees(text: $text) { displayName } }',
      { text },
    );
  const only = { data: { assignees: [{ displayName: 'A%da contributor' }] } };
  expect([await found(''), await found('a%DA'), await found('a%a')]).toMatchObject([
    only,
    only,
    { data: { assignees: [] } },
  ]);
});

it('erases a person for good, and the audit log verifies as before', async () => {
  const id = await givenPerson(given, 'grace', 'STEWARD');
  const cookie = await givenSession(given, 'grace');
  await askWithCookie(
    given,
    cookie,
    'mutation { registerAsset(input: { namespace: "n", name: "of.grace", type: TABLE, owner: "data" }) { id } }',
    { 'sec-fetch-site': 'same-origin' },
  );
  const erase = (reason: string): Promise<Answer<unknown>> =>
    given.query('mutation ($id: ID!, $reason: String!) { erasePerson(personId: $id, reason: $reason) }', {
      id,
      reason,
    });
  expect(codeOf(await erase('short'))).toBe('INVALID');
  expect((await erase('asked for it in writing')).data).toEqual({ erasePerson: true });
  expect(codeOf(await erase('asked for it in writing'))).toBe('NOT_FOUND');
  const { data } = await given.query(`{ auditVerification { isIntact } people { total nodes { username } }
    assetByName(namespace: "n", name: "of.grace") { sources { label } } auditEntries(filter: { object: ["person:${id}"] }) { nodes { action } } }`);
  expect(data).toEqual({
    auditVerification: { isIntact: true },
    people: { total: 0, nodes: [] },
    assetByName: { sources: [{ label: `Deleted user ${id.slice(-4)}` }] },
    auditEntries: { nodes: [{ action: 'person.erase' }, { action: 'session.start' }, { action: 'person.create' }] },
  });
  const left = JSON.stringify(
    await given.db.query(
      'select person, session, source from person left join session on true left join source on true',
    ),
  );
  expect(left).not.toMatch(/grace(?!"?\.)/i);
  expect(await (await askWithCookie(given, cookie, '{ me { kind } }')).json()).toEqual({ data: { me: null } });
  expect(codeOf(await create({ username: 'grace' }))).toBe('answered');
});
