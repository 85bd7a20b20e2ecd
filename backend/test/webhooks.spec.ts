import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NotificationRunner } from '../src/governance/notification/notification-runner.service';
import { givenApp, type Answer, type GivenApp } from './given/app';
import { givenPerson, givenToken } from './given/people';
import { givenTable, policyText, settled } from './given/policies';

interface Heard {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const heard: Heard[] = [];
/** What the receiver answers. */
let status = 204;
let receiver: Server;
let url: string;
let given: GivenApp;
beforeAll(async () => {
  receiver = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(pieces).toString('utf8') });
      response.writeHead(status, { location: 'http://127.0.0.1/elsewhere' }).end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => receiver.once('listening', resolve));
  url = `http://localhost:${(receiver.address() as AddressInfo).port}/hook`;
  given = await givenApp({ webhookHosts: ['localhost'] });
});
beforeEach(async () => {
  await given.db.query('delete from webhook');
  heard.length = 0;
  status = 204;
});
afterAll(async () => {
  await given.close();
  receiver.close();
});

const SAVE = `mutation ($input: SaveWebhookInput!) { saveWebhook(input: $input) { secret webhook { id url circuit } } }`;
interface Saved {
  readonly saveWebhook: { readonly secret: string | null; readonly webhook: { readonly id: string } };
}
const save = (input: object, token?: string): Promise<Answer<Saved>> =>
  given.query<Saved>(SAVE, { input: { name: 'gov', url, events: [], ...input } }, token ?? given.adminToken);
async function givenWebhook(events: readonly string[]): Promise<string> {
  const { data, errors } = await save({ events, secret: 'a secret of my own'.replaceAll(' ', '-') });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.saveWebhook.webhook.id;
}
const sent = (): Promise<void> => given.app.get(NotificationRunner).settle();
/** Makes whatever waits due now. */
const hurry = (): Promise<unknown> =>
  given.db.query(`update webhook_delivery set due_at = now() where status = 'WAITING'`);
const told = (): { event: string; data: Record<string, unknown> }[] =>
  heard.map(({ body }) => JSON.parse(body) as { event: string; data: Record<string, unknown> });
const broken = (name: string, isEncrypted = false): Promise<string> =>
  givenTable(given, name, { isEncrypted, hasAccessLogging: true, region: 'us-east-1' }, { '': ['PII'] });
async function state(): Promise<Record<string, unknown> | undefined> {
  const { data } = await given.query<{ webhooks: Record<string, unknown>[] }>(
    '{ webhooks { circuit failures waiting lastError } }',
  );
  return data?.webhooks[0];
}
const stateOf = async (field: string): Promise<unknown> => (await state())?.[field];

it('tells of violations that open and resolve, signed, once', async () => {
  await givenWebhook(['violation.opened', 'violation.resolved']);
  const assetId = await broken('hook.a.one');
  await settled(given);
  await sent();
  await settled(given);
  await sent();
  expect(told()).toMatchObject([
    {
      event: 'violation.opened',
      data: { policy: 'de-pii', count: 1, violations: [{ requirement: 'encryption', asset: { id: assetId } }] },
    },
  ]);
  const [{ headers, body }] = heard as [Heard];
  const [, at = '', digest = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['tributary-signature'])) ?? [];
  expect(createHmac('sha256', 'a-secret-of-my-own').update(`${at}.${body}`).digest('hex')).toBe(digest);
  expect(headers).toMatchObject({
    'tributary-event': 'violation.opened',
    'tributary-delivery': expect.any(String) as string,
  });
  await broken('hook.a.one', true);
  await settled(given);
  await sent();
  expect(told().map(({ event }) => event)).toEqual(['violation.opened', 'violation.resolved']);
});

it('tells whom a policy names, whatever they ask for, and nobody else', async () => {
  await givenWebhook([]);
  const spec = `{ mode: warn, match: { all: [{ name: 'hook.named.*' }] }, require: { owner: true }, violation: { notify: [webhook:gov] } }`;
  await given.query('mutation ($yaml: String!) { savePolicy(input: { yaml: $yaml }) { name } }', {
    yaml: policyText('named', spec),
  });
  await given.query('mutation { submitPolicy(name: "named", version: 1) { name } }');
  await givenTable(given, 'hook.named.one');
  await broken('hook.other.one');
  await settled(given);
  await sent();
  expect(told().map(({ event, data }) => [event, data['policy']])).toEqual([['violation.opened', 'named']]);
});

it('sends what waits after a restart, under the same id', async () => {
  await givenWebhook(['waiver.requested', 'waiver.ended']);
  status = 500;
  const request = `mutation { requestWaiver(input: { policy: "de-pii", reason: "a reason of more than twenty characters", expiresAt: "${new Date(Date.now() + 86_400_000).toISOString()}" }) { id } }`;
  const { data } = await given.query<{ requestWaiver: { id: string } }>(request);
  await sent();
  expect(await state()).toMatchObject({ circuit: 'CLOSED', failures: 1, waiting: 1, lastError: 'HTTP 500' });
  status = 204;
  await hurry();
  await new NotificationRunner(given.db.manager, { webhookHosts: ['localhost'] } as never).settle();
  expect(told().map((one) => one.data['id'])).toEqual([data?.requestWaiver.id, data?.requestWaiver.id]);
  expect(new Set(heard.map(({ headers }) => headers['tributary-delivery'])).size).toBe(1);
  expect(await state()).toMatchObject({ failures: 0, waiting: 0, lastError: null });
});

interface Tried {
  readonly id: string;
  readonly status: string;
}
async function tried(id: string): Promise<Tried> {
  const test = 'mutation ($id: ID!) { testWebhook(id: $id) { id status attempts httpStatus error } }';
  const { data, errors } = await given.query<{ testWebhook: Tried }>(test, { id });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.testWebhook;
}

it('spares a receiver that failed five times, tries one after a minute, and gives a notice up after five tries', async () => {
  const id = await givenWebhook([]);
  status = 302;
  const first = await tried(id);
  expect(first).toMatchObject({
    status: 'WAITING',
    attempts: 1,
    httpStatus: 302,
    error: 'HTTP 302',
  });
  for (let tries = 1; tries < 5; tries += 1) {
    await hurry();
    await sent();
  }
  expect(heard).toHaveLength(5);
  expect(await state()).toMatchObject({ circuit: 'OPEN', failures: 5, waiting: 0 });
  await tried(id);
  await tried(id);
  expect([heard.length, await stateOf('waiting')]).toEqual([5, 2]);
  await given.db.query(`update webhook set open_until = now() - interval '1 second'`);
  await sent();
  expect([heard.length, await stateOf('circuit')]).toEqual([6, 'OPEN']);
  status = 204;
  await given.db.query(`update webhook set open_until = now() - interval '1 second'`);
  await hurry();
  await sent();
  expect([heard.length, await stateOf('circuit')]).toEqual([8, 'CLOSED']);
  const resend = `mutation { resendWebhookDelivery(id: "${first.id}") { status attempts } }`;
  expect((await given.query(resend)).data).toEqual({ resendWebhookDelivery: { status: 'DELIVERED', attempts: 1 } });
  expect((await given.query(resend)).errors?.[0]?.extensions.code).toBe('CONFLICT');
  const { data } = await given.query(
    `{ webhookDeliveries(webhookId: "${id}", first: 2) { nodes { event status } endCursor } }`,
  );
  expect(data).toEqual({
    webhookDeliveries: {
      nodes: Array(2).fill({ event: 'test', status: 'DELIVERED' }),
      endCursor: expect.any(String) as string,
    },
  });
});

it('says once that a waiver ends soon', async () => {
  await givenWebhook(['waiver.expiring']);
  await given.db.query(`insert into waiver (policy, reason, content_hash, requested_by, status, decided_by, expires_at)
    values ('de-pii', 'a reason of more than twenty characters', 'h', 'person:a', 'APPROVED', 'person:b', now() + interval '3 days'),
           ('de-pii', 'a reason of more than twenty characters', 'h', 'person:a', 'APPROVED', 'person:b', now() + interval '30 days')`);
  await sent();
  await sent();
  expect(told().map(({ event }) => event)).toEqual(['waiver.expiring']);
});

it('gives its secret once, refuses what is not public, and is for administrators', async () => {
  const made = await save({});
  expect(made.data?.saveWebhook.secret).toMatch(/^[\w-]{43}$/);
  const { id } = made.data?.saveWebhook.webhook ?? {};
  expect((await save({ id, events: ['waiver.ended'] })).data?.saveWebhook.secret).toBeNull();
  const messages = await Promise.all(
    [
      {},
      { name: 'Gov!' },
      { name: 'b', url: 'https://127.0.0.1/' },
      { name: 'b', events: ['x'] },
      { name: 'b', secret: 'short' },
    ].map(async (input) => (await save(input)).errors?.[0]?.message),
  );
  expect(messages).toEqual([
    'Webhook gov: is taken',
    'Name: takes 1 to 63 lower-case letters, digits, dashes and underscores',
    'URL: 127.0.0.1 is not public',
    expect.stringMatching(/^Event x: there are violation\.opened, /) as string,
    'Secret: takes 16 to 256 printable characters without spaces',
  ]);
  await givenPerson(given, 'stew', 'STEWARD');
  const token = await givenToken(given, 'STEWARD');
  expect((await save({ name: 'b' }, token)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
});
