import type { Identifier } from '../syntax';
import type { Table } from './table';
import { affected, merged, NOTHING, TRANSFORMED, type ColumnValue, type Influence } from './value';

/** A column that a query or a FROM item shows. */
export interface Column {
  readonly name: string;
  readonly value: ColumnValue;
}

/** A `*` over columns that are not all known: any name may be one of them. */
export interface Opening {
  /** Whose columns are not known. */
  readonly tables: readonly Table[];
  /** Names that are taken out or replaced on the way, in lower case. */
  readonly hidden: ReadonlySet<string>;
  /** Offset of the `*`; -1 before there is one. */
  readonly at: number;
  /** What a name stands for if it is one of them, read at that offset; null when it cannot be. */
  readonly read: (name: Identifier, at: number) => ColumnValue | null;
}

/** What decides which rows there are: own influences, and those of the relations they are made from. */
export interface RowSource {
  readonly influences: readonly Influence[];
  readonly inputs: readonly RowSource[];
}

export const NO_ROWS: RowSource = { influences: [], inputs: [] };

/** Anything with columns: a table, a CTE, a subquery, a table function. */
export interface Relation {
  readonly rows: RowSource;
  readonly opens: readonly Opening[];
  /** A column that is surely there; null otherwise. `fields`: parts of a structured value. */
  readonly find: (name: Identifier, fields: readonly Identifier[]) => ColumnValue | null;
  /** A column that may be there, since not all are known. */
  readonly guess: (name: Identifier, fields: readonly Identifier[]) => ColumnValue | null;
  /** A column that the text says is there, though the table is not known to have it; null where that cannot be. */
  readonly claim: (name: Identifier) => ColumnValue | null;
  /** The known columns, in order, as a `*` at that offset shows them. */
  readonly expand: (at: number) => readonly Column[];
}

/** Makes a value of a table's column; `sure` from 0 to 1. */
export type ReadColumn = (table: Table, column: string, at: number, sure: number) => ColumnValue;

const SURE = 1;
const LIKELY = 0.9;
const THROUGH_STAR = 0.7;
const UNLIKELY = 0.4;

/** Columns of a list by name: as written first, then whatever the case. */
class NameIndex {
  private readonly exact = new Map<string, number>();
  private readonly lower = new Map<string, number>();

  constructor(names: readonly string[]) {
    names.forEach((name, at) => {
      if (!this.exact.has(name)) this.exact.set(name, at);
      const key = name.toLowerCase();
      if (!this.lower.has(key)) this.lower.set(key, at);
    });
  }

  get(name: string): number | undefined {
    return this.exact.get(name) ?? this.lower.get(name.toLowerCase());
  }
}

const INDEXES = new WeakMap<readonly unknown[], NameIndex>();

function indexOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): NameIndex {
  const known = INDEXES.get(items);
  if (known !== undefined) return known;
  const index = new NameIndex(items.map(nameOf));
  INDEXES.set(items, index);
  return index;
}

const asWritten = (name: string): string => name;

/** A table of the database, known or not. */
export class TableRelation implements Relation {
  readonly rows = NO_ROWS;
  readonly opens: readonly Opening[];

  constructor(
    private readonly table: Table,
    private readonly read: ReadColumn,
  ) {
    const through = ({ name, at }: Identifier, star: number): ColumnValue =>
      read(table, name, star >= 0 ? star : at, THROUGH_STAR);
    this.opens = table.isComplete ? [] : [{ tables: [table], hidden: new Set(), at: -1, read: through }];
  }

  find(name: Identifier, fields: readonly Identifier[]): ColumnValue | null {
    const { columns } = this.table;
    const index = indexOf(columns, asWritten);
    const path = [name, ...fields].map((one) => one.name);
    for (let length = path.length; length > 0; length -= 1) {
      const at = index.get(path.slice(0, length).join('.'));
      if (at === undefined) continue;
      const value = this.read(this.table, columns[at] ?? name.name, name.at, SURE);
      return length === path.length ? value : affected(value, TRANSFORMED);
    }
    return null;
  }

  guess(name: Identifier, fields: readonly Identifier[]): ColumnValue | null {
    if (this.table.isComplete) return null;
    const value = this.read(this.table, name.name, name.at, LIKELY);
    return ofFields(value, fields);
  }

  claim(name: Identifier): ColumnValue | null {
    return this.read(this.table, name.name, name.at, UNLIKELY);
  }

  expand(at: number): readonly Column[] {
    return topLevel(this.table.columns).map((name) => ({ name, value: this.read(this.table, name, at, SURE) }));
  }
}

/** Columns that are no field of another one: only those are shown by `*`. */
function topLevel(columns: readonly string[]): readonly string[] {
  if (!columns.some((name) => name.includes('.'))) return columns;
  const all = new Set(columns);
  return columns.filter((name) => {
    const dot = name.indexOf('.');
    return dot < 0 || !all.has(name.slice(0, dot).replace(/[[{][\]}]$/, ''));
  });
}

/** What a query gives. */
export class QueryRelation implements Relation {
  constructor(
    readonly columns: readonly Column[],
    readonly opens: readonly Opening[],
    readonly rows: RowSource,
  ) {}

  find(name: Identifier, fields: readonly Identifier[]): ColumnValue | null {
    const at = indexOf(this.columns, (column) => column.name).get(name.name);
    const value = at === undefined ? undefined : this.columns[at]?.value;
    return value === undefined ? null : ofFields(value, fields);
  }

  /** Through a `*`: only where it can be one alone. */
  guess(name: Identifier, fields: readonly Identifier[]): ColumnValue | null {
    const values = this.opens.flatMap((open) => readThrough(open, name) ?? []);
    return values.length === 1 && values[0] !== undefined ? ofFields(values[0], fields) : null;
  }

  claim(): ColumnValue | null {
    return null;
  }

  expand(): readonly Column[] {
    return this.columns;
  }
}

/** Rows that a table function makes: whatever column is asked for comes from its arguments. */
export class FunctionRows implements Relation {
  readonly opens: readonly Opening[] = [];

  constructor(
    private readonly columns: readonly Column[],
    private readonly value: ColumnValue,
    readonly rows: RowSource,
    private readonly isOpen: boolean,
  ) {}

  find(name: Identifier): ColumnValue | null {
    const at = indexOf(this.columns, (column) => column.name).get(name.name);
    return at === undefined ? null : (this.columns[at]?.value ?? null);
  }

  guess(): ColumnValue | null {
    return this.isOpen ? this.value : null;
  }

  claim(): ColumnValue | null {
    return null;
  }

  expand(): readonly Column[] {
    return this.columns;
  }
}

const ofFields = (value: ColumnValue, fields: readonly Identifier[]): ColumnValue =>
  fields.length === 0 ? value : affected(value, TRANSFORMED);

/** What a name stands for behind a `*`; null when it cannot be there. */
export function readThrough(open: Opening, name: Identifier): ColumnValue | null {
  return open.hidden.has(name.name.toLowerCase()) ? null : open.read(name, open.at);
}

/** The same `*`s, with some names taken out. */
export function hiding(opens: readonly Opening[], names: Iterable<string>): readonly Opening[] {
  return opens.map((open) => ({ ...open, hidden: new Set([...open.hidden, ...names]) }));
}

/** Every column of a relation at once: `count(t)`, `row_to_json(t)`. */
export function wholeRow(relation: Relation, at: number): ColumnValue {
  const columns = relation.expand(at);
  return columns.length === 0 ? NOTHING : affected(merged(columns.map(({ value }) => value)), TRANSFORMED);
}
