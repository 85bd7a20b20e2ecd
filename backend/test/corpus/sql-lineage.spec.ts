import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

import { analyzeSql } from '../../src/sql';
import { compare, textOf, type Compared } from './compare-sql';
import { corpusFolder } from './corpus';
import { disagreementOn } from './disagreements';
import type { SqlCase } from './sql-case';
import { sqlCases } from './sql-cases';

const cases = corpusFolder === undefined ? [] : sqlCases(corpusFolder);

const sum = (results: readonly Compared[], count: (one: Compared) => number): number =>
  results.reduce((total, one) => total + count(one), 0);

const result = (one: SqlCase): Compared => compare(one, analyzeSql({ ...one, sql: textOf(one) }));

/** Every .sql file of a folder. */
function* sqlFiles(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* sqlFiles(path);
    else if (path.endsWith('.sql')) yield path;
  }
}

if (corpusFolder === undefined) {
  it('is not run: no corpus beside the repository nor at TRIBUTARY_CORPUS', () => {
    expect(cases).toEqual([]);
  });
} else {
  describe('column lineage of the corpus', () => {
    it.each(['datahub', 'sqllineage', 'hive-logger', 'hive-posthook'])(
      '%s: is what is expected, or there is an argument',
      (source) => {
        const ours = cases.filter((one) => one.source === source);
        const off = ours
          .filter((one) => disagreementOn(source, one.name) === null)
          .flatMap((one) => {
            const { missing, extra } = result(one);
            return missing.length + extra.length === 0 ? [] : [{ name: one.name, missing, extra }];
          });
        expect(off).toEqual([]);
        expect(ours.length).toBeGreaterThan(40);
      },
    );

    it('finds 98 % of the expected edges, and 98 % of what it finds is expected, where the expectation stands', () => {
      const results = cases.filter((one) => disagreementOn(one.source, one.name) === null).map(result);
      const expected = sum(results, (one) => one.expected);
      const recall = sum(results, (one) => one.matched + one.asIndirect) / expected;
      const precision = sum(results, (one) => one.matched) / sum(results, (one) => one.found);
      expect(expected).toBeGreaterThan(1_400);
      expect(recall).toBeGreaterThanOrEqual(0.98);
      expect(precision).toBeGreaterThanOrEqual(0.98);
    });
  });

  describe('SQL of the corpus', () => {
    it.each(['sql-queries', 'sql-ddl'])('%s: no file breaks the analysis', (folder) => {
      const files = [...sqlFiles(join(corpusFolder ?? '', folder))];
      const broken = files.filter((file) => {
        const dialect = /dialects\/(\w+)\//.exec(file)?.[1] ?? 'generic';
        const { problems } = analyzeSql({ sql: readFileSync(file, 'utf8'), dialect, tables: [] });
        return problems.some(({ code }) => code === 'FAILED');
      });
      expect(broken.map((file) => basename(file))).toEqual([]);
      expect(files.length).toBeGreaterThan(90);
    });

    it('TPC-DS: every query that parses is followed to the tables of its schema', () => {
      const tests = join(corpusFolder ?? '', 'sql-queries/tobymao+sqlglot/tests');
      const schema = JSON.parse(readFileSync(join(tests, 'TPCDS_SCHEMA.json'), 'utf8')) as Record<string, object>;
      const tables = Object.entries(schema).map(([name, columns]) => ({
        id: name,
        name: [name],
        columns: Object.keys(columns),
        isComplete: true,
      }));
      const text = readFileSync(join(tests, 'fixtures/optimizer/tpc-ds/tpc-ds.sql'), 'utf8').replaceAll(
        /^(--|#).*$/gm,
        '',
      );
      const queries = text.split(';').filter((sql, at) => at % 2 === 0 && sql.trim() !== '');
      const problems = queries.flatMap((sql) => analyzeSql({ sql, dialect: 'snowflake', tables }).problems);
      expect(problems).toEqual([]);
      expect(queries.length).toBeGreaterThan(95);
    });
  });
}
