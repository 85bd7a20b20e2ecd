// @ts-check
// The lineage that the parser package itself offers, one column at a time, for comparison.
import * as polyglot from '@polyglot-sql/sdk';

/** @typedef {{ source_kind?: string, source_name?: string, name?: string, downstream?: Node[] }} Node */

await polyglot.init();

/**
 * The source columns of each named column, `table.column` in lower case; columns it cannot trace are left out.
 *
 * @param {string} sql
 * @param {string} dialect
 * @param {readonly { name: readonly string[], columns: readonly string[] }[]} tables
 * @param {readonly string[]} columns
 */
export function oracleEdges(sql, dialect, tables, columns) {
  const named = tables.filter(({ name }) => new RegExp(`\\b${name.at(-1)}\\b`, 'i').test(sql));
  const schema = {
    strict: false,
    tables: named.map(({ name, columns: all }) => ({
      name: name.at(-1) ?? '',
      columns: all.map((column) => ({ name: column, type: 'TEXT' })),
    })),
  };
  /** @type {Map<string, Set<string>>} */
  const found = new Map();
  for (const column of columns) {
    const result = polyglot.lineageWithSchema(
      column,
      sql,
      schema,
      /** @type {import('@polyglot-sql/sdk').Dialect} */ (dialect),
    );
    if (!result.success) continue;
    const leaves = new Set();
    visit(/** @type {Node} */ (result.lineage), leaves);
    found.set(column, leaves);
  }
  return found;
}

/** @param {Node} node @param {Set<string>} leaves */
function visit({ downstream = [], source_kind: kind, source_name: table = '', name = '' }, leaves) {
  for (const one of downstream) visit(one, leaves);
  if (downstream.length === 0 && kind === 'table') leaves.add(`${lastOf(table)}.${lastOf(name)}`.toLowerCase());
}

/** @param {string} name */
const lastOf = (name) => name.split('.').at(-1) ?? '';
