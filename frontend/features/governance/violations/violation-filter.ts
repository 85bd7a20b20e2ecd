import type { ViolationFilter, ViolationStatus } from '../../../graphql/generated/graphql';
import type { STATUSES, ViolationParams } from '../governance-params';

/** Parts of the address that hold several values, each of which is one of the counted fields of the API. */
export const FACET_KEYS = ['status', 'severity', 'policy', 'requirement', 'owner', 'layer'] as const;
export type FacetKey = (typeof FACET_KEYS)[number];

/** What the address says, without the page, the grouping and the one that is looked at. */
export type ViolationQuestion = Omit<ViolationParams, 'after' | 'v' | 'group'>;

/** How an owner or a layer that is not said stands in an address: a comma apart, an empty text would be lost. */
export const NONE = '(none)';

/** The API's filter; `viewerId` is who "me" is. */
export function filterOf(question: ViolationQuestion, viewerId: string | null): ViolationFilter {
  const { status, severity, policy, requirement, owner, layer, asset, overdue, ids } = question;
  return {
    status: someOf(status.map(statusWord)),
    severity: someOf(severity),
    policy: someOf(policy),
    requirement: someOf(requirement),
    owner: someOf(owner.map(fromAddress)),
    layer: someOf(layer.map(fromAddress)),
    assetId: asset,
    ...(overdue && { isOverdue: true }),
    ...(ids.length > 0 && { ids: [...ids] }),
    ...assignmentOf(question.assigned, viewerId),
  };
}

function assignmentOf(assigned: ViolationParams['assigned'], viewerId: string | null): Partial<ViolationFilter> {
  if (assigned === 'me' && viewerId !== null) return { assignee: [viewerId] };
  return assigned === null ? {} : { isAssigned: assigned !== 'nobody' };
}

/** The question with one value more, or one less. */
export function toggle(question: ViolationQuestion, key: FacetKey, value: string): ViolationQuestion {
  const chosen: readonly string[] = question[key];
  const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return { ...question, [key]: next };
}

/** Whether anything but the status narrows the list. */
export function isNarrowed(question: ViolationQuestion): boolean {
  const { severity, policy, requirement, owner, layer, assigned, overdue, asset, ids } = question;
  const lists = [severity, policy, requirement, owner, layer, ids];
  return lists.some((values) => values.length > 0) || assigned !== null || overdue || asset !== null;
}

export const toAddress = (value: string): string => (value === '' ? NONE : value);

const fromAddress = (value: string): string => (value === NONE ? '' : value);

const statusWord = (status: (typeof STATUSES)[number]): ViolationStatus => status.toUpperCase() as ViolationStatus;

function someOf<Value>(values: readonly Value[]): Value[] | null {
  return values.length === 0 ? null : [...values];
}
