import fc from 'fast-check';
import { analyzeSql } from './analyze';
import { DIALECT_NAMES } from './dialect';
import { analyzed, edgesOf, linesOf } from './sql.fixture';

const codesOf = (sql: string, dialect = 'postgres'): readonly string[] =>
  analyzed(sql, { dialect }).problems.map(({ code }) => code);

it.each<readonly [code: string, sql: string]>([
  ['SYNTAX', "select as '\nfrom orders"],
  ['SYNTAX', 'this is no SQL at all'],
  ['SYNTAX', 'select a from t where ((('],
  ['TEMPLATE', "select * from {{ ref('orders') }}"],
  ['TEMPLATE', '{% if true %} select 1 {% endif %} from'],
  ['TOO_DEEP', `select ${'('.repeat(3_000)}a${')'.repeat(3_000)} from t`],
  ['TOO_LARGE', `select ${'a, '.repeat(2_000_000)} b from t`],
  ['UNKNOWN_SCHEMA', 'select * from t'],
  ['AMBIGUOUS_COLUMN', 'select a from t, u'],
  ['UNSUPPORTED', "copy t from 's3://bucket'"],
])('says %s', (code, sql) => {
  expect(codesOf(sql)).toContain(code);
});

it('says what is wrong with which column, and where', () => {
  const { problems } = analyzed('select id,\n  nme from t', { tables: ['t(id, name)'] });
  expect(problems).toEqual([
    { code: 'UNKNOWN_COLUMN', message: 'Column nme is in none of the tables read', line: 2, isGap: true },
  ]);
});

it('says where a text cannot be read', () => {
  const { problems } = analyzed('select a\nfrom t\nwhere where b');
  expect(problems).toMatchObject([{ code: 'SYNTAX', line: 3, isGap: true }]);
});

it('says that an empty text has no lineage, and nothing more', () => {
  expect(analyzed('')).toEqual({ targets: [], reads: [], problems: [] });
  expect(codesOf('grant select on t to joe')).toEqual(['NO_LINEAGE']);
});

it('reads a dialect nobody knows as common SQL, and says so', () => {
  const analysis = analyzed('select a from t', { dialect: 'klingon', tables: ['t(a)'] });
  expect(linesOf(analysis)).toEqual(['a < t.a']);
  expect(analysis.problems).toMatchObject([{ code: 'UNKNOWN_DIALECT', isGap: false }]);
});

it('reads a text in the wrong dialect as far as it goes', () => {
  expect(edgesOf('select [a] from [t]', ['t(a)'], 'bigquery')).toEqual([]);
  expect(edgesOf('select `a` from `t`', ['t(a)'], 'postgres')).toEqual(['a < t.a']);
});

it('takes a column for one of the only table that may have it, with less confidence', () => {
  const analysis = analyzed('select a, b from t join u using (id)', { tables: ['t(id, a)', 'u(id, …)'] });
  const [a, b] = analysis.targets[0]?.columns ?? [];
  expect(a?.sources[0]).toMatchObject({ table: { id: 't' }, confidence: 1 });
  expect(b?.sources[0]).toMatchObject({ table: { id: 'u' }, confidence: 0.9 });
});

it('takes the text’s word for a qualified column that the table is not known to have', () => {
  const analysis = analyzed('select t.b from t', { tables: ['t(a)'] });
  expect(analysis.targets[0]?.columns[0]?.sources[0]).toMatchObject({ column: 'b', confidence: 0.4 });
});

it('follows 500 CTEs in a row', () => {
  const ctes = Array.from({ length: 500 }, (_, at) => `c${at} as (select * from ${at === 0 ? 't' : `c${at - 1}`})`);
  expect(edgesOf(`with ${ctes.join(', ')} select * from c499`, ['t(a)'])).toEqual(['a < t.a']);
});

it('follows 100 columns through 10 CTEs', () => {
  const columns = Array.from({ length: 100 }, (_, at) => `c${at}`);
  const list = columns.map((name, at) => `coalesce(${name}, ${columns[(at + 1) % 100] ?? ''}) as ${name}`).join(', ');
  const ctes = Array.from(
    { length: 10 },
    (_, at) => `x${at} as (select ${list} from ${at === 0 ? 't' : `x${at - 1}`})`,
  );
  const edges = edgesOf(`with ${ctes.join(', ')} select * from x9`, [`t(${columns.join(', ')})`]);
  expect(edges).toHaveLength(1_100);
});

it('follows 15 levels of nesting', () => {
  const sql = Array.from({ length: 14 }).reduce<string>(
    (inner, _, at) => `select a from (${inner}) x${at}`,
    'select a from t',
  );
  expect(edgesOf(sql, ['t(a)'])).toEqual(['a < t.a']);
});

it('reads an INSERT of 1.5 MB', () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => `(${at}, 'some text of ${at}')`);
  expect(codesOf(`insert into t (a, b) values ${rows.join(', ')}`)).toEqual([]);
});

const WORDS =
  `select from where group by order having union all with as ( ) , . * = case when then else end join left on
  using insert into values update set merge matched not null count sum over partition lateral unnest pivot for in exists
  't' "q" \`b\` 1 a b c t u ; -- /* */ {{ }} $1 @x :y [ ] :: || -> create table view distinct qualify recursive`.split(
    /\s+/,
  );

it('never throws, whatever the text', () => {
  const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' '));
  const dialect = fc.constantFrom(...DIALECT_NAMES);
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary', maxLength: 80 })), dialect, (sql, name) => {
      const { targets, problems } = analyzeSql({ sql, dialect: name, tables: [] });
      expect(Array.isArray(targets)).toBe(true);
      expect(problems.map(({ code }) => code)).not.toContain('FAILED');
    }),
    { numRuns: 400 },
  );
});
