import { limit } from './checks';
import { anyGlob } from './glob';
import { violation, type Evidence, type Verdict } from './finding';
import type { Policy } from './policy';
import { compileSelector, namedCategories, type Selects } from './selector';
import type { Arrival, Subject } from './subject';

const PERSONAL = ['PII', 'PHI'];
const NAMED = 3;

/** A policy that says what must not arrive where. */
export interface ReachRule {
  readonly policy: Policy;
  readonly isOrigin: Selects;
  readonly isDestination: Selects;
  readonly concerns: (arrival: Arrival) => boolean;
}

/** Compiles the `reaches` of a policy; null when it has none. */
export function reachRuleOf(policy: Policy): ReachRule | null {
  const reaches = policy.require.reaches;
  if (!reaches) return null;
  const { minLevel } = reaches;
  const named = reaches.categories ?? namedCategories(policy.match);
  const wanted = named.length > 0 || minLevel !== undefined ? named : PERSONAL;
  const fits = anyGlob(wanted);
  const isOfLevel = (level: number | null): boolean => minLevel === undefined || (level !== null && level >= minLevel);
  return {
    policy,
    isOrigin: compileSelector(policy.match),
    isDestination: compileSelector(reaches.to),
    concerns: ({ level, categories }) => isOfLevel(level) && (wanted.length === 0 || categories.some(fits)),
  };
}

/**
 * What arrives at an asset against a rule: one verdict per column of arrival; an asset without columns gets one for
 * all that arrives. Empty when nothing does.
 */
export function checkArrivals(rule: ReachRule, subject: Subject): readonly Verdict[] {
  if (!rule.isDestination(subject)) return [];
  const arrivals = subject.arrivals.filter((arrival) => rule.concerns(arrival) && rule.isOrigin(arrival.origin));
  const byColumn = new Map<string | null, Arrival[]>();
  for (const arrival of arrivals) byColumn.set(arrival.column, [...(byColumn.get(arrival.column) ?? []), arrival]);
  return [...byColumn].map(([column, some]) => verdictOf(rule.policy, subject, column, some));
}

function verdictOf(policy: Policy, subject: Subject, column: string | null, arrivals: readonly Arrival[]): Verdict {
  const sorted = arrivals.toSorted(
    (left, right) => left.path.length - right.path.length || compareText(sourceOf(left), sourceOf(right)),
  );
  const what = sorted.slice(0, NAMED).map(described);
  const more = sorted.length > NAMED ? ` and ${sorted.length - NAMED} more` : '';
  const where = `${subject.type.toLowerCase()} ${subject.displayName}`;
  return violation(
    'REACHES_UNMASKED',
    `${what.join(', ')}${more} ${sorted.length === 1 ? 'reaches' : 'reach'} ${where} unmasked`,
    sorted.slice(0, 50).map(evidenceOfArrival),
    { column, path: sorted[0]?.path ?? [], broken: [policy] },
  );
}

/** "column customer_phone (PII, from raw.users.phone)". */
function described(arrival: Arrival): string {
  const column = arrival.column ?? arrival.via ?? arrival.originColumn;
  const from = arrival.path.length > 1 ? `, from ${sourceOf(arrival)}` : '';
  return `Column ${column} (${arrival.categories.join(', ')}${from})`;
}

const sourceOf = ({ origin, originColumn }: Arrival): string => `${origin.name}.${originColumn}`;

function evidenceOfArrival(arrival: Arrival): Evidence {
  return {
    ...limit('arrival', { source: sourceOf(arrival), via: arrival.via, path: arrival.path }),
    source: 'lineage',
  };
}

const compareText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));
