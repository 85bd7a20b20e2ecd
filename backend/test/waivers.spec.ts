import { EvaluationRunner } from '../src/governance';
import { givenApp, type GivenApp } from './given/app';
import { askWithCookie, givenPerson, givenSession } from './given/people';
import { givenTable, settled } from './given/policies';

let given: GivenApp;
let cookies: Record<string, string>;
let people: Record<string, string>;
beforeAll(async () => {
  given = await givenApp();
  cookies = {};
  people = {};
  for (const [name, role] of [
    ['ada', 'STEWARD'],
    ['ben', 'STEWARD'],
    ['cid', 'CONTRIBUTOR'],
  ] as const) {
    people[name] = await givenPerson(given, name, role);
    cookies[name] = await givenSession(given, name);
  }
});
afterAll(() => given.close());

interface Said {
  readonly data: Record<string, Record<string, unknown>> | null;
  readonly error: string | undefined;
}

async function as(name: string, query: string): Promise<Said> {
  const response = await askWithCookie(given, cookies[name] ?? '', query, { 'sec-fetch-site': 'same-origin' });
  const body = (await response.json()) as {
    data?: Said['data'];
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [error] = body.errors ?? [];
  return { data: body.data ?? null, error: error && `${error.extensions.code}: ${error.message}` };
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const REASON = 'Moves to the encrypted cluster in March';
const request = (name: string, scope: string, more = `reason: "${REASON}", expiresAt: "${inDays(30)}"`) =>
  as(name, `mutation { requestWaiver(input: { ${scope}, ${more} }) { id contentHash status requestedBy { name } } }`);
const decide = (name: string, id: unknown, hash: unknown, approve = true) =>
  as(
    name,
    `mutation { decideWaiver(input: { id: "${String(id)}", hash: "${String(hash)}", approve: ${approve}, reason: "seen" }) { status } }`,
  );

async function broken(name: string): Promise<string> {
  const id = await givenTable(
    given,
    name,
    { isEncrypted: false, hasAccessLogging: true, region: 'us-east-1' },
    { '': ['PII'] },
  );
  await settled(given);
  return id;
}
async function statusOf(assetId: string): Promise<string[] | undefined> {
  const { data } = await given.query<{ violations: { nodes: { status: string }[] } }>(
    `{ violations(filter: { assetId: "${assetId}" }) { nodes { status } } }`,
  );
  return data?.violations.nodes.map(({ status }) => status);
}

it('lets a violation pass once another person agrees, and reopens it when the waiver is revoked', async () => {
  const asset = await broken('w.a.revoked');
  const { data } = await request('ada', `policy: "de-pii", requirement: "encryption", assetId: "${asset}"`);
  const waiver = data?.['requestWaiver'] ?? {};
  expect(await statusOf(asset)).toEqual(['OPEN']);
  expect((await decide('ada', waiver['id'], waiver['contentHash'])).error).toContain(
    'nobody decides on what they asked for',
  );
  expect((await decide('ben', waiver['id'], 'another')).error).toContain('CONFLICT');
  expect((await decide('cid', waiver['id'], waiver['contentHash'])).error).toContain('FORBIDDEN');
  expect((await decide('ben', waiver['id'], waiver['contentHash'])).data?.['decideWaiver']).toEqual({
    status: 'APPROVED',
  });
  expect(await statusOf(asset)).toEqual(['WAIVED']);
  expect((await decide('ben', waiver['id'], waiver['contentHash'])).error).toContain('CONFLICT');
  await as('ben', `mutation { endWaiver(id: "${String(waiver['id'])}", reason: "no longer") { status } }`);
  expect(await statusOf(asset)).toEqual(['OPEN']);
});

it('reopens by itself when the time is over', async () => {
  const asset = await broken('w.a.expired');
  const { data } = await request('ada', `assetId: "${asset}"`);
  const waiver = data?.['requestWaiver'] ?? {};
  await decide('ben', waiver['id'], waiver['contentHash']);
  expect(await statusOf(asset)).toEqual(['WAIVED']);
  await given.db.query(
    `update waiver set requested_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = $1`,
    [waiver['id']],
  );
  await given.app.get(EvaluationRunner).settle();
  expect(await statusOf(asset)).toEqual(['OPEN']);
  const { data: after } = await given.query<{ waivers: { nodes: object[] } }>(
    `{ waivers(filter: { assetId: "${asset}" }) { nodes { status asset { name } } } }`,
  );
  expect(after?.waivers.nodes).toEqual([{ status: 'EXPIRED', asset: { name: 'w.a.expired' } }]);
});

it.each([
  [
    'a reason that says little',
    'policy: "de-pii"',
    `reason: "because", expiresAt: "${inDays(3)}"`,
    'its reason has 7 characters; 20 to 5000 are needed',
  ],
  [
    'more than a year',
    'policy: "de-pii"',
    `reason: "${REASON}", expiresAt: "${inDays(366)}"`,
    'expiresAt is more than 365 days ahead',
  ],
  [
    'an end in the past',
    'policy: "de-pii"',
    `reason: "${REASON}", expiresAt: "${inDays(-1)}"`,
    'expiresAt is in the past',
  ],
  [
    'no scope',
    'requirement: "owner"',
    `reason: "${REASON}", expiresAt: "${inDays(1)}"`,
    'names neither a policy nor an asset',
  ],
])('refuses a waiver with %s', async (_what, scope, more, message) => {
  expect((await request('ada', scope, more)).error).toBe(`INVALID: Waiver: ${message}`);
});

it('never lets a token decide', async () => {
  const { data } = await request('ada', 'policy: "de-phi"');
  const { id, contentHash } = data?.['requestWaiver'] ?? {};
  const { errors } = await given.query(
    `mutation { decideWaiver(input: { id: "${String(id)}", hash: "${String(contentHash)}", approve: true }) { status } }`,
  );
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});

it('acts on many violations at once, after saying what it would do, with one entry in the audit log', async () => {
  for (const name of ['w.b.one', 'w.b.two', 'w.b.three']) await broken(name);
  const act = (name: string, what: string) =>
    as(
      name,
      `mutation { actOnViolations(input: { filter: { code: ["ENCRYPTION_REQUIRED"], status: [OPEN] }, ${what} }) { matched changed refused } }`,
    );
  const dry = (await act('ada', 'action: ACKNOWLEDGE, dryRun: true')).data?.['actOnViolations'];
  const entries = async () =>
    (
      await given.query<{ auditEntries: { nodes: { action: string }[] } }>(
        '{ auditEntries(object: "violation:*", first: 100) { nodes { action } } }',
      )
    ).data?.auditEntries.nodes.filter(({ action }) => action === 'violation.acknowledge').length;
  expect(await entries()).toBe(0);
  expect((await act('ada', 'action: ACKNOWLEDGE')).data?.['actOnViolations']).toEqual(dry);
  expect([dry?.['changed'], await entries()]).toEqual([5, 1]);
  expect((await act('ada', 'action: ACKNOWLEDGE')).data?.['actOnViolations']).toEqual({
    matched: 0,
    changed: 0,
    refused: 0,
  });
});

it('assigns, dates and comments, and lets a contributor act on their own alone', async () => {
  const [mine, other] = [await broken('w.c.mine'), await broken('w.c.other')];
  const on = (name: string, asset: string, what: string) =>
    as(name, `mutation { actOnViolations(input: { filter: { assetId: "${asset}" }, ${what} }) { changed refused } }`);
  await on('ada', mine, `action: ASSIGN, assignee: "${people['cid'] ?? ''}"`);
  await on('ada', mine, 'action: DUE, dueOn: "2020-01-01"');
  expect((await on('cid', mine, 'action: COMMENT, text: "On it"')).data?.['actOnViolations']).toEqual({
    changed: 1,
    refused: 0,
  });
  expect((await on('cid', other, 'action: ACKNOWLEDGE')).data?.['actOnViolations']).toEqual({ changed: 0, refused: 1 });
  const { data } = await given.query<{ violations: { nodes: object[] } }>(
    `{ violations(filter: { isOverdue: true, assignee: ["${people['cid'] ?? ''}"] }) { nodes { dueOn assignee { name } events { nodes { kind detail actor { name } } } } } }`,
  );
  expect(data?.violations.nodes).toEqual([
    {
      dueOn: '2020-01-01',
      assignee: { name: 'cid' },
      events: {
        nodes: [
          { kind: 'COMMENTED', detail: { text: 'On it' }, actor: { name: 'cid' } },
          { kind: 'DUE', detail: { dueOn: '2020-01-01' }, actor: { name: 'ada' } },
          { kind: 'ASSIGNED', detail: { assignee: people['cid'] }, actor: { name: 'ada' } },
        ],
      },
    },
  ]);
  expect(
    (await as('ada', 'mutation { actOnViolations(input: { filter: {}, action: ACKNOWLEDGE }) { changed } }')).error,
  ).toContain('says nothing');
});
