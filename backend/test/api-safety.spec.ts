import { getIntrospectionQuery } from 'graphql';
import { givenApp, type Answer, type GivenApp } from './given/app';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
  await given.query('{ me { id } people { total } }'); // the first request of a process pays for all
});
afterAll(() => given.close());

const codeOf = (answer: Answer<unknown>): string => answer.errors?.[0]?.extensions.code ?? 'answered';
const repeat = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');

/** A document of some `count` tokens that asks for little. */
const listing = (count: number): string =>
  `{ violations(filter: { policy: [${repeat(count, () => '"x"')}] }) { total } }`;

describe('the limits of one operation', () => {
  it.each([
    ['twenty root fields', `{ ${repeat(20, (i) => (i === 0 ? 'me { id }' : `a${i}: me { id }`))} }`, 'answered'],
    ['twenty-one root fields', `{ ${repeat(21, (i) => (i === 0 ? 'me { id }' : `a${i}: me { id }`))} }`, 'TOO_COMPLEX'],
    ['thirty aliases', `{ me { ${repeat(30, (i) => `a${i}: id`)} } }`, 'answered'],
    ['thirty-one aliases', `{ me { ${repeat(31, (i) => `a${i}: id`)} } }`, 'TOO_COMPLEX'],
    ['twenty directives', `{ me { ${repeat(20, () => 'id @include(if: true)')} } }`, 'answered'],
    ['twenty-one directives', `{ me { ${repeat(21, () => 'id @include(if: true)')} } }`, 'TOO_COMPLEX'],
    ['fewer than 2,000 tokens', listing(1_900), 'answered'],
    ['more than 2,000 tokens', listing(2_000), 'TOO_COMPLEX'],
    ['pages of pages', '{ search(first: 100) { hits { asset { changes(first: 100) { id } } } } }', 'answered'],
    [
      'pages of pages of pages',
      '{ search(first: 100) { hits { asset { changes(first: 100) { id } schemaVersions(first: 100) { added retyped { name } } } } } }',
      'TOO_COMPLEX',
    ],
    ['a page of a hundred', '{ people(first: 100) { total } }', 'answered'],
    ['a page of a hundred and one', '{ people(first: 101) { total } }', 'INVALID'],
    ['a page of none', '{ people(first: 0) { total } }', 'INVALID'],
    ['a page of fewer than none', '{ people(first: -1) { total } }', 'INVALID'],
  ])('judges %s', async (_what, query, code) => {
    expect(codeOf(await given.query(query))).toBe(code);
  });

  it('takes twelve levels of fields and not thirteen', async () => {
    const levels = (count: number): string => {
      // asset → classification → because → asset → …: each round adds three levels
      const round = (left: number): string => {
        if (left === 1) return 'id';
        if (left === 2) return 'classification { derived }';
        if (left === 3) return 'classification { because { column } }';
        return `classification { because { asset { ${round(left - 3)} } } }`;
      };
      return `{ asset(id: "x") { ${round(count - 1)} } }`;
    };
    expect([codeOf(await given.query(levels(12))), codeOf(await given.query(levels(13)))]).toEqual([
      'answered',
      'TOO_COMPLEX',
    ]);
  });

  it('says which limit it was', async () => {
    const answer = await given.query('{ people(first: 500) { total } }');
    expect(answer.errors?.[0]?.message).toBe('people(first: 500) is not between 1 and 100');
  });

  it('counts page sizes in variables and defaults like those in the text', async () => {
    const query = 'query ($first: Int! = 101) { people(first: $first) { total } }';
    expect([
      codeOf(await given.query(query)),
      codeOf(await given.query(query, { first: 100 })),
      codeOf(await given.query(query, { first: 99_999_999 })),
    ]).toEqual(['INVALID', 'answered', 'INVALID']);
  });

  it('counts what fragments hide', async () => {
    const doubling = repeat(
      40,
      (i) => `fragment f${i} on Asset { a: classification { because { asset { ...f${i + 1} } } } }`,
    );
    expect(codeOf(await given.query(`{ asset(id: "x") { ...f0 } } ${doubling} fragment f40 on Asset { id }`))).toBe(
      'TOO_COMPLEX',
    );
  });
});

/** Documents made to cost more than they look. */
const HOSTILE: [string, string][] = [
  ['20,000 aliases', `{ ${repeat(20_000, (i) => `a${i}: me { id }`)} }`],
  ['5,000 levels', `{ ${'me { '.repeat(5_000)} id ${'}'.repeat(5_000)} }`],
  ['900 levels', `{ ${'asset(id: "x") { '.repeat(300)} id ${'}'.repeat(300)} }`],
  [
    'a chain of fragments that doubles 300 times',
    `{ me { ...f0 } } ${repeat(300, (i) => `fragment f${i} on Viewer { ...f${i + 1} ...f${i + 1} }`)} fragment f300 on Viewer { id }`,
  ],
  [
    'a chain of fragments that doubles 150 times',
    `{ me { ...f0 } } ${repeat(150, (i) => `fragment f${i} on Viewer { ...f${i + 1} ...f${i + 1} }`)} fragment f150 on Viewer { id }`,
  ],
  ['a circle of fragments', '{ me { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }'],
  ['overlapping inline fragments', `{ ${repeat(250, () => 'me { ... on Viewer { id } }')} }`],
  [
    'fields that overlap deeply',
    `{ ${repeat(30, () => 'search { hits { asset { classification { because { asset { id } } } } } }')} }`,
  ],
  ['many variables', `query (${repeat(400, (i) => `$v${i}: Int`)}) { me { id } }`],
  ['many directives', `{ me { id ${'@include(if: true) '.repeat(300)} } }`],
  ['unknown directives', `{ me { id ${'@x '.repeat(900)} } }`],
  ['many unknown fields', `{ ${repeat(1_900, (i) => `x${i}`)} }`],
  ['a deep list', `{ search(filter: { tag: ${'['.repeat(900)}"x"${']'.repeat(900)} }) { total } }`],
  ['a long text', `{ assetByName(namespace: "${'x'.repeat(900_000)}", name: "x") { id } }`],
  ['a deep introspection', `{ __schema { types { ${'fields { type { '.repeat(30)} name ${'} }'.repeat(30)} } } }`],
  [
    'a hundred pages of a hundred',
    '{ search(first: 100) { hits { asset { changes(first: 100) { id } facts { alternatives { value } } columns { name classification { because { asset { id } } } } } } } }',
  ],
];

it.each(HOSTILE)('refuses or answers %s cheaply, without a fault of its own', async (_what, query) => {
  const times: number[] = [];
  let status = 0;
  for (let round = 0; round < 5; round += 1) {
    const start = process.cpuUsage(); // asker and answerer together: the clock would measure the neighbours
    const response = await fetch(`${given.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${given.adminToken}` },
      body: JSON.stringify({ query: `${query} # ${round}` }),
    });
    await response.text();
    times.push(process.cpuUsage(start).user / 1_000);
    status = response.status;
  }
  expect(status).toBeLessThan(500);
  expect(Math.min(...times)).toBeLessThan(100);
});

it('shows its schema to those who are signed in and to nobody else', async () => {
  const introspect = getIntrospectionQuery();
  const asked = [introspect, '{ __type(name: "Asset") { name } }', '{ ... { __schema { description } } }'];
  const asVisitor = await Promise.all(asked.map(async (query) => codeOf(await given.query(query, {}, null))));
  const asAdmin = await Promise.all(asked.map(async (query) => codeOf(await given.query(query))));
  expect({ asVisitor, asAdmin }).toEqual({
    asVisitor: asked.map(() => 'UNAUTHENTICATED'),
    asAdmin: asked.map(() => 'answered'),
  });
  const hidden = '{ ...s } fragment s on Query { __schema { description } }';
  expect(codeOf(await given.query(hidden, {}, null))).toBe('UNAUTHENTICATED');
});

it('suggests no names', async () => {
  const answer = await given.query('{ serch { total } }');
  expect(answer.errors?.[0]?.message).toBe('Cannot query field "serch" on type "Query".');
});

const post = (body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${given.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${given.adminToken}`, ...headers },
    body,
  });

it.each([
  ['a batch', '[{"query":"{ me { id } }"}]', {}, 400],
  ['broken JSON', '{"query":', {}, 400],
  ['no query', '{}', {}, 400],
  ['a query of a wrong type', '{"query": {"a": 1}}', {}, 400],
  ['a stored query', '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}', {}, 400],
  ['over a megabyte', JSON.stringify({ query: '{ me { id } }', x: 'x'.repeat(1_100_000) }), {}, 413],
  ['another charset', '{"query":"{ me { id } }"}', { 'content-type': 'application/json; charset=utf-7' }, 415],
  ['plain text', '{"query":"{ me { id } }"}', { 'content-type': 'text/plain' }, 415],
])('answers %s in words of its own', async (_what, body, headers, status) => {
  const response = await post(body, headers);
  expect({ status: response.status, body: await response.json() }).toEqual({
    status,
    body: {
      errors: [
        expect.objectContaining({
          message: expect.any(String) as string,
          extensions: expect.objectContaining({ code: 'INVALID' }) as object,
        }),
      ],
    },
  });
});

it.each(['GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS'])('takes no %s for GraphQL', async (method) => {
  const response = await fetch(`${given.url}/graphql?query=%7B__typename%7D`, { method });
  expect({ status: response.status, allow: response.headers.get('allow') }).toEqual({ status: 405, allow: 'POST' });
});

it.each(['/health/live', '/graphql', '/api/v1/session', '/nowhere'])('guards browsers on %s', async (path) => {
  const { headers } = await fetch(`${given.url}${path}`);
  expect(Object.fromEntries(GUARDS.map((name) => [name, headers.get(name)]))).toEqual({
    'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'access-control-allow-origin': null,
    'x-powered-by': null,
    server: null,
    'cache-control': expect.stringContaining('no-store') as string,
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
  });
});

const GUARDS = [
  'content-security-policy',
  'x-content-type-options',
  'x-frame-options',
  'referrer-policy',
  'cross-origin-opener-policy',
  'access-control-allow-origin',
  'x-powered-by',
  'server',
  'cache-control',
  'x-request-id',
];
