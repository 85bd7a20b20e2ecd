import { cutToBytes, storable } from './identity-text';
import { foldPart, type PlatformRules } from './platforms';
import { inQuotes, needsQuotes, splitName, type NamePart } from './quoted-parts';

/** Parts that a spelling leaves out, as the connection or the namespace's settings fill them. */
export interface MissingParts {
  readonly database: string | null;
  readonly schema: string | null;
}

export interface CanonicalParts {
  readonly name: string;
  readonly isPartial: boolean;
  readonly subset: string | null;
  /** Some part was quoted: whoever wrote it knew about quotes. */
  readonly hasQuotes: boolean;
}

/** A part that is longer is cut and told apart by a digest; no platform stores names of that length. */
const MAX_PART_BYTES = 480;
const TEMPORARY = /^(.+?)__dbt_(?:tmp|backup)(?:_?\d{1,20})?$/i;

/**
 * `database.schema.table` as the platform stores it.
 *
 * `isVerbatim`: every part as if it had been quoted.
 */
export function canonicalDotted(
  raw: string,
  rules: PlatformRules,
  missing: MissingParts,
  isVerbatim = false,
): CanonicalParts {
  const split = splitName(raw).flatMap((part) => withinBackticks(part, rules));
  const given = isVerbatim ? split.map((part) => ({ ...part, isQuoted: true })) : split;
  const filled = fillParts(given, rules, missing);
  const surplus = filled.length - rules.maxLevels;
  const written = filled.map((part, index) => store(part, rules.firstPartIsLower && index <= surplus, rules));
  const parts = joinSurplus(written, surplus);
  const last = parts.at(-1) ?? '';
  const table = collapse(last, rules);
  return {
    name: [...parts.slice(0, -1), table].map((part, index) => render(part, rulesAt(index, surplus, rules))).join('.'),
    isPartial: parts.length < rules.minLevels,
    subset: table === last ? null : last,
    hasQuotes: split.some(({ isQuoted }) => isQuoted),
  };
}

/** BigQuery's `` `project.dataset.table` `` quotes the whole path, not a part. */
function withinBackticks(part: NamePart, rules: PlatformRules): NamePart[] {
  if (rules.platform !== 'bigquery' || part.mark !== '`') return [part];
  return part.text.split('.').map((text) => ({ ...part, text }));
}

function fillParts(parts: readonly NamePart[], rules: PlatformRules, missing: MissingParts): readonly NamePart[] {
  const withSchema = parts.map((part, index) =>
    isLeftOut(part, index, parts) ? asPart(schemaOf(rules, missing)) : part,
  );
  const filled = [...withSchema];
  const { database, schema } = missing;
  if (filled.length === 1 && rules.minLevels >= 3 && schema !== null) filled.unshift(asPart(schema));
  const isFirstMissing = filled.length === rules.minLevels - 1;
  const first = rules.minLevels === 2 ? (database ?? schema) : database;
  if (isFirstMissing && first !== null) filled.unshift(asPart(first));
  return filled;
}

/** `sales..orders`: the schema is the default one. */
function isLeftOut(part: NamePart, index: number, parts: readonly NamePart[]): boolean {
  return part.text === '' && !part.isQuoted && parts.length === 3 && index === 1;
}

function schemaOf(rules: PlatformRules, missing: MissingParts): string {
  return missing.schema ?? (rules.platform === 'mssql' ? 'dbo' : '');
}

function asPart(text: string): NamePart {
  return { text, isQuoted: false, mark: '' };
}

function store(part: NamePart, isLower: boolean, rules: PlatformRules): string {
  if (isLower) return part.text.toLowerCase();
  return part.isQuoted && rules.quotedKeepsCase ? part.text : foldPart(part.text, rules);
}

/** More parts than the platform has levels: the dots belonged to the first. */
function joinSurplus(parts: readonly string[], surplus: number): readonly string[] {
  if (surplus <= 0) return parts;
  return [parts.slice(0, surplus + 1).join('.'), ...parts.slice(surplus + 1)];
}

/** dbt's temporary relations, BigQuery's partitions and date shards are parts of the table they are named for. */
function collapse(part: string, rules: PlatformRules): string {
  const whole = TEMPORARY.exec(part)?.[1] ?? part;
  const table = rules.platform === 'bigquery' ? bigQueryTable(whole) : whole;
  return table === part ? part : collapse(table, rules);
}

function bigQueryTable(text: string): string {
  const dollar = text.indexOf('$');
  if (dollar > 0) return text.slice(0, dollar);
  return text.replace(/^(.+_)((?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/, '$1*');
}

/** A first part that is always lower case needs no quotes to stay so. */
function rulesAt(index: number, surplus: number, rules: PlatformRules): PlatformRules {
  return index === 0 && surplus >= 0 && rules.firstPartIsLower ? { ...rules, fold: 'lower' } : rules;
}

function render(text: string, rules: PlatformRules): string {
  const cut = cutPart(text, rules);
  const isUnlikeFold = rules.quotedKeepsCase && cut !== foldPart(cut, rules);
  return needsQuotes(cut) || isUnlikeFold ? inQuotes(cut) : cut;
}

function cutPart(text: string, rules: PlatformRules): string {
  if (rules.maxPartBytes !== null) return cutToBytes(text, rules.maxPartBytes);
  return foldDigest(text, storable(text, MAX_PART_BYTES), rules);
}

/** The digest must read like an unquoted part, or the name would change when it is read again. */
function foldDigest(text: string, stored: string, rules: PlatformRules): string {
  return stored === text ? text : stored.slice(0, -32) + foldPart(stored.slice(-32), rules);
}
