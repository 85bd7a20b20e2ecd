import { invalid } from '../../shared/errors';
import type { Slice } from '../marquez/shapes';

type Query = Readonly<Record<string, unknown>>;

const LONGEST = 4_096;
const DEFAULT_LIMIT = 100;
const MOST = 1_000;
const DEEPEST_OFFSET = 100_000;

/** A parameter given once; null when it is absent or empty. @throws DomainError INVALID */
export function textIn(query: Query, name: string): string | null {
  const value = query[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw invalid(`${name}: given more than once`);
  if (value.length > LONGEST || value.includes('\0'))
    throw invalid(`${name}: has at most ${LONGEST.toString()} characters, and no U+0000`);
  return value;
}

/** A whole number of a range. @throws DomainError INVALID */
export function numberIn(query: Query, name: string, usual: number, least: number, most: number): number {
  const text = textIn(query, name);
  if (text === null) return usual;
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < least || value > most)
    throw invalid(`${name}: takes a whole number from ${least.toString()} to ${most.toString()}`);
  return value;
}

/** `limit` (100, at most 1,000) and `offset` (0, at most 100,000). @throws DomainError INVALID */
export function sliceIn(query: Query): Slice {
  return {
    limit: numberIn(query, 'limit', DEFAULT_LIMIT, 1, MOST),
    offset: numberIn(query, 'offset', 0, 0, DEEPEST_OFFSET),
  };
}

/** A moment as ISO 8601. @throws DomainError INVALID */
export function momentIn(query: Query, name: string, usual: Date): Date {
  const text = textIn(query, name);
  if (text === null) return usual;
  const moment = new Date(text);
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(moment.getTime()))
    throw invalid(`${name}: is no ISO 8601 date-time`);
  return moment;
}

/** One of some words, whatever the case; null when absent. @throws DomainError INVALID */
export function wordIn<Word extends string>(query: Query, name: string, words: readonly Word[]): Word | null {
  const text = textIn(query, name)?.toUpperCase();
  if (text === undefined) return null;
  const word = words.find((one) => one === text);
  if (word === undefined) throw invalid(`${name}: takes ${words.join(', ')}`);
  return word;
}
