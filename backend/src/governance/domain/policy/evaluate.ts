import { GUARD_CHECKS, type Check } from './checks';
import type { PolicyResult, Verdict } from './finding';
import { HYGIENE_CHECKS } from './hygiene-checks';
import { demanding, type Demanding } from './merge';
import { byStrength, REQUIREMENTS, severityOf, type Policy, type Requirement } from './policy';
import { checkArrivals, reachRuleOf, type ReachRule } from './reach-check';
import { compileSelector, type Selects } from './selector';
import type { SelectableAsset, Subject, SystemEvidence } from './subject';
import { covers, type ActiveWaiver } from './waiver';

const CHECKS: Partial<Readonly<Record<Requirement, Check>>> = { ...GUARD_CHECKS, ...HYGIENE_CHECKS };

/** What is asked of an asset in one respect, and who asks. */
interface Demand {
  readonly requirement: Requirement;
  readonly check: Check;
  readonly policies: Demanding;
}

/** Policies ready to be applied to many assets. */
export interface PolicySet {
  readonly policies: readonly { readonly policy: Policy; readonly selects: Selects }[];
  readonly reachRules: readonly ReachRule[];
  /** What is asked where the same policies match, by their places; filled as combinations are met. */
  readonly demands: Map<string, readonly Demand[]>;
}

/** Beside the asset itself, all that a result depends on. */
export interface Circumstances {
  readonly waivers: readonly ActiveWaiver[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly system: SystemEvidence;
}

/** Compiles policies; those that are disabled are left out. */
export function compilePolicies(policies: readonly Policy[]): PolicySet {
  const live = policies.filter(({ mode }) => mode !== 'disabled');
  return {
    policies: live.map((policy) => ({ policy, selects: compileSelector(policy.match) })),
    reachRules: live.map(reachRuleOf).filter((rule) => rule !== null),
    demands: new Map(),
  };
}

/** Whether the policy `name` of a set has anything to say of this asset. */
export function looksAt({ policies, reachRules }: PolicySet, name: string, asset: SelectableAsset): boolean {
  return (
    policies.some(({ policy, selects }) => policy.name === name && selects(asset)) ||
    reachRules.some(({ policy, isDestination }) => policy.name === name && isDestination(asset))
  );
}

/**
 * What policies make of one asset, in order of requirement and column: a pure function of its arguments.
 *
 * Policies that demand the same are merged into one demand (booleans or, regions intersected, strictest retention);
 * the strongest that is broken and not waived speaks for them. Requirements that nobody makes are not listed.
 */
export function evaluate(set: PolicySet, subject: Subject, circumstances: Circumstances): readonly PolicyResult[] {
  const { now, system } = circumstances;
  const results: PolicyResult[] = [];
  for (const { requirement, check, policies } of demandsOn(set, subject)) {
    for (const verdict of check({ subject, policies, now, system })) {
      results.push(resultOf(requirement, policies, verdict, subject, circumstances));
    }
  }
  for (const rule of set.reachRules) {
    for (const verdict of checkArrivals(rule, subject)) {
      results.push(resultOf('reaches', [rule.policy], verdict, subject, circumstances));
    }
  }
  return results;
}

/** Assets that the same policies match are asked for the same: merged once for all of them. */
function demandsOn(set: PolicySet, subject: Subject): readonly Demand[] {
  const places: number[] = [];
  set.policies.forEach(({ selects }, place) => {
    if (selects(subject)) places.push(place);
  });
  const key = places.join();
  const known = set.demands.get(key);
  if (known) return known;
  const matching = set.policies.filter((_, place) => places.includes(place)).map(({ policy }) => policy);
  const demands = REQUIREMENTS.flatMap((requirement) => {
    const check = CHECKS[requirement];
    const policies = check && demanding(matching, requirement);
    return policies ? [{ requirement, check, policies }] : [];
  });
  set.demands.set(key, demands);
  return demands;
}

function resultOf(
  requirement: Requirement,
  policies: Demanding,
  verdict: Verdict,
  subject: Subject,
  circumstances: Circumstances,
): PolicyResult {
  const { code, message, evidence, column, path } = verdict;
  const broken: Demanding = verdict.broken ? strongestFirst(verdict.broken) : policies;
  const place = { requirement, assetId: subject.id, column };
  const isBroken = verdict.status === 'VIOLATION';
  const unwaived = isBroken ? broken.find(({ name }) => waiverOf(name, place, circumstances) === null) : broken[0];
  const speaker = unwaived ?? broken[0];
  return {
    policy: speaker.name,
    policies: [...new Set(policies.map(({ name }) => name))],
    requirement,
    status: unwaived ? verdict.status : 'WAIVED',
    code,
    message,
    severity: severityOf(speaker),
    evidence,
    column,
    path,
    remediation: speaker.remediation,
    waiverId: unwaived ? null : waiverOf(speaker.name, place, circumstances),
  };
}

function strongestFirst([first, ...others]: Demanding): Demanding {
  const [strongest = first, ...weaker] = [first, ...others].sort(byStrength);
  return [strongest, ...weaker];
}

function waiverOf(
  policy: string,
  { requirement, assetId, column }: { requirement: Requirement; assetId: string; column: string | null },
  { waivers, now }: Circumstances,
): string | null {
  const result = { policy, requirement, column };
  return waivers.find((waiver) => covers(waiver, assetId, result, now))?.id ?? null;
}
