import type { JobsQueryVariables, RunState } from '../../graphql/generated/graphql';
import type { PipelinesState } from '../../components/url-state';

/** What the address says of the list, as the API takes it. */
export function filterOf(state: PipelinesState): NonNullable<JobsQueryVariables['filter']> {
  const { q, state: states, integration, namespace, owner, late, level } = state;
  return {
    text: q,
    states: states.map((name) => name.toUpperCase() as RunState),
    integrations: integration,
    namespaces: namespace,
    owners: owner,
    ...(late && { isLate: true }),
    ...(level === 'pipelines' && { isTopLevel: true }),
  };
}

/** Filters with several values each. */
export const LIST_FILTERS = ['state', 'integration', 'namespace', 'owner'] as const;
export type ListFilter = (typeof LIST_FILTERS)[number];

/** What the address says with one value of a filter ticked or unticked; from the first page on. */
export function toggled(state: PipelinesState, name: ListFilter, value: string): PipelinesState {
  const chosen: readonly string[] = state[name];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...state, after: null, [name]: next };
}

/** Whether anything but the level narrows the list. */
export function isNarrowed({ q, late, ...state }: PipelinesState): boolean {
  return q !== '' || late || LIST_FILTERS.some((name) => state[name].length > 0);
}
