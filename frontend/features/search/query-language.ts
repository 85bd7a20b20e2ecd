import type { SearchFilter } from './search-filter';

/** One `key:value,value` of a query; values are an OR, clauses an AND. */
export interface Clause {
  readonly key: FilterKey;
  readonly values: readonly string[];
}

/** A part that could not be understood: which, and what to write instead. */
export interface Problem {
  readonly token: string;
  readonly message: string;
}

/** What a query means. `text` keeps quotes: an exact phrase stays one. */
export interface ParsedQuery {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly problems: readonly Problem[];
}

export const FILTER_KEYS = [
  'type',
  'platform',
  'namespace',
  'layer',
  'tag',
  'owner',
  'class',
  'source',
  'status',
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

const SPELLINGS: Record<string, FilterKey> = {
  classification: 'class',
  tags: 'tag',
  owners: 'owner',
  ns: 'namespace',
  kind: 'type',
  types: 'type',
};
const UPPER: ReadonlySet<FilterKey> = new Set(['type', 'status']);
/** A word, or key:value where each value may be quoted. */
const TOKEN = /(-?[A-Za-z_]+:(?:"[^"]*"|[^\s",]+|,)+)|("[^"]*"?)|(\S+)/g;

/** Reads a query as written in the search field: words, "exact phrases" and key:value,value. Never throws. */
export function parseQuery(query: string): ParsedQuery {
  const words: string[] = [];
  const problems: Problem[] = [];
  const clauses = new Map<FilterKey, string[]>();
  for (const [token] of query.matchAll(TOKEN)) {
    const read = readToken(token);
    if ('problem' in read) problems.push(read.problem);
    else if ('word' in read) words.push(read.word);
    else clauses.set(read.key, [...new Set([...(clauses.get(read.key) ?? []), ...read.values])]);
  }
  return { text: words.join(' '), clauses: [...clauses].map(([key, values]) => ({ key, values })), problems };
}

type Reading = { word: string } | { problem: Problem } | Clause;

function readToken(token: string): Reading {
  const [, minus, name, rest] = /^(-?)([A-Za-z_]+):(.+)$/.exec(token) ?? [];
  if (name === undefined || rest === undefined || rest.startsWith('//')) return { word: token };
  const key = keyOf(name);
  if (!key) return { problem: { token, message: `“${name}” is not a filter. Known: ${FILTER_KEYS.join(', ')}.` } };
  if (minus === '-') return { problem: { token, message: `Leaving out by “-${name}:” is not supported yet.` } };
  const values = splitValues(rest).map((value) => normalValue(key, value));
  return values.length > 0 ? { key, values } : { word: token };
}

function keyOf(name: string): FilterKey | undefined {
  const lower = name.toLowerCase();
  return SPELLINGS[lower] ?? FILTER_KEYS.find((known) => known === lower);
}

function splitValues(text: string): string[] {
  return [...text.matchAll(/"([^"]*)"|[^,"]+/g)]
    .map(([whole, quoted]) => quoted ?? whole)
    .filter((value) => value !== '');
}

function normalValue(key: FilterKey, value: string): string {
  return UPPER.has(key) ? value.toUpperCase().replaceAll('-', '_') : value;
}

/** The API's filter for a query; null when there is none. */
export function toFilter(parsed: ParsedQuery): SearchFilter | null {
  if (parsed.clauses.length === 0) return null;
  return Object.fromEntries(
    parsed.clauses.map(({ key, values }) => [key === 'class' ? 'classification' : key, classCase(key, values)]),
  );
}

function classCase(key: FilterKey, values: readonly string[]): string[] {
  return values.map((value) => (key === 'class' ? value.toUpperCase() : value));
}

/** Writes a query so that the same meaning always gives the same text, clicked or typed. */
export function writeQuery(text: string, clauses: readonly Clause[]): string {
  const ordered = [...clauses].sort((left, right) => FILTER_KEYS.indexOf(left.key) - FILTER_KEYS.indexOf(right.key));
  return [text, ...ordered.filter(({ values }) => values.length > 0).map(writeClause)]
    .filter((part) => part !== '')
    .join(' ');
}

export function writeClause({ key, values }: Clause): string {
  return `${key}:${values.map((value) => quoted(UPPER.has(key) || key === 'class' ? value.toLowerCase() : value)).join(',')}`;
}

function quoted(value: string): string {
  return /[\s,"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

/** The query with one value of one key put in, or taken out when it is there. */
export function toggleValue(query: string, key: FilterKey, value: string): string {
  const { text, clauses } = parseQuery(query);
  const wanted = normalValue(key, value);
  const before = clauses.find((clause) => clause.key === key)?.values ?? [];
  const isThere = before.some((present) => same(present, wanted));
  const values = isThere ? before.filter((present) => !same(present, wanted)) : [...before, wanted];
  return writeQuery(text, [...clauses.filter((clause) => clause.key !== key), { key, values }]);
}

/** Whether a value is chosen in a query. */
export function isChosen(parsed: ParsedQuery, key: FilterKey, value: string): boolean {
  return parsed.clauses.some((clause) => clause.key === key && clause.values.some((present) => same(present, value)));
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** The query without one clause. */
export function withoutClause(parsed: ParsedQuery, key: FilterKey): string {
  return writeQuery(
    parsed.text,
    parsed.clauses.filter((clause) => clause.key !== key),
  );
}
