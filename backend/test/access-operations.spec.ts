import { givenApp, type Answer, type GivenApp } from './given/app';
import { anyCall } from './given/any-call';
import { declaredFieldResolversOf, guardedFieldsOf, rootFieldsOf, routesOf, type Operation } from './given/operations';
import { askWithCookie, givenPerson, givenSession, givenToken } from './given/people';
import { permissionsOfRole, PERMISSIONS, type Permission, type Role } from '../src/access/domain/permission';

let given: GivenApp;
/** How each kind of caller sends a request. */
let credentials: Record<string, Record<string, string>>;
beforeAll(async () => {
  given = await givenApp();
  credentials = { nobody: {} };
  for (const role of ['VIEWER', 'CONTRIBUTOR', 'STEWARD', 'ADMIN'] as const) {
    await givenPerson(given, role.toLowerCase(), role);
    const cookie = await givenSession(given, role.toLowerCase());
    credentials[role.toLowerCase()] = { cookie, 'sec-fetch-site': 'same-origin' };
  }
  credentials['ingestor'] = { authorization: `Bearer ${await givenToken(given, 'INGESTOR')}` };
});
afterAll(() => given.close());

const undeclared = (operations: readonly Operation[]): string[] =>
  operations.filter(({ requirement }) => requirement === 'undeclared').map(({ name }) => name);

const mayCall = (role: string, requirement: string): boolean => {
  if (requirement === 'public') return true;
  return role !== 'nobody' && permissionsOfRole(role as Role).has(requirement as Permission);
};

it('declares for every root field and every route what it asks of its caller', () => {
  expect(undeclared([...rootFieldsOf(given), ...routesOf(given)])).toEqual([]);
});

it('declares only permissions that there are', () => {
  const known = new Set<string>([...PERMISSIONS, 'public']);
  const all = [...rootFieldsOf(given), ...routesOf(given), ...guardedFieldsOf(given)];
  expect(all.filter(({ requirement }) => !known.has(requirement))).toEqual([]);
});

it('carries in the schema what field resolvers declare, where it is checked', () => {
  const guarded = guardedFieldsOf(given).map(({ name }) => name.split('.')[1]);
  expect(declaredFieldResolversOf(given).filter((name) => !guarded.includes(name))).toEqual([]);
});

it('is open to everybody in these places and no others', () => {
  const open = [...rootFieldsOf(given), ...routesOf(given), ...guardedFieldsOf(given)]
    .filter(({ requirement }) => requirement === 'public')
    .map(({ name }) => name);
  expect(open.sort()).toEqual([
    'DELETE /api/v1/session',
    'GET /health/live',
    'GET /health/ready',
    'GET /metrics',
    'POST /api/v1/session',
    'query me',
  ]);
});

/** The code of the first error of a call, or `answered`. */
async function codeOf(query: string, headers: Record<string, string>): Promise<string> {
  const response = await fetch(`${given.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const body = (await response.json()) as Answer;
  return body.errors?.[0]?.extensions.code ?? 'answered';
}

/** The status of a call with a body that makes no sense. */
async function statusOf(route: { method: string; path: string }, headers: Record<string, string>): Promise<number> {
  const response = await fetch(`${given.url}${route.path}`, {
    method: route.method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(route.method === 'GET' || route.method === 'HEAD' ? {} : { body: '{ not json' }),
    redirect: 'manual',
  });
  await response.text(); // to its end: what is left half read still counts as running
  return response.status;
}

it('lets each role call each root field exactly as its permissions say', async () => {
  const wrong: string[] = [];
  for (const { kind, field, name, requirement } of rootFieldsOf(given)) {
    for (const [role, headers] of Object.entries(credentials)) {
      const code = await codeOf(`${kind} { ${anyCall(field)} }`, headers);
      const refusal = role === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN';
      const isRight = mayCall(role, requirement) ? !NO_ANSWER.has(code) : code === refusal;
      if (!isRight) wrong.push(`${role}: ${name} → ${code}`);
    }
  }
  expect(wrong).toEqual([]);
}, 120_000);

/** Its POST and DELETE are public: signing in and out. */
const SESSION = { test: (path: string): boolean => path.endsWith('/session') };
const NO_ANSWER = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'INTERNAL']);

it('lets each role call each route exactly as its permissions say, before it looks at the body', async () => {
  const wrong: string[] = [];
  for (const { name, method, path, requirement } of routesOf(given).filter(
    (route) => !route.path.endsWith('/session'),
  )) {
    for (const [role, headers] of Object.entries(credentials)) {
      const status = await statusOf({ method, path }, headers);
      const refusal = role === 'nobody' ? 401 : 403;
      const isRight = mayCall(role, requirement) ? ![401, 403].includes(status) && status < 500 : status === refusal;
      if (!isRight) wrong.push(`${role}: ${name} → ${status}`);
    }
  }
  expect(wrong).toEqual([]);
}, 60_000);

it('refuses fields below the root that the caller may not see, before anything runs', async () => {
  const token = credentials['ingestor']?.['authorization']?.replace('Bearer ', '') ?? '';
  const answer = await given.query('{ overview { assetCount ledger { received } } }', {}, token);
  expect(answer).toEqual({
    errors: [
      {
        message: 'The role ingestor does not include ingest:read',
        extensions: { code: 'FORBIDDEN', details: { permission: 'ingest:read' } },
      },
    ],
  });
});

it('answers nothing to the unauthenticated, however the path is written', async () => {
  const closed = routesOf(given).filter(({ path, requirement }) => requirement !== 'public' && !SESSION.test(path));
  const tries = closed.flatMap(({ method, path }) =>
    variantsOf(path).flatMap((variant): [string, string, Record<string, string>][] => [
      [method, variant, {}],
      ['HEAD', variant, {}],
      ['POST', variant, { 'x-http-method-override': method }],
      ['GET', variant, { 'x-original-url': path, 'x-rewrite-url': path }],
    ]),
  );
  const open: string[] = [];
  for (const [method, path, headers] of tries) {
    const status = await statusOf({ method, path }, headers);
    if (![400, 401, 404, 405].includes(status)) open.push(`${method} ${path} → ${status}`);
  }
  expect(open).toEqual([]);
}, 120_000);

/** Ways to write a path that have opened other people's doors. */
function variantsOf(path: string): string[] {
  return [
    path,
    `${path}/`,
    `/${path}`,
    `${path}//`,
    `${path};x`,
    `${path};v1%2fhealth%2flive`,
    `${path}%2f`,
    `${path}%00`,
    `${path}%20`,
    `${path}?health/live`,
    `${path}.json`,
    `${path}/..%2fhealth/live`,
    `/health/live/..%2f..${path}`,
    `/health/live;${path}`,
    `/health%2flive/..${path}`,
    path.toUpperCase(),
    path.replace('/api', '/API'),
    path.replace('/v1/', '/v1//'),
    path.replace('/v1/', '/v1/./'),
    path.replace('/v1/', '/v1%2f'),
    path.replace('/api', '/%61pi'),
  ];
}

it('lets visitors read where the installation says so, and no more than read', async () => {
  const open = await givenApp({ anonymousRead: true });
  const codes = await Promise.all(
    rootFieldsOf(open).map(async ({ kind, field, name }) => {
      const answer = await open.query(`${kind} { ${anyCall(field)} }`, {}, null);
      return [name, answer.errors?.[0]?.extensions.code ?? 'answered'] as const;
    }),
  );
  const readable = codes.filter(([, code]) => code !== 'UNAUTHENTICATED').map(([name]) => name);
  const allowed = rootFieldsOf(open)
    .filter(({ requirement }) => mayCall('viewer', requirement) || requirement === 'public')
    .filter(({ requirement }) => !['self', 'access:request', 'ingest:read', 'export:read'].includes(requirement))
    .map(({ name }) => name);
  expect(readable.sort()).toEqual(allowed.sort());
  expect(readable.filter((name) => name.startsWith('mutation'))).toEqual([]);
  await open.close();
});

it('asks nothing twice of a cookie and a token: the token alone counts', async () => {
  const cookie = credentials['admin']?.['cookie'] ?? '';
  const viewer = await givenToken(given, 'VIEWER');
  const response = await askWithCookie(given, cookie, '{ me { kind role } }', { authorization: `Bearer ${viewer}` });
  expect(await response.json()).toEqual({ data: { me: { kind: 'token', role: 'VIEWER' } } });
});
