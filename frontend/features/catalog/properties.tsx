import type { ReactNode } from 'react';
import { count } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';

const WORDS: Record<string, string> = {
  rowCount: 'Rows',
  maxLoadedAt: 'Data until',
  materialization: 'Materialized',
  bytes: 'Bytes',
};
const ISO_MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** What sources said beyond the common facts, as label and value; in order of label, nested things as compact JSON. */
export function propertyFacts(properties: unknown): [string, ReactNode][] {
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties)
    .filter(([, value]) => value !== null && value !== '')
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([key, value]) => [WORDS[key] ?? sentenceCase(key), shownValue(value)]);
}

/** `maxLoadedAt` → `Max loaded at`. */
export function sentenceCase(key: string): string {
  const words = key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Any JSON value in one line. */
export function shownValue(value: unknown): ReactNode {
  if (typeof value === 'number') return <Numeral value={value} />;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return isMoment(value) ? <TimeAgo at={value} /> : value;
  if (isTextList(value)) return value.join(', ');
  return isPlainRecord(value) ? <NestedFacts record={value} /> : <code>{JSON.stringify(value)}</code>;
}

/** One level of nesting as lines of its own; what is deeper stays JSON. */
function NestedFacts({ record }: { readonly record: Readonly<Record<string, unknown>> }) {
  return Object.entries(record).map(([key, value]) => (
    <div key={key}>
      <span className="subtle">{sentenceCase(key).toLowerCase()}</span>{' '}
      {isPlainRecord(value) ? <code>{JSON.stringify(value)}</code> : shownValue(value)}
    </div>
  ));
}

function isPlainRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function Numeral({ value }: { readonly value: number }) {
  return <span className="num">{Number.isInteger(value) ? count(value) : value}</span>;
}

function isMoment(text: string): boolean {
  return ISO_MOMENT.test(text) && !Number.isNaN(Date.parse(text));
}

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}
