import { byStrength, REQUIREMENTS, type Demands, type Policy, type Requirement } from './policy';

/** Policies that demand one thing of one asset, the strongest first; never empty. */
export type Demanding = readonly [Policy, ...Policy[]];

const ASKED: Readonly<Record<Requirement, (demands: Demands) => boolean>> = {
  encryption: ({ encryption }) => encryption === true,
  accessLogging: ({ accessLogging }) => accessLogging === true,
  regions: ({ regions }) => regions !== undefined,
  retention: ({ retention }) => retention !== undefined,
  approval: ({ approval }) => approval?.access === true,
  anonymization: ({ anonymization }) => anonymization?.required === true,
  audit: ({ audit }) => audit === true,
  classification: ({ classification }) => classification === true,
  owner: ({ owner }) => owner === true,
  description: ({ description }) => description?.required === true,
  contract: ({ contract }) => contract === true,
  tests: ({ tests }) => tests !== undefined,
  freshness: ({ freshness }) => freshness !== undefined,
  layerRule: ({ layerRule }) => layerRule !== undefined,
  reaches: ({ reaches }) => reaches !== undefined,
};

/** Whether a policy demands it; an explicit false does not. */
export const demands = (policy: Policy, requirement: Requirement): boolean => ASKED[requirement](policy.require);

/**
 * Policies as far as they have a part in what one of them finds: with those of its demands that they share, without those
 * that demand something else. The policy `name` stays whole; nobody else's `reaches` matters to it.
 */
export function sharingDemands(policies: readonly Policy[], own: readonly Policy[], name: string): readonly Policy[] {
  const shared = REQUIREMENTS.filter((one) => one !== 'reaches' && own.some((policy) => demands(policy, one)));
  return policies.flatMap((policy) => {
    if (policy.name === name) return [policy];
    const asked = shared.filter((requirement) => demands(policy, requirement));
    if (asked.length === 0) return [];
    return [{ ...policy, require: Object.fromEntries(asked.map((one) => [one, policy.require[one]])) }];
  });
}

/** Those of `policies` that demand it, the strongest first; null when none does. */
export function demanding(policies: readonly Policy[], requirement: Requirement): Demanding | null {
  const [first, ...others] = policies.filter((policy) => demands(policy, requirement)).sort(byStrength);
  return first ? [first, ...others] : null;
}

/** Regions that all of them allow, in the order of the strongest's list; empty when they leave none. */
export function allowedRegions(policies: Demanding): readonly string[] {
  const lists = policies.map(({ require }) => require.regions?.allow ?? []);
  return (lists[0] ?? []).filter((region) => lists.every((list) => list.includes(region)));
}

/** The shortest longest and the longest shortest time to keep, in days; null: no such limit. */
export function retentionLimits(policies: Demanding): { readonly max: number | null; readonly min: number | null } {
  const days = (mode: 'max' | 'min'): number[] =>
    policies.flatMap(({ require: { retention } }) => (retention?.mode === mode ? [retention.days] : []));
  const [longest, shortest] = [days('max'), days('min')];
  return {
    max: longest.length > 0 ? Math.min(...longest) : null,
    min: shortest.length > 0 ? Math.max(...shortest) : null,
  };
}

/** Everybody that any of them lets decide. */
export function approversOf(policies: Demanding): readonly string[] {
  return [...new Set(policies.flatMap(({ require }) => require.approval?.approvers ?? []))];
}
