import { AccessRequestService } from '../src/governance/access-request/access-request.service';
import { givenApp, type GivenApp } from './given/app';
import { askWithCookie, givenPerson, givenSession } from './given/people';
import { givenTable } from './given/policies';

let given: GivenApp;
const cookies: Record<string, string> = {};
let payroll: string;
beforeAll(async () => {
  given = await givenApp();
  for (const [name, role] of [
    ['ann', 'VIEWER'],
    ['own', 'VIEWER'],
    ['sue', 'STEWARD'],
  ] as const) {
    await givenPerson(given, name, role);
    cookies[name] = await givenSession(given, name);
  }
  payroll = await givenTable(given, 'hr.public.payroll', { owner: 'OWN' });
});
afterAll(() => given.close());

/** What somebody is answered: the field's value, or `CODE: message`. */
async function as(name: string, query: string): Promise<unknown> {
  const response = await askWithCookie(given, cookies[name] ?? '', query, { 'sec-fetch-site': 'same-origin' });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions: { code: string } }[];
  };
  const [error] = errors ?? [];
  return error ? `${error.extensions.code}: ${error.message}` : Object.values(data ?? {})[0];
}
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();
const request = (name: string, purpose = 'Quarterly head count', days = 30): Promise<unknown> =>
  as(
    name,
    `mutation { requestAccess(input: { assetId: "${payroll}", purpose: "${purpose}", expiresAt: "${inDays(days)}" }) { id contentHash status } }`,
  );
const decide = (name: string, { id, contentHash }: Record<string, string>, approve = true): Promise<unknown> =>
  as(
    name,
    `mutation { decideAccess(input: { id: "${id}", hash: "${contentHash}", approve: ${approve}, reason: "known" }) { status } }`,
  );
const seenBy = (name: string, filter: string): Promise<unknown> =>
  as(
    name,
    `{ accessRequests(filter: ${filter}) { total nodes { status isMineToDecide requestedBy { name } asset { displayName } } } }`,
  );

it('is asked for by one person, granted by the owner, and over at its time', async () => {
  const asked = (await request('ann')) as Record<string, string>;
  expect(asked['status']).toBe('REQUESTED');
  expect(await request('ann')).toContain('CONFLICT');
  expect(await decide('ann', asked)).toContain('nobody decides on what they asked for');
  expect(await decide('own', { ...asked, contentHash: 'another' })).toContain('CONFLICT');
  const node = {
    status: 'REQUESTED',
    isMineToDecide: true,
    requestedBy: { name: 'ann' },
    asset: { displayName: 'payroll' },
  };
  expect(await seenBy('own', '{ isMineToDecide: true }')).toEqual({ total: 1, nodes: [node] });
  expect(await seenBy('own', '{}')).toEqual({ total: 0, nodes: [] });
  expect(await decide('own', asked)).toEqual({ status: 'APPROVED' });
  expect(await decide('sue', asked)).toContain('CONFLICT');
  await given.db.query(
    `update access_request set requested_at = now() - interval '2 days', expires_at = now() - interval '1 second'`,
  );
  await given.app.get(AccessRequestService).expire();
  expect(await seenBy('ann', '{ isMine: true }')).toMatchObject({ nodes: [{ status: 'EXPIRED' }] });
  const actions = await given.db.query<{ action: string }[]>(
    `select action from audit_entry where object like 'access:%' order by seq`,
  );
  expect(actions.map(({ action }) => action)).toEqual(['access.request', 'access.approved', 'access.expire']);
});

it('is refused to strangers, programs, and without a purpose', async () => {
  const asked = (await request('sue')) as Record<string, string>;
  expect(await decide('ann', asked)).toContain('FORBIDDEN');
  expect(await request('ann', 'why not')).toContain('10 to 5000 are needed');
  expect(await request('ann', 'for ever and a day', 400)).toContain('365 days');
  const { errors } = await given.query(
    `mutation { decideAccess(input: { id: "${asked['id']}", hash: "", approve: true }) { id } }`,
  );
  expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  expect(await as('sue', `mutation { endAccess(id: "${asked['id']}", reason: "no longer") { status } }`)).toEqual({
    status: 'WITHDRAWN',
  });
});
