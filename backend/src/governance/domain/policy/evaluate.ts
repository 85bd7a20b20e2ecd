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

/** Policies ready to be applied to many assets. */
export interface PolicySet {
  readonly policies: readonly { readonly policy: Policy; readonly selects: Selects }[];
  readonly reachRules: readonly ReachRule[];
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
  };
}

/** Whether any policy looks at this asset. */
export function isConcerned({ policies, reachRules }: PolicySet, asset: SelectableAsset): boolean {
  return policies.some(({ selects }) => selects(asset)) || reachRules.some((rule) => rule.isDestination(asset));
}

/**
 * What policies make of one asset, in order of requirement and column: a pure function of its arguments.
 *
 * Policies that demand the same are merged into one demand (booleans or, regions intersected, strictest retention);
 * the strongest that is broken and not waived speaks for them. Requirements that nobody makes are not listed.
 */
export function evaluate(set: PolicySet, subject: Subject, circumstances: Circumstances): readonly PolicyResult[] {
  const matching = set.policies.filter(({ selects }) => selects(subject)).map(({ policy }) => policy);
  const merged = REQUIREMENTS.flatMap((requirement) => resultsOf(requirement, matching, subject, circumstances));
  const reached = set.reachRules.flatMap((rule) =>
    checkArrivals(rule, subject).map((verdict) => resultOf('reaches', [rule.policy], verdict, subject, circumstances)),
  );
  return [...merged, ...reached];
}

function resultsOf(
  requirement: Requirement,
  matching: readonly Policy[],
  subject: Subject,
  circumstances: Circumstances,
): readonly PolicyResult[] {
  const check = CHECKS[requirement];
  const policies = check && demanding(matching, requirement);
  if (!policies) return [];
  const { now, system } = circumstances;
  const verdicts = check({ subject, policies, now, system });
  return verdicts.map((verdict) => resultOf(requirement, policies, verdict, subject, circumstances));
}

function resultOf(
  requirement: Requirement,
  policies: Demanding,
  verdict: Verdict,
  subject: Subject,
  circumstances: Circumstances,
): PolicyResult {
  const { code, message, evidence, column, path } = verdict;
  const broken = (verdict.broken ?? policies).toSorted(byStrength);
  const place = { requirement, assetId: subject.id, column };
  const isBroken = verdict.status === 'VIOLATION';
  const unwaived = isBroken ? broken.find(({ name }) => waiverOf(name, place, circumstances) === null) : broken[0];
  const speaker = unwaived ?? broken[0] ?? policies[0];
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

function waiverOf(
  policy: string,
  { requirement, assetId, column }: { requirement: Requirement; assetId: string; column: string | null },
  { waivers, now }: Circumstances,
): string | null {
  const result = { policy, requirement, column };
  return waivers.find((waiver) => covers(waiver, assetId, result, now))?.id ?? null;
}
