import type { ViolationQuestion } from './violation-filter';

const ANY: ViolationQuestion = {
  status: ['open'],
  severity: [],
  policy: [],
  requirement: [],
  owner: [],
  layer: [],
  assigned: null,
  overdue: false,
  asset: null,
  ids: [],
};
const UNDER_WAY = ['open', 'acknowledged'] as const;

/** What a steward comes for, as addresses. */
export const VIEWS: readonly { readonly label: string; readonly question: ViolationQuestion }[] = [
  { label: 'Open', question: ANY },
  { label: 'Unassigned', question: { ...ANY, status: [...UNDER_WAY], assigned: 'nobody' } },
  { label: 'Mine', question: { ...ANY, status: [...UNDER_WAY], assigned: 'me' } },
  { label: 'Overdue', question: { ...ANY, status: [...UNDER_WAY], overdue: true } },
  { label: 'Errors', question: { ...ANY, status: [...UNDER_WAY], severity: ['error'] } },
  { label: 'Arrives unmasked', question: { ...ANY, status: [...UNDER_WAY], requirement: ['reaches'] } },
  { label: 'Waived', question: { ...ANY, status: ['waived'] } },
  { label: 'Resolved', question: { ...ANY, status: ['resolved'] } },
];
