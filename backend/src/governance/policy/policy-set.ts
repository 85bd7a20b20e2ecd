import type { EntityManager } from 'typeorm';
import { compilePolicies, type PolicySet } from '../domain/policy/evaluate';
import type { Policy } from '../domain/policy/policy';
import { prefiltersOf, type Prefilter } from '../domain/policy/prefilter';
import { asksForColumns } from '../domain/policy/selector';
import type { Subject } from '../domain/policy/subject';
import { readPolicyOrRefuse } from '../policy-language/read-policy';
import { readActivePolicies, type ActivePolicyRow } from '../store/policy/read-rules';
import type { Wanted } from '../store/policy/read-subjects';

/** Policies ready to be evaluated, with what has to be read for them. */
export interface Ruleset {
  readonly set: PolicySet;
  readonly filters: readonly Prefilter[] | null;
  readonly wanted: Wanted;
  /** Webhooks that policies want told of their violations, by policy. */
  readonly named: Readonly<Record<string, readonly string[]>>;
}

/** Prepares policies; those that are disabled play no part. */
export function rulesetOf(policies: readonly Policy[]): Ruleset {
  const live = policies.filter(({ mode }) => mode !== 'disabled');
  const set = compilePolicies(live);
  const { reachRules } = set;
  const isDestination = (subject: Subject): boolean => reachRules.some((rule) => rule.isDestination(subject));
  return {
    set,
    filters: prefiltersOf(live),
    named: Object.fromEntries(live.map(({ name, notify }) => [name, notify.map(webhookOf)])),
    wanted: {
      allColumns: live.some(({ match, require }) => [match, require.reaches?.to ?? {}].some(asksForColumns)),
      tests: live.some(({ require }) => require.tests !== undefined),
      writes: live.some(({ require }) => require.freshness !== undefined),
      upstream: live.some(({ require }) => require.layerRule !== undefined),
      isDestination: reachRules.length > 0 ? isDestination : null,
    },
  };
}

const webhookOf = (channel: string): string => channel.replace(/^webhook:/, '');

const parsed = new Map<string, Policy>();
const MOST_PARSED = 2_000;

/** The policies in force. Each text is parsed once per process. */
export async function loadActivePolicies(db: EntityManager): Promise<readonly Policy[]> {
  return (await readActivePolicies(db)).map(policyOf);
}

function policyOf({ yaml, hash }: ActivePolicyRow): Policy {
  const known = parsed.get(hash);
  if (known) return known;
  const policy = readPolicyOrRefuse(yaml);
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(hash, policy);
  return policy;
}
