import type { Dialect } from '../dialect';
import type { KnownTable, TableDefaults } from '../analysis';
import type { TableName } from '../syntax';
import type { SourceColumn, Table } from './table';

/** BigQuery's tables of one day each are one table to everybody. */
const SHARD = /_(\d{8}|yyyymmdd)$/i;

/** The tables of one analysis: those the caller knows, found by any of their names, and those it does not. */
export class Tables {
  /** In the order in which the text first names them. */
  readonly named: Table[] = [];
  private readonly known = new Map<string, KnownTable>();
  private readonly bySuffix = new Map<string, KnownTable | null>();
  private readonly defined = new Map<string, readonly string[]>();
  private readonly byKey = new Map<string, Table>();
  private readonly sources = new Map<Table, Map<string, SourceColumn>>();

  constructor(
    private readonly dialect: Dialect,
    tables: readonly KnownTable[],
    private readonly defaults: TableDefaults,
  ) {
    for (const table of tables) this.learn(table);
  }

  /** The table of that name; always the same object for the same table. */
  find(name: TableName): Table {
    const parts = this.fold(name);
    const known = this.knownAs(parts);
    const key = known === null ? parts.join('\u0000') : `id ${known.id}`;
    const found = this.byKey.get(key);
    if (found !== undefined) return found;
    const table = this.made(parts, known);
    this.byKey.set(key, table);
    this.named.push(table);
    return table;
  }

  source(table: Table, column: string): SourceColumn {
    const columns = this.sources.get(table) ?? new Map<string, SourceColumn>();
    this.sources.set(table, columns);
    const key = column.toLowerCase();
    const exact = columns.get(column) ?? (this.dialect.quotedKeepsCase ? undefined : columns.get(key));
    if (exact !== undefined) return exact;
    const source = { table, column };
    columns.set(column, source);
    if (!this.dialect.quotedKeepsCase) columns.set(key, source);
    return source;
  }

  private made(parts: readonly string[], known: KnownTable | null): Table {
    const defined = this.defined.get(parts.join('\u0000').toLowerCase());
    const { id = null, name = this.completed(parts), columns = [], isComplete = false } = known ?? {};
    const index = this.named.length;
    if (defined !== undefined) return { index, id, parts: name, columns: defined, isComplete: true };
    return { index, id, parts: name, columns, isComplete };
  }

  /** The text itself says what columns a table has. */
  define(name: TableName, columns: readonly string[]): void {
    if (columns.length > 0) this.defined.set(this.fold(name).join('\u0000').toLowerCase(), columns);
  }

  /** The table that a CTE of that name stands for; null when it is an ordinary CTE. */
  cte(name: string): Table | null {
    return this.known.get(name)?.isCte === true ? this.find([{ name, isQuoted: true, at: -1 }]) : null;
  }

  /** Whether any column of the table was read. */
  isRead(table: Table): boolean {
    return this.sources.has(table);
  }

  /** A name as the dialect stores it. */
  fold(name: TableName): readonly string[] {
    const { fold, quotedKeepsCase, isBigQueryLike, defaultSchema } = this.dialect;
    return name.flatMap(({ name: text, isQuoted }) => {
      if (text === '') return [this.defaults.schema ?? defaultSchema];
      const parts = isBigQueryLike ? text.replace(SHARD, '_*').split('.') : [text];
      if (fold === 'keep' || (isQuoted && quotedKeepsCase)) return parts;
      return parts.map((part) => (fold === 'lower' ? part.toLowerCase() : part.toUpperCase()));
    });
  }

  private learn(table: KnownTable): void {
    for (const name of [table.name, ...(table.aliases ?? [])]) {
      const parts = name.map((part) => (this.dialect.isBigQueryLike ? part.replace(SHARD, '_*') : part).toLowerCase());
      this.known.set(parts.join('\u0000'), table);
      for (let from = 1; from < parts.length; from += 1) {
        const suffix = parts.slice(from).join('\u0000');
        const other = this.bySuffix.get(suffix);
        this.bySuffix.set(suffix, other === undefined || other === table ? table : null);
      }
    }
  }

  /** By the full name, then completed with the defaults, then by the only table whose name ends like this. */
  private knownAs(parts: readonly string[]): KnownTable | null {
    const lower = parts.map((part) => part.toLowerCase());
    const full = this.completed(lower).join('\u0000').toLowerCase();
    const exact = this.known.get(lower.join('\u0000')) ?? this.known.get(full);
    if (exact !== undefined) return exact;
    const bySuffix = this.bySuffix.get(lower.join('\u0000'));
    if (bySuffix !== undefined) return bySuffix;
    for (let from = 1; from < lower.length; from += 1) {
      const shorter = this.known.get(lower.slice(from).join('\u0000'));
      if (shorter !== undefined) return shorter;
    }
    return null;
  }

  private completed(parts: readonly string[]): readonly string[] {
    const { database, schema } = this.defaults;
    const missing = [database, schema].slice(0, Math.max(0, 3 - parts.length)).filter((one) => one !== undefined);
    return [...missing, ...parts];
  }
}
