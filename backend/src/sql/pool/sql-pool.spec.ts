import { linesOf, table } from '../sql.fixture';
import { SqlPool } from './sql-pool';

let pool: SqlPool;

// Threads start slowly on a machine that is busy.
jest.setTimeout(60_000);
afterEach(() => pool.close());

const input = (sql: string) => ({ sql, dialect: 'postgres', tables: [table('t(a)')] });
/** Long enough for any limit. */
const ENDLESS = `select ${Array.from({ length: 10_000 }, (_, at) => `a + ${at} as c${at}`).join(', ')} from t`;

it('analyses texts side by side, each answered with its own', async () => {
  pool = new SqlPool({ width: 2 });
  const names = Array.from({ length: 20 }, (_, at) => `x${at}`);
  const answers = await Promise.all(names.map((name) => pool.analyze(input(`select a as ${name} from t`))));
  expect(answers.map((one) => linesOf(one))).toEqual(names.map((name) => [`${name} < t.a`]));
});

it('gives up a text that takes too long, and goes on with the next', async () => {
  pool = new SqlPool({ width: 1, maxMs: 1_000 });
  const [slow, next] = await Promise.all([pool.analyze(input(ENDLESS)), pool.analyze(input('select b from t'))]);
  expect(slow.problems).toMatchObject([{ code: 'TOO_SLOW', isGap: true }]);
  expect(next.problems).toMatchObject([{ code: 'UNKNOWN_COLUMN' }]);
});

it('gives up a text that takes too much memory, and goes on with the next', async () => {
  pool = new SqlPool({ width: 1, maxHeapMb: 24, maxMs: 60_000 });
  const [large, next] = await Promise.all([pool.analyze(input(ENDLESS)), pool.analyze(input('select a from t'))]);
  expect(large.problems).toMatchObject([{ code: 'OUT_OF_MEMORY' }]);
  expect(linesOf(next)).toEqual(['a < t.a']);
});
