import { givenApp, type GivenApp } from './given/app';
import { askWithCookie, cookieOf, givenPerson, givenSession, PASSWORD, signIn, whoHas } from './given/people';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
  await givenPerson(given, 'ada', 'ADMIN');
  await givenPerson(given, 'vera');
});
afterAll(() => given.close());

it('gives a cookie that scripts cannot read and other sites do not send', async () => {
  const response = await signIn(given, 'VERA', PASSWORD);
  expect(response.status).toBe(204);
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^tributary_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax$/),
  ]);
});

it('ties the cookie to the host and to https when the browser came by https', async () => {
  const response = await signIn(given, 'vera', PASSWORD, { 'x-forwarded-proto': 'https' });
  expect(response.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-tributary_session=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax; Secure$/),
  ]);
  expect(await whoHas(given, cookieOf(response))).toBe('vera');
});

it('keeps a hash of the cookie, not the cookie', async () => {
  const cookie = await givenSession(given, 'vera');
  const value = cookie.split('=')[1] ?? '';
  const rows = await given.db.query<{ row: string }[]>(`select session::text as row from session`);
  expect(rows.filter(({ row }) => row.includes(value))).toEqual([]);
});

it('answers alike for an unknown name, a wrong password and a disabled person', async () => {
  const id = await givenPerson(given, 'gone');
  await given.query(`mutation { updatePerson(input: { id: "${id}", isDisabled: true }) { id } }`);
  const answers = await Promise.all(
    [
      ['nobody', PASSWORD],
      ['vera', 'not this one, surely'],
      ['gone', PASSWORD],
    ].map(async ([name = '', password = '']) => {
      const response = await signIn(given, name, password);
      const { error } = (await response.json()) as { error: { code: string; message: string } };
      const { code, message } = error;
      return { status: response.status, code, message };
    }),
  );
  const same = { status: 401, code: 'UNAUTHENTICATED', message: 'Username or password is wrong' };
  expect(answers).toEqual([same, same, same]);
});

it('changes the session at every sign-in and ends the one before', async () => {
  const before = await givenSession(given, 'vera');
  const response = await signIn(given, 'vera', PASSWORD, { cookie: before });
  expect(await whoHas(given, before)).toBeNull();
  expect(await whoHas(given, cookieOf(response))).toBe('vera');
});

it('takes no session that the browser brought along', async () => {
  const planted = `tributary_session=${'a'.repeat(64)}`;
  const response = await signIn(given, 'vera', PASSWORD, { cookie: planted });
  expect(cookieOf(response)).not.toBe(planted);
  expect(await whoHas(given, planted)).toBeNull();
});

it('ends a session at sign-out', async () => {
  const cookie = await givenSession(given, 'vera');
  const response = await fetch(`${given.url}/api/v1/session`, {
    method: 'DELETE',
    headers: { cookie, 'sec-fetch-site': 'same-origin' },
  });
  expect(response.status).toBe(204);
  expect(await whoHas(given, cookie)).toBeNull();
});

it.each([
  ['an hour without use', "last_seen_at = now() - interval '61 minutes'"],
  ['twelve hours', "expires_at = now() - interval '1 second'"],
])('ends a session after %s', async (_when, change) => {
  const cookie = await givenSession(given, 'vera');
  await given.db.query(`update session set ${change}`);
  expect(await whoHas(given, cookie)).toBeNull();
});

it('opens sessions for twelve hours', async () => {
  await given.db.query('delete from session');
  await givenSession(given, 'vera');
  const [row] = await given.db.query<{ hours: number }[]>(
    'select round(extract(epoch from expires_at - created_at) / 3600)::int as hours from session',
  );
  expect(row).toEqual({ hours: 12 });
});

it('ends every session of a person who is disabled, at once', async () => {
  const id = await givenPerson(given, 'soon-gone');
  const cookie = await givenSession(given, 'soon-gone');
  await given.query(`mutation { updatePerson(input: { id: "${id}", isDisabled: true }) { id } }`);
  expect(await whoHas(given, cookie)).toBeNull();
  await given.query(`mutation { updatePerson(input: { id: "${id}", isDisabled: false }) { id } }`);
  expect(await whoHas(given, cookie)).toBeNull();
});

it('applies a new role to the very next request', async () => {
  const id = await givenPerson(given, 'rising');
  const cookie = await givenSession(given, 'rising');
  const codes = async (): Promise<unknown> =>
    ((await (await askWithCookie(given, cookie, '{ people { total } }')).json()) as { errors?: unknown }).errors;
  expect(await codes()).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'FORBIDDEN' }) }),
  ]);
  await given.query(`mutation { updatePerson(input: { id: "${id}", role: ADMIN }) { id } }`);
  expect(await codes()).toBeUndefined();
});

it('keeps the session that changes its password and ends the others', async () => {
  await givenPerson(given, 'changer');
  const [mine, other] = [await givenSession(given, 'changer'), await givenSession(given, 'changer')];
  const change = (current: string): Promise<Response> =>
    askWithCookie(
      given,
      mine,
      `mutation { changeMyPassword(currentPassword: "${current}", newPassword: "eleven quiet rivers run") }`,
    );
  expect(await (await change('not the current one')).json()).toMatchObject({
    errors: [{ message: 'Current password: is wrong', extensions: { code: 'INVALID' } }],
  });
  expect(await (await change(PASSWORD)).json()).toEqual({ data: { changeMyPassword: true } });
  expect([await whoHas(given, mine), await whoHas(given, other)]).toEqual(['changer', null]);
  expect((await signIn(given, 'changer', 'eleven quiet rivers run')).status).toBe(204);
});

it.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed page', { origin: 'null' }],
  ['another site, by the browser’s word', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbouring host', { 'sec-fetch-site': 'same-site' }],
])('does nothing for a cookie sent from %s', async (_where, headers) => {
  const cookie = await givenSession(given, 'ada');
  const name = `by-forgery-${Object.values(headers)[0]?.length ?? 0}`;
  const response = await askWithCookie(
    given,
    cookie,
    `mutation { createPerson(input: { username: "${name}", displayName: "x", role: VIEWER, password: "${PASSWORD}" }) { id } }`,
    headers,
  );
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 403,
    body: { errors: [{ message: expect.any(String) as string, extensions: { code: 'FORBIDDEN' } }] },
  });
  expect(await given.db.query('select 1 from person where username = $1', [name])).toEqual([]);
});

it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'takes no GraphQL as %s, which forms of other sites can send',
  async (type) => {
    const cookie = await givenSession(given, 'ada');
    const response = await askWithCookie(given, cookie, '{ me { id } }', { 'content-type': type });
    expect(response.status).toBe(415);
  },
);

it('serves the pages of this very host', async () => {
  const cookie = await givenSession(given, 'ada');
  const response = await askWithCookie(given, cookie, '{ me { username } }', {
    origin: given.url,
    'sec-fetch-site': 'same-origin',
  });
  expect(await response.json()).toEqual({ data: { me: { username: 'ada' } } });
});

it.each([
  ['another site', { origin: 'https://evil.example' }, 403],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
])('signs nobody in from %s', async (_where, headers, status) => {
  expect((await signIn(given, 'vera', PASSWORD, headers as Record<string, string>)).status).toBe(status);
});

it.each([
  ['an unknown key', { username: 'vera', password: PASSWORD, role: 'ADMIN' }],
  ['a list of names', { username: ['vera', 'ada'], password: PASSWORD }],
  ['nothing', null],
])('refuses a body with %s', async (_what, body) => {
  const response = await fetch(`${given.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect({ status: response.status, body: await response.json() }).toMatchObject({
    status: 400,
    body: { error: { code: 'INVALID' } },
  });
});
