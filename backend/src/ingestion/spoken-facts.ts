import { canonicalFieldPath, checkedText, MAX_COLUMNS } from '../catalog';
import { invalid } from '../shared/errors';
import type { AssetFacts, AssetType, ColumnClaim } from '../shared/vocabulary';

/** A column as a client lists it; `name` is its full path. Null is as good as absent. */
export interface ColumnInput {
  readonly name: string;
  readonly type?: string | null;
  readonly nullable?: boolean | null;
  readonly description?: string | null;
  readonly tags?: readonly string[] | null;
}

/** What a client says of an asset. Absent: leaves what it said before; null: takes that back. */
export interface RegisterAssetInput {
  readonly namespace: string;
  readonly name: string;
  readonly type: AssetType;
  readonly location?: string | null;
  readonly schema?: unknown;
  readonly columns?: readonly ColumnInput[] | null;
  readonly owner?: string | null;
  readonly description?: string | null;
  readonly tags?: readonly string[] | null;
  readonly isEncrypted?: boolean | null;
  readonly hasAccessLogging?: boolean | null;
  readonly region?: string | null;
}

const MAX_TEXT_CHARS = 50_000;
const MAX_WORD_CHARS = 1_000;
const MAX_TAGS = 200;
const FIELDS = ['location', 'owner', 'description', 'tags', 'isEncrypted', 'hasAccessLogging', 'region'] as const;

/**
 * What is said now, over what was said before; in order of name, so that the same said again is the same text.
 *
 * @throws DomainError INVALID naming asset, field and rule.
 */
export function spokenFacts(about: string, input: RegisterAssetInput, before: AssetFacts): AssetFacts {
  const said = FIELDS.filter((field) => input[field] !== undefined);
  const kept = Object.entries(before).filter(([field]) => !said.some((one) => one === field));
  const now = said.flatMap((field) => {
    const value = spokenValue(`${about}: ${field}`, input[field]);
    return value === null ? [] : [[field, value] as const];
  });
  const facts = { ...Object.fromEntries([...kept, ...now]), type: input.type };
  return Object.fromEntries(Object.entries(facts).sort(([one], [other]) => (one < other ? -1 : 1))) as AssetFacts;
}

/** A text without what cannot be stored, a list of words, or yes and no. Null and blank text: nothing is said. */
export function spokenValue(
  what: string,
  value: string | boolean | readonly string[] | null | undefined,
): string | boolean | readonly string[] | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value;
  return typeof value === 'string' ? spokenText(what, value) : spokenTags(what, value);
}

/** Null for blank text. @throws DomainError INVALID naming `what` and the rule: too long, NUL, not Unicode. */
export function spokenText(what: string, value: string): string | null {
  return value.trim() === '' ? null : checkedProse(what, value, MAX_TEXT_CHARS);
}

/** A short word; null when it is blank. @throws DomainError INVALID */
export function spokenWord(what: string, value: string): string | null {
  return value.trim() === '' ? null : checkedText(what, value.trim(), MAX_WORD_CHARS);
}

/** In order of appearance, each once. @throws DomainError INVALID */
export function spokenTags(what: string, tags: readonly string[]): readonly string[] {
  if (tags.length > MAX_TAGS) throw invalid(`${what}: at most ${MAX_TAGS.toString()} are allowed`);
  return [...new Set(tags.map((tag) => checkedText(what, tag, MAX_WORD_CHARS)))];
}

/** Text of several lines; NUL and halves of characters are refused, since no database could give them back. */
function checkedProse(what: string, value: string, maxChars: number): string {
  if (value.length > maxChars) {
    throw invalid(`${what}: has ${value.length.toString()} characters, at most ${maxChars.toString()} are allowed`);
  }
  if (value.includes('\0')) throw invalid(`${what}: character U+0000 is not allowed`);
  if (/\p{Surrogate}/u.test(value)) throw invalid(`${what}: is not well-formed Unicode`);
  return value.trim();
}

/**
 * The columns of an asset from either way of listing them; absent when neither is given.
 *
 * @throws DomainError INVALID naming asset, column and rule: both ways, no name, listed twice, too many.
 */
export function spokenColumns(
  about: string,
  input: Pick<RegisterAssetInput, 'schema' | 'columns'>,
): readonly ColumnClaim[] | undefined {
  const listed = listedColumns(about, input.schema ?? null, input.columns ?? null);
  if (listed === null) return undefined;
  if (listed.length > MAX_COLUMNS) {
    throw invalid(`${about}: has ${listed.length.toString()} columns, at most ${MAX_COLUMNS.toString()} are allowed`);
  }
  const columns = listed.map((column) => columnClaim(about, column));
  refuseTwice(about, columns);
  return columns;
}

function listedColumns(
  about: string,
  schema: unknown,
  columns: readonly ColumnInput[] | null,
): readonly ColumnInput[] | null {
  if (schema === null) return columns;
  if (columns !== null) throw invalid(`${about}: give schema or columns, not both`);
  return columnsOfSchema(about, schema);
}

function columnsOfSchema(about: string, schema: unknown): readonly ColumnInput[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    throw invalid(`${about}: schema must be an object of column names and types, such as {"id": "bigint"}`);
  }
  return Object.entries(schema).map(([name, type]: [string, unknown]) => {
    if (type !== null && typeof type !== 'string') {
      throw invalid(`${about}: column \`${name.slice(0, 80)}\` of schema must have a text as its type`);
    }
    return { name, type };
  });
}

function columnClaim(about: string, column: ColumnInput): ColumnClaim {
  const path = namedColumn(about, column.name);
  const what = `${about}: column \`${path.slice(0, 80)}\``;
  const { nullable, tags } = column;
  return {
    path,
    ...said('type', spokenText(`${what}, type`, column.type ?? '')),
    ...said('nullable', nullable),
    ...said('description', spokenText(`${what}, description`, column.description ?? '')),
    ...said('tags', tags ? spokenTags(`${what}, tags`, tags) : null),
  };
}

/** The field with its value; nothing at all when nothing was said. */
function said<Field extends string, Value>(
  field: Field,
  value: Value | null | undefined,
): Partial<Record<Field, Value>> {
  return value === null || value === undefined ? {} : ({ [field]: value } as Record<Field, Value>);
}

/** @throws DomainError INVALID naming the asset as well as the column. */
export function namedColumn(about: string, name: string): string {
  try {
    return canonicalFieldPath(name);
  } catch (error) {
    throw invalid(`${about}: ${error instanceof Error ? error.message : 'column has no usable name'}`);
  }
}

function refuseTwice(about: string, columns: readonly ColumnClaim[]): void {
  const seen = new Set<string>();
  for (const { path } of columns) {
    if (seen.has(path)) throw invalid(`${about}: column \`${path.slice(0, 80)}\` is listed twice`, { column: path });
    seen.add(path);
  }
}
