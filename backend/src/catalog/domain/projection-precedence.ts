import type { Assertion } from './projection-claims';

/** Which order decides: words about a thing, what it physically is, or of which type. */
export type FactGroup = 'words' | 'columns' | 'type';

type Voice = 'person' | 'contract' | 'dbt' | 'dbt-hook' | 'registry' | 'ddl' | 'run' | 'other' | 'inferred';

/** Source kinds by how they know what they say; kinds not listed speak as `other`. */
const VOICES: ReadonlyMap<string, Voice> = new Map([
  ['person', 'person'],
  ['token', 'person'],
  ['suggestion', 'person'],
  ['contract', 'contract'],
  ['odcs', 'contract'],
  ['dbt', 'dbt'],
  ['dbt-hook', 'dbt-hook'],
  ['registry', 'registry'],
  ['avro', 'registry'],
  ['seed', 'registry'],
  ['ddl', 'ddl'],
  ['dbt-catalog', 'ddl'],
  ['openlineage', 'run'],
  ['dbt-run', 'run'],
  ['inferred', 'inferred'],
]);

/** Who says in its author's words what a thing means, but has the columns from the database itself. */
const COLUMN_VOICES: ReadonlyMap<string, Voice> = new Map([['dbt-hook', 'ddl']]);

/** Strongest first. People know what a thing means; the database knows what it is. */
const ORDERS: Readonly<Record<FactGroup, readonly Voice[]>> = {
  words: ['person', 'contract', 'dbt', 'dbt-hook', 'registry', 'ddl', 'run', 'other', 'inferred'],
  columns: ['ddl', 'registry', 'person', 'contract', 'run', 'dbt', 'other', 'inferred'],
  type: ['ddl', 'person', 'contract', 'dbt', 'dbt-hook', 'registry', 'run', 'other', 'inferred'],
};

/** Place of a source kind in a group's order; 0 is the strongest. */
export function rankOf(group: FactGroup, sourceKind: string): number {
  const voice = group === 'columns' ? COLUMN_VOICES.get(sourceKind) : undefined;
  return ORDERS[group].indexOf(voice ?? VOICES.get(sourceKind) ?? 'other');
}

const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

/** The strongest voice first; among equals the latest, then by name and key, so that the order is always the same. */
export function bySpeaker(group: FactGroup): (left: Assertion, right: Assertion) => number {
  return (left, right) =>
    rankOf(group, left.sourceKind) - rankOf(group, right.sourceKind) ||
    right.observedAt - left.observedAt ||
    compareText(left.sourceKind, right.sourceKind) ||
    compareText(left.sourceName, right.sourceName) ||
    compareText(left.key, right.key);
}

/** A person's remark on an asset or column that others describe: it annotates, it does not say what exists. */
export function isRemark(assertion: Assertion): boolean {
  return !assertion.vouches && VOICES.get(assertion.sourceKind) === 'person';
}

/** A steward's own word on fields and tags: it replaces what others say instead of adding to it. */
export function isCuration(assertion: Assertion): boolean {
  return isRemark(assertion) && assertion.key.startsWith('curate:');
}
