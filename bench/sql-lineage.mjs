// Column lineage from SQL on the corpus of real texts, beside the parser's own lineage, and what it costs:
// `node bench/sql-lineage.mjs [corpus folder] [--list]`. Build the backend first. Times are CPU times.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, register } from 'node:module';
import path from 'node:path';

import { oracleEdges } from './sql-lineage/oracle.mjs';
import { queries } from './sql-lineage/queries.mjs';

register('./typescript-modules.mjs', import.meta.url);
const require = createRequire(import.meta.url);
const dist = process.env['TRIBUTARY_DIST'] ?? '../backend/dist';
const { analyzeSql } = require(`${dist}/sql`);
const corpus = new URL('../backend/test/corpus/', import.meta.url);
const { sqlCases } = await import(`${corpus}sql-cases.ts`);
const { compare, textOf } = await import(`${corpus}compare-sql.ts`);
const { disagreementOn } = await import(`${corpus}disagreements.ts`);

const folder = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? '../shared/corpus';
const isListing = process.argv.includes('--list');
if (!existsSync(path.join(folder, 'truth.jsonl'))) throw new Error(`No corpus at ${folder}`);

const cpu = () => process.cpuUsage().user / 1000;
const percent = (part, whole) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);
const write = (...columns) => console.log(columns.map((text, at) => String(text).padEnd(at === 0 ? 34 : 12)).join(''));

/** Sums up what came out for a group of cases. */
class Tally {
  cases = 0;
  exact = 0;
  expected = 0;
  found = 0;
  matched = 0;
  asIndirect = 0;

  add(result) {
    this.cases += 1;
    this.exact += result.missing.length + result.extra.length === 0 ? 1 : 0;
    for (const key of ['expected', 'found', 'matched', 'asIndirect']) this[key] += result[key];
  }

  write(name) {
    const { cases, exact, expected, found, matched, asIndirect } = this;
    const recall = percent(matched + asIndirect, expected);
    write(name, `${exact}/${cases}`, expected, found, percent(matched, expected), recall, percent(matched, found));
  }
}

analyzeSql({ sql: 'select 1', dialect: 'postgres', tables: [] });
const groups = new Map();
const tally = (name) => groups.get(name) ?? groups.set(name, new Tally()).get(name);
const doubts = [];
let slowest = 0;
for (const one of sqlCases(folder)) {
  const start = cpu();
  const analysis = analyzeSql({ ...one, sql: textOf(one) });
  slowest = Math.max(slowest, cpu() - start);
  const result = compare(one, analysis);
  const argument = disagreementOn(one.source, one.name);
  tally('all').add(result);
  if (argument !== null) {
    if (result.missing.length + result.extra.length > 0) doubts.push(`${one.source} ${one.name}: ${argument}`);
    tally(`${one.source}, expectation in doubt`).add(result);
    continue;
  }
  tally(`${one.source}, ${one.dialect}`).add(result);
  tally('all but those in doubt').add(result);
}
write('source, dialect', 'exact', 'expected', 'found', 'direct', 'recall', 'precision');
for (const [name, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) group.write(name);
console.log(
  'recall counts what is found as indirect: conditions, windows, filters. Limits: recall ≥ 95 %, precision ≥ 97 %.',
);
console.log(`slowest case ${slowest.toFixed()} ms (limit 5,000)\n`);
for (const line of isListing ? doubts : []) console.log(`  ${line}`);

let ours = 0;
let theirs = 0;
let both = 0;
let columns = 0;
let ourTime = 0;
let theirTime = 0;
const texts = queries(folder);
for (const { sql, dialect, tables } of texts) {
  let start = cpu();
  const { targets } = analyzeSql({ sql, dialect, tables });
  ourTime += cpu() - start;
  start = cpu();
  const oracle = await oracleEdges(sql, dialect, tables, targets.at(-1)?.columns.map(({ name }) => name) ?? []);
  theirTime += cpu() - start;
  for (const { name, sources } of targets.at(-1)?.columns ?? []) {
    const mine = new Set(sources.map(({ table, column }) => `${table.name.at(-1)}.${column}`.toLowerCase()));
    const other = oracle.get(name);
    if (other === undefined) continue;
    columns += 1;
    ours += mine.size;
    theirs += other.size;
    both += [...other].filter((edge) => mine.has(edge)).length;
  }
}
console.log(
  `${texts.length} queries (TPC-DS, TPC-H), ${columns} columns, beside the parser's own lineage with the same schema`,
);
write('', 'edges', 'in both', 'CPU ms', 'per query');
write('ours, indirect ones included', ours, both, ourTime.toFixed(), (ourTime / texts.length).toFixed(1));
write('the parser package', theirs, percent(both, theirs), theirTime.toFixed(), (theirTime / texts.length).toFixed(1));

const wide = (item) =>
  `with ${Array.from({ length: 10 }, (_, cte) => {
    const items = Array.from({ length: 100 }, (_, column) => item(column)).join(', ');
    return `c${cte} as (select ${items} from ${cte === 0 ? 't' : `c${cte - 1}`})`;
  }).join(', ')} select * from c9`;
const t = { id: 't', name: ['t'], columns: Array.from({ length: 100 }, (_, at) => `c${at}`), isComplete: true };
const timed = (name, sql, limit) => {
  const times = Array.from({ length: 20 }, () => {
    const start = cpu();
    analyzeSql({ sql, dialect: 'postgres', tables: [t] });
    return cpu() - start;
  });
  const median = times.sort((a, b) => a - b)[10] ?? 0;
  write(name, `${median.toFixed(1)} ms`, `limit ${limit} ms`);
};
console.log('\nmedian of 20');
timed('a model of 30 lines', readFileSync(new URL('./sql-lineage/model.sql', import.meta.url), 'utf8'), 5);
timed(
  '100 columns × 10 CTEs, names',
  wide((at) => `c${at}`),
  200,
);
timed(
  '100 columns × 10 CTEs, calls',
  wide((at) => `coalesce(c${at}, c${(at + 1) % 100}) as c${at}`),
  200,
);
