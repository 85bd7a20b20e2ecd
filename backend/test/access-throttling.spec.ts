import { givenApp, type GivenApp } from './given/app';
import { givenPerson, PASSWORD, signIn } from './given/people';

let given: GivenApp;
beforeAll(async () => {
  given = await givenApp();
});
beforeEach(async () => {
  await given.db.query('truncate person, session, api_token, login_attempt cascade');
  await givenPerson(given, 'vera');
});
afterAll(() => given.close());

/** Tries that a pause of one, two or four seconds lets through while a slow machine works through many. */
const MOMENTS = 3;

const statuses = async (tries: Promise<Response>[]): Promise<Record<number, number>> => {
  const counted: Record<number, number> = {};
  for (const { status } of await Promise.all(tries)) counted[status] = (counted[status] ?? 0) + 1;
  return counted;
};

const anHourOn = (): Promise<unknown> => given.db.query("update login_attempt set at = at - interval '6 minutes'");

it('tries few of many guesses at one account, from however many addresses at once', async () => {
  const guesses = Array.from({ length: 60 }, (_, index) =>
    signIn(given, 'vera', `guess number ${index}`, { 'x-forwarded-for': `203.0.113.${index}` }),
  );
  const { 401: tried, 429: refused } = await statuses(guesses);
  expect({ isFew: Number(tried) <= 5 + MOMENTS, all: Number(tried) + Number(refused) }).toEqual({
    isFew: true,
    all: 60,
  });
});

it('says when to come back, and lets the right password in then', async () => {
  for (let guess = 0; guess < 8; guess += 1) {
    await given.db.query("update login_attempt set at = at - interval '20 seconds'");
    await signIn(given, 'vera', 'wrong, wrong, wrong');
  }
  const refused = await signIn(given, 'vera', PASSWORD);
  expect({ status: refused.status, body: await refused.json() }).toMatchObject({
    status: 429,
    body: { error: { code: 'UNAVAILABLE' } },
  });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(4);
  await anHourOn();
  expect((await signIn(given, 'vera', PASSWORD)).status).toBe(204);
});

it('forgives an account’s mistakes after a success', async () => {
  for (let guess = 0; guess < 4; guess += 1) await signIn(given, 'vera', 'wrong, wrong, wrong');
  expect((await signIn(given, 'vera', PASSWORD)).status).toBe(204);
  const again = Array.from({ length: 4 }, () => signIn(given, 'vera', 'wrong, wrong, wrong'));
  expect(await statuses(again)).toEqual({ 401: 4 });
});

it('holds up one address that tries many accounts, known or not', async () => {
  const guesses = Array.from({ length: 40 }, (_, index) =>
    signIn(given, `person-${index}`, 'a likely password', { 'x-forwarded-for': '203.0.113.7' }),
  );
  const { 401: tried, 429: refused } = await statuses(guesses);
  expect({ isFew: Number(tried) <= 20 + MOMENTS, all: Number(tried) + Number(refused) }).toEqual({
    isFew: true,
    all: 40,
  });
  expect((await signIn(given, 'vera', PASSWORD, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(204);
});

it('throttles names that do not exist like those that do', async () => {
  for (let guess = 0; guess < 8; guess += 1) {
    await given.db.query("update login_attempt set at = at - interval '20 seconds'");
    for (const name of ['vera', 'nobody']) await signIn(given, name, 'wrong, wrong, wrong');
  }
  const refused = await Promise.all(['vera', 'nobody'].map((name) => signIn(given, name, PASSWORD)));
  expect(refused.map(({ status }) => status)).toEqual([429, 429]);
});
