import type { KnownTable, SourceEdge, SqlAnalysis, SqlInput } from './analysis';
import { analyzeSql } from './analyze';

/** `shop.orders(id, total)` with all its columns, `orders(id, …)` with some of them, `orders` with none known. */
export function table(text: string): KnownTable {
  const [name = '', list = ''] = text.split(/[()]/);
  const columns = list.split(',').map((column) => column.trim());
  const known = columns.filter((column) => column !== '' && column !== '…');
  return { id: name, name: name.split('.'), columns: known, isComplete: list !== '' && !columns.includes('…') };
}

/** The analysis of a text over tables as `table` reads them. */
export function analyzed(
  sql: string,
  {
    tables = [],
    dialect = 'postgres',
    ...rest
  }: Partial<Omit<SqlInput, 'tables'>> & { readonly tables?: readonly string[] } = {},
): SqlAnalysis {
  return analyzeSql({ sql, dialect, tables: tables.map(table), ...rest });
}

/**
 * Every edge as a line: `name < orders.id` for an identity, `name < orders.id TRANSFORMATION hash`, with the aggregate
 * behind AGGREGATION; `* < orders.id FILTER` for what decides about rows. A table before the name where one is filled.
 */
export function linesOf({ targets }: SqlAnalysis): readonly string[] {
  return targets.flatMap(({ table: target, columns, rowSources }) => {
    const prefix = target === null ? '' : `${target.id ?? target.name.join('.')}.`;
    return [
      ...columns.flatMap(({ name, sources }) => sources.map((source) => `${prefix}${name} < ${lineOf(source)}`)),
      ...rowSources.map((source) => `${prefix}* < ${lineOf(source)}`),
    ];
  });
}

function lineOf({ table: from, column, subtype, aggregate, masking }: SourceEdge): string {
  const words = [subtype === 'IDENTITY' ? null : subtype, aggregate, masking].filter((word) => word !== null);
  return [`${from.id ?? from.name.join('.')}.${column}`, ...words].join(' ');
}

/** The lines of a text's edges, in alphabetical order. */
export function edgesOf(sql: string, tables: readonly string[], dialect = 'postgres'): readonly string[] {
  return [...linesOf(analyzed(sql, { tables, dialect }))].sort();
}
