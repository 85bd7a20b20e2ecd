import { request } from '../../../graphql/client';
import type { PolicyLineFragment, ViolationFacetsQuery } from '../../../graphql/generated/graphql';
import { Policies } from '../policies/policies.query';
import { ViolationFacets } from '../violations/violations.query';

type FacetCount = ViolationFacetsQuery['violationFacets'][number];

/** A policy that puts an item of the standard into force, with what it finds now. */
export interface StandardPolicy {
  readonly policy: PolicyLineFragment;
  /** Open and acknowledged violations by requirement, most first. */
  readonly found: readonly FacetCount[];
}

/** The policies of each item of the standard, in order: DE-2.2, DE-2.3 … @throws ApiError */
export async function loadStandards(): Promise<ReadonlyMap<string, readonly StandardPolicy[]>> {
  const { policies } = await request(Policies, {});
  const standing = policies.nodes.filter(({ standard, state }) => standard && state !== 'RETIRED');
  const items = new Map<string, StandardPolicy[]>();
  for (const one of await Promise.all(standing.map(withFindings))) {
    const item = one.policy.standard ?? '';
    items.set(item, [...(items.get(item) ?? []), one]);
  }
  return new Map([...items].sort(([left], [right]) => left.localeCompare(right)));
}

async function withFindings(policy: PolicyLineFragment): Promise<StandardPolicy> {
  const filter = { policy: [policy.name], status: ['OPEN' as const, 'ACKNOWLEDGED' as const] };
  const { violationFacets } = await request(ViolationFacets, { filter });
  return { policy, found: violationFacets.filter(({ field }) => field === 'requirement') };
}
