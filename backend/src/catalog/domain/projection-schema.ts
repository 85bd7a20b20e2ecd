/** A column as a schema version keeps it. */
export interface SchemaColumn {
  readonly path: string;
  readonly type: string | null;
  readonly nullable: boolean | null;
}

export interface Retyping {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What changed between two versions of an asset's columns. */
export interface SchemaDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly retyped: readonly Retyping[];
  /** A reader of the old columns may fail on the new: a column is gone, of another type, or may now be null. */
  readonly isBreaking: boolean;
}

const TYPE_ALIASES: ReadonlyMap<string, string> = new Map([
  ['int', 'integer'],
  ['int4', 'integer'],
  ['int8', 'bigint'],
  ['int2', 'smallint'],
  ['bool', 'boolean'],
  ['float8', 'double precision'],
  ['double', 'double precision'],
  ['float4', 'real'],
  ['numeric', 'decimal'],
  ['timestamptz', 'timestamp with time zone'],
  ['timestamp', 'timestamp without time zone'],
]);

/** The same for two spellings of one type: `INT4` and `integer`, `character varying(10)` and `varchar(10)`. */
export function sameTypeText(type: string): string {
  const text = type.trim().toLowerCase().replace(/\s+/g, ' ').replace('character varying', 'varchar');
  const [, head = text, rest = ''] = /^([a-z0-9_ ]+)(\(.*)?$/.exec(text) ?? [];
  return (TYPE_ALIASES.get(head.trim()) ?? head.trim()) + rest.replaceAll(' ', '');
}

const typeChanged = (before: SchemaColumn, after: SchemaColumn): boolean =>
  (before.type === null) !== (after.type === null) ||
  (before.type !== null && after.type !== null && sameTypeText(before.type) !== sameTypeText(after.type));

const described = (column: SchemaColumn): string | null =>
  column.nullable === false ? `${column.type ?? ''} not null`.trim() : column.type;

function isBreakingChange(before: SchemaColumn, after: SchemaColumn): boolean {
  const isRetyped = before.type !== null && after.type !== null && typeChanged(before, after);
  return isRetyped || (before.nullable === false && after.nullable === true);
}

/** The difference in paths, types and nullability, whatever the order of the columns; null when there is none. */
export function diffSchema(
  before: readonly SchemaColumn[],
  after: readonly SchemaColumn[],
  fold: (path: string) => string,
): SchemaDiff | null {
  const old = new Map(before.map((column) => [fold(column.path), column]));
  const now = new Map(after.map((column) => [fold(column.path), column]));
  const added = after.filter(({ path }) => !old.has(fold(path))).map(({ path }) => path);
  const removed = before.filter(({ path }) => !now.has(fold(path))).map(({ path }) => path);
  const kept = after.flatMap((column) => {
    const previous = old.get(fold(column.path));
    return previous ? [{ previous, column }] : [];
  });
  const changed = kept.filter(
    ({ previous, column }) => typeChanged(previous, column) || previous.nullable !== column.nullable,
  );
  if (added.length + removed.length + changed.length === 0) return null;
  return {
    added,
    removed,
    retyped: changed.map(({ previous, column }) => ({
      name: column.path,
      before: described(previous),
      after: described(column),
    })),
    isBreaking: removed.length > 0 || changed.some(({ previous, column }) => isBreakingChange(previous, column)),
  };
}
