import { loadConfig } from './config';

const DATABASE_URL = 'postgres://catalog:secret-word@127.0.0.1:5432/catalog';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
};

it('needs a database and nothing else', () => {
  expect(loadConfig({ DATABASE_URL })).toMatchObject({
    host: '127.0.0.1',
    port: 4000,
    adminToken: null,
    anonymousRead: false,
    trustedProxies: 'loopback',
  });
});

it('says one line for each problem, and never a value', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://secret-word',
    API_PORT: 'eighty',
    TRIBUTARY_ADMIN_TOKEN: 'secret-word',
    TRIBUTARY_ANONYMOUS_READ: 'perhaps',
  });
  expect(problems).toEqual([
    'DATABASE_URL does not begin with postgres://',
    'API_PORT is not a port',
    'TRIBUTARY_ADMIN_TOKEN is shorter than 32 characters',
    'TRIBUTARY_ANONYMOUS_READ is not 0 or 1',
  ]);
});

it('takes an empty variable for an absent one', () => {
  expect(loadConfig({ DATABASE_URL, TRIBUTARY_ADMIN_TOKEN: '' }).adminToken).toBeNull();
  expect(problemsOf({ DATABASE_URL: '' })).toEqual([
    'DATABASE_URL is missing: postgres://user:password@host:5432/database',
  ]);
});

it.each(['a'.repeat(40), 'changeme'.repeat(4) + ' ', 'ab'.repeat(16)])('takes no weak token: %s', (token) => {
  expect(problemsOf({ DATABASE_URL, TRIBUTARY_ADMIN_TOKEN: token })).toHaveLength(1);
});
