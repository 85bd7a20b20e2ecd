import { givenApp, type GivenApp } from './given/app';
import { askWithCookie, givenPerson, givenSession, givenToken } from './given/people';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
afterAll(() => given.close());

const CREATE = `mutation ($input: CreateApiTokenInput!) {
  createApiToken(input: $input) { secret token { name role namespaces createdBy lastUsedAt revokedAt expiresAt } }
}`;

interface Created {
  readonly createApiToken: { readonly secret: string; readonly token: Record<string, unknown> & { expiresAt: string } };
}

const roleOf = async (token: string): Promise<unknown> => {
  const answer = await given.query<{ me: { role: string } | null }>('{ me { role } }', {}, token);
  return answer.data?.me?.role ?? answer.errors?.[0]?.extensions.code;
};

const idIn = (secret: string): string => secret.split('_')[2] ?? '';

it('shows a token once, keeps its hash, and lets it in', async () => {
  const { data } = await given.query<Created>(CREATE, { input: { name: 'ci', role: 'VIEWER' } });
  const secret = data?.createApiToken.secret ?? '';
  expect(secret).toMatch(/^trib_viewer_[0-9a-f]{32}_[0-9a-f]{64}$/);
  expect(await roleOf(secret)).toBe('VIEWER');
  const rows = await given.db.query<{ row: string }[]>('select api_token::text as row from api_token');
  expect(rows.filter(({ row }) => row.includes(secret.split('_')[3] ?? ''))).toEqual([]);
});

it('lets tokens live for 90 days unless told, and for a year at most', async () => {
  const daysOf = async (expiresInDays?: number): Promise<unknown> => {
    const { data, errors } = await given.query<Created>(CREATE, {
      input: { name: 'ci', role: 'VIEWER', expiresInDays },
    });
    if (!data) return errors?.[0]?.extensions.code;
    return Math.round((Date.parse(data.createApiToken.token.expiresAt) - Date.now()) / 86_400_000);
  };
  expect(await Promise.all([daysOf(), daysOf(1), daysOf(365), daysOf(366), daysOf(0)])).toEqual([
    90,
    1,
    365,
    'INVALID',
    'INVALID',
  ]);
});

it.each([
  ['revoked', 'revoked_at = now()'],
  ['expired', "expires_at = now() - interval '1 second'"],
])('refuses a token that is %s, at the next request', async (_state, change) => {
  const token = await givenToken(given, 'VIEWER');
  expect(await roleOf(token)).toBe('VIEWER');
  await given.db.query(`update api_token set ${change} where id = $1::uuid`, [idIn(token)]);
  expect(await roleOf(token)).toBe('UNAUTHENTICATED');
});

it('revokes for good, once', async () => {
  const token = await givenToken(given, 'VIEWER');
  const revoke = `mutation { revokeApiToken(id: "${idIn(token)}") { revokedAt } }`;
  const withDashes = revoke.replace(/"(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})"/, '"$1-$2-$3-$4-$5"');
  const first = await given.query<{ revokeApiToken: { revokedAt: string } }>(withDashes);
  expect(first.data?.revokeApiToken.revokedAt).toEqual(expect.any(String));
  expect(await given.query(withDashes)).toEqual(first);
  expect(await roleOf(token)).toBe('UNAUTHENTICATED');
});

it('notes the last use, to the minute', async () => {
  const token = await givenToken(given, 'VIEWER');
  await roleOf(token);
  const lastUse = async (): Promise<unknown> =>
    (await given.db.query('select last_used_at from api_token where id = $1::uuid', [idIn(token)])) as unknown;
  const first = await lastUse();
  expect(first).toEqual([{ last_used_at: expect.any(Date) as Date }]);
  await roleOf(token);
  expect(await lastUse()).toEqual(first);
});

it('lets no stored token make tokens or people, whatever its role', async () => {
  const admin = await givenToken(given, 'ADMIN');
  const answers = await Promise.all([
    given.query(CREATE, { input: { name: 'another', role: 'VIEWER' } }, admin),
    given.query('{ apiTokens { total } }', {}, admin),
    given.query('{ people { total } }', {}, admin),
    given.query('{ auditEntries { total } }', {}, admin),
  ]);
  expect(answers.map((answer) => answer.errors?.[0]?.extensions.code ?? 'answered')).toEqual([
    'FORBIDDEN',
    'FORBIDDEN',
    'FORBIDDEN',
    'answered',
  ]);
});

it('gives a token no more than its maker still may, and nothing once the maker is disabled', async () => {
  await givenPerson(given, 'keeper', 'ADMIN');
  const id = await givenPerson(given, 'maker', 'ADMIN');
  const cookie = await givenSession(given, 'maker');
  const made = (await (
    await askWithCookie(given, cookie, 'mutation { createApiToken(input: { name: "x", role: STEWARD }) { secret } }')
  ).json()) as { data: { createApiToken: { secret: string } } };
  const token = made.data.createApiToken.secret;
  const may = async (): Promise<unknown> => {
    const answer = await given.query<{ me: { permissions: string[] } }>('{ me { permissions } }', {}, token);
    return answer.data?.me.permissions.includes('ingest:write') ?? answer.errors?.[0]?.extensions.code;
  };
  const change = (what: string): Promise<unknown> =>
    given.query(`mutation { updatePerson(input: { id: "${id}", ${what} }) { id } }`);
  expect(await may()).toBe(true);
  await change('role: VIEWER');
  expect(await may()).toBe(false);
  await change('isDisabled: true');
  expect(await may()).toBe('UNAUTHENTICATED');
  await change('isDisabled: false');
  expect(await may()).toBe('UNAUTHENTICATED');
});

it('takes nothing else for a token, and says nothing about why', async () => {
  const good = await givenToken(given, 'VIEWER');
  const forged = [
    'Bearer',
    'Bearer ',
    'Bearer x',
    `Basic ${Buffer.from('admin:admin').toString('base64')}`,
    `Bearer ${good.slice(0, -1)}${good.endsWith('0') ? '1' : '0'}`,
    `Bearer ${good}0`,
    `Bearer ${good.toUpperCase()}`,
    `Bearer ${given.adminToken.slice(1)}`,
    `Bearer ${given.adminToken} `.trimEnd() + 'x',
    'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGUiOiJhZG1pbiJ9.',
    `Token ${good}`,
  ];
  const answers = await Promise.all(
    forged.map(async (authorization) => {
      const response = await fetch(`${given.url}/graphql`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: '{"query":"{ me { id } }"}',
      });
      return { status: response.status, body: await response.json() };
    }),
  );
  const refusal = {
    status: 401,
    body: { errors: [{ message: 'The API token is not valid', extensions: { code: 'UNAUTHENTICATED' } }] },
  };
  expect(answers).toEqual(forged.map(() => refusal));
});

it('believes no header but the two it reads', async () => {
  const response = await fetch(`${given.url}/graphql?token=${given.adminToken}&api_key=${given.adminToken}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-api-key': given.adminToken,
      'x-user-id': 'environment',
      'x-actor': 'person:admin',
      'x-forwarded-user': 'admin',
      'x-datahub-actor': 'urn:li:corpuser:admin',
      'x-middleware-subrequest': 'middleware',
    },
    body: '{"query":"{ me { id } }"}',
  });
  expect(await response.json()).toEqual({ data: { me: null } });
});

it('lists tokens newest first, page by page', async () => {
  const world = await givenApp();
  for (const name of ['one', 'two', 'three']) await world.query(CREATE, { input: { name, role: 'INGESTOR' } });
  const page = async (after: string | null): Promise<unknown> =>
    (
      await world.query(
        'query ($after: String) { apiTokens(first: 2, after: $after) { total endCursor nodes { name createdBy } } }',
        { after },
      )
    ).data?.['apiTokens'];
  const first = (await page(null)) as { endCursor: string };
  expect(first).toEqual({
    total: 3,
    endCursor: expect.any(String) as string,
    nodes: [
      { name: 'three', createdBy: null },
      { name: 'two', createdBy: null },
    ],
  });
  expect(await page(first.endCursor)).toEqual({ total: 3, endCursor: null, nodes: [{ name: 'one', createdBy: null }] });
  await world.close();
});
