// @ts-check
// The TPC-DS and TPC-H queries of the corpus with the schemas they are written for.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const SETS = [
  { schema: 'TPCDS_SCHEMA.json', file: 'tpc-ds/tpc-ds.sql', dialect: 'snowflake' },
  { schema: 'TPCH_SCHEMA.json', file: 'tpc-h/tpc-h.sql', dialect: 'generic' },
];

/** @param {string} folder of the corpus */
export function queries(folder) {
  const tests = path.join(folder, 'sql-queries/tobymao+sqlglot/tests');
  return SETS.flatMap(({ schema, file, dialect }) => {
    /** @type {Record<string, object>} */
    const known = JSON.parse(readFileSync(path.join(tests, schema), 'utf8'));
    const tables = Object.entries(known).map(([name, columns]) => ({
      id: name,
      name: [name],
      columns: Object.keys(columns),
      isComplete: true,
    }));
    const text = readFileSync(path.join(tests, 'fixtures/optimizer', file), 'utf8').replaceAll(/^(--|#).*$/gm, '');
    // Each query is followed by what an optimiser made of it.
    const written = text.split(';').filter((sql, at) => at % 2 === 0 && sql.trim() !== '');
    return written.map((sql) => ({ sql, dialect, tables }));
  });
}
