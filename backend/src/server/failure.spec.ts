import { notFound } from '../shared/errors';
import { expectedFailure, loggable } from './failure';

const databaseError = (code: string, message = 'relation "secret_table" …'): Error =>
  Object.assign(new Error(message), { code, detail: 'Key (email)=(a@b.c)', parameters: ['hunter2'] });

it.each([
  ['a refused connection', databaseError('ECONNREFUSED'), 'UNAVAILABLE'],
  ['a server that stops', databaseError('57P01'), 'UNAVAILABLE'],
  ['no connection left', databaseError('53300'), 'UNAVAILABLE'],
  ['a full disk', databaseError('53100'), 'UNAVAILABLE'],
  ['a standby', databaseError('25006'), 'UNAVAILABLE'],
  ['a lost connection', new Error('Connection terminated unexpectedly'), 'UNAVAILABLE'],
  ['a statement that took too long', databaseError('57014'), 'UNAVAILABLE'],
  ['a text that cannot be stored', databaseError('22021'), 'INVALID'],
  ['a number that cannot be stored', databaseError('22003'), 'INVALID'],
])('tells the client of %s, in general words', (_what, error, code) => {
  const failure = expectedFailure(error);
  expect(failure?.code).toBe(code);
  expect(failure?.message).not.toMatch(/secret_table|hunter2/);
});

it.each([
  ['wrong SQL', databaseError('42601')],
  ['a missing table', databaseError('42P01')],
  ['a broken rule of the schema', databaseError('23503')],
  ['a slip of ours', new TypeError('x is undefined')],
  ['no error at all', 'text'],
])('takes %s for a bug', (_what, error) => {
  expect(expectedFailure(error)).toBeNull();
});

it('passes on what use cases raise', () => {
  const raised = notFound('asset', 'x');
  expect(expectedFailure(raised)).toBe(raised);
});

it('logs no parameters and no rows', () => {
  expect(JSON.stringify(loggable(databaseError('42601')))).not.toMatch(/hunter2|a@b/);
});
