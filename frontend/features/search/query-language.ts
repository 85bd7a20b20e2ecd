import {
  FILTER_KEYS,
  isPresence,
  keyOf,
  PRESENCE_KEYS,
  spell,
  whyNot,
  written,
  type ClauseKey,
  type FilterKey,
} from './query-keys';
import { splitValues, tokensOf, type Token } from './query-token';
import type { SearchFilter } from './search-filter';

/** One `key:value,value` of a query, or `-key:…` for what is left out; values are an OR, clauses an AND. */
export interface Clause {
  readonly key: ClauseKey;
  readonly isNegated: boolean;
  readonly values: readonly string[];
}

/** A part that could not be taken as it stands: which, and what was made of it. */
export interface Problem {
  readonly token: string;
  readonly message: string;
}

/** What a query means. `text` keeps quotes and minus signs: an exact phrase stays one. */
export interface ParsedQuery {
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly problems: readonly Problem[];
}

/** The longest query the service reads. */
export const MOST_CHARS = 1000;

interface Draft {
  readonly words: string[];
  readonly problems: Problem[];
  readonly clauses: Map<string, Clause>;
}

/**
 * Reads a query as written in the search field: words, "exact phrases", -words, key:value,value, -key:value, has: and
 * missing:. Never throws: what has no meaning is told and left out.
 */
export function parseQuery(query: string): ParsedQuery {
  const draft: Draft = { words: [], problems: [], clauses: new Map() };
  for (const token of tokensOf(cut(query.replaceAll('\0', ' '), draft))) readToken(token, draft);
  return { text: draft.words.join(' '), clauses: inOrder([...draft.clauses.values()]), problems: draft.problems };
}

/** A query that is too long, up to the last space that still fits. */
function cut(query: string, { problems }: Draft): string {
  if (query.length <= MOST_CHARS) return query;
  const head = query.slice(0, MOST_CHARS);
  const kept = head.slice(0, Math.max(head.lastIndexOf(' '), 0) || MOST_CHARS);
  const message = `was not read: a query holds at most ${String(MOST_CHARS)} characters.`;
  problems.push({ token: `${query.slice(kept.length).trim().slice(0, 30)}…`, message });
  return kept;
}

function readToken(token: Token, { words, problems, clauses }: Draft): void {
  if (token.isOpen) {
    problems.push({ token: token.text, message: 'has no closing quote; it was taken to reach to the end.' });
  }
  if (token.key === null) {
    words.push(token.isOpen ? `${token.text}"` : token.text);
    return;
  }
  const clause = clauseOf(token, token.key);
  if ('message' in clause) problems.push(clause);
  else addTo(clauses, clause);
}

function clauseOf(token: Token, name: string): Clause | Problem {
  const leftOut = (message: string): Problem => ({ token: token.text, message: `was left out. ${message}` });
  const key = keyOf(name);
  if (!key) return leftOut(`“${name}” is not a filter. Known: ${[...FILTER_KEYS, ...PRESENCE_KEYS].join(', ')}.`);
  const values = splitValues(token.rest).map((value) => spell(key, value));
  if (values.length === 0) return leftOut('It lacks a value after the colon.');
  const refused = values.map((value) => whyNot(key, value)).find((reason) => reason !== null);
  if (refused !== undefined) return leftOut(refused);
  if (!isPresence(key)) return { key, isNegated: token.isNegated, values };
  return { key: token.isNegated ? opposite(key) : key, isNegated: false, values };
}

function opposite(key: 'has' | 'missing'): 'has' | 'missing' {
  return key === 'has' ? 'missing' : 'has';
}

function addTo(clauses: Map<string, Clause>, clause: Clause): void {
  const name = nameOf(clause);
  const values = [...(clauses.get(name)?.values ?? []), ...clause.values];
  clauses.set(name, { ...clause, values: [...new Set(values)] });
}

/** `layer`, `-layer`, `has`: what tells the clauses of one query apart. */
export function nameOf({ key, isNegated }: Pick<Clause, 'key' | 'isNegated'>): string {
  return isNegated ? `-${key}` : key;
}

const ORDER: readonly ClauseKey[] = [...FILTER_KEYS, ...PRESENCE_KEYS];

function inOrder(clauses: readonly Clause[]): Clause[] {
  const place = ({ key, isNegated }: Clause): number => ORDER.indexOf(key) * 2 + (isNegated ? 1 : 0);
  return [...clauses].sort((left, right) => place(left) - place(right));
}

/** The API's filter for a query: what is asked for by value; null when nothing is. */
export function toFilter({ clauses }: ParsedQuery): SearchFilter | null {
  const asked = clauses.filter(({ key, isNegated }) => !isNegated && !isPresence(key));
  if (asked.length === 0) return null;
  return Object.fromEntries(
    asked.map(({ key, values }) => [key === 'class' ? 'classification' : key, classCase(key, values)]),
  );
}

function classCase(key: ClauseKey, values: readonly string[]): string[] {
  return values.map((value) => (key === 'class' ? value.toUpperCase() : value));
}

/** The API's query for the rest: the words, what is left out, what must be known or must not. */
export function toText({ text, clauses }: ParsedQuery): string {
  const said = clauses
    .filter(({ key, isNegated }) => isNegated || isPresence(key))
    .flatMap((clause) => clause.values.map((value) => `${nameOf(clause)}:"${value.replaceAll('"', '')}"`));
  return [text, ...said].filter((part) => part !== '').join(' ');
}

/** Writes a query so that the same meaning always gives the same text, clicked or typed. */
export function writeQuery(text: string, clauses: readonly Clause[]): string {
  return [
    text,
    ...inOrder(clauses)
      .filter(({ values }) => values.length > 0)
      .map(writeClause),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

export function writeClause(clause: Clause): string {
  return `${nameOf(clause)}:${writeValues(clause)}`;
}

export function writeValues({ key, values }: Clause): string {
  return values.map((value) => quoted(written(key, value))).join(',');
}

function quoted(value: string): string {
  return /[\s,"]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

/** How a value of a field stands in a query. */
export type Choice = 'asked for' | 'left out' | null;

/** How a value of a field stands in a query: asked for, left out or not mentioned. */
export function choiceOf({ clauses }: ParsedQuery, key: FilterKey, value: string): Choice {
  const clause = clauses.find((each) => each.key === key && each.values.some((present) => same(present, value)));
  if (!clause) return null;
  return clause.isNegated ? 'left out' : 'asked for';
}

/** The query with one value of a field asked for, left out, or not mentioned any more. */
export function choose(query: string, key: FilterKey, value: string, choice: Choice): string {
  const { text, clauses } = parseQuery(query);
  const wanted = spell(key, value);
  const others = clauses.map((clause) =>
    clause.key === key ? { ...clause, values: clause.values.filter((present) => !same(present, wanted)) } : clause,
  );
  if (choice === null) return writeQuery(text, others);
  const merged = new Map(others.map((clause) => [nameOf(clause), clause]));
  addTo(merged, { key, isNegated: choice === 'left out', values: [wanted] });
  return writeQuery(text, [...merged.values()]);
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** The query without one clause. */
export function withoutClause(parsed: ParsedQuery, clause: Clause): string {
  return writeQuery(
    parsed.text,
    parsed.clauses.filter((each) => nameOf(each) !== nameOf(clause)),
  );
}
