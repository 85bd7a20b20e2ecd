import type { ViolationRowFragment } from '../../../graphql/generated/graphql';
import { groupViolations } from './group-violations';

const row = (id: string, policy: string, severity: string, owner: string | null): ViolationRowFragment => ({
  ...{ id, policy, severity, requirement: 'reaches', status: 'OPEN', statusAt: '', message: id, reopened: 0 },
  ...{ column: null, dueOn: null, assignee: null },
  asset: { id: 'a', type: 'TABLE', namespace: 'n', name: 'a', displayName: 'a', owner, layer: null },
});
const ROWS = [
  row('1', 'owned', 'warning', null),
  row('2', 'pii', 'error', 'ana'),
  row('3', 'owned', 'warning', 'ana'),
  row('4', 'owned', 'warning', null),
];
const asText = (groups: ReturnType<typeof groupViolations>): string[] =>
  groups.map(({ label, violations }) => `${label}: ${violations.map(({ id }) => id).join(' ')}`);

it('leaves the list as it is when nothing is grouped by', () => {
  expect(groupViolations(ROWS, null)).toEqual([{ value: '', label: '', violations: ROWS }]);
});

it('puts what has errors first, then what is largest, and keeps the order within', () => {
  expect(asText(groupViolations(ROWS, 'policy'))).toEqual(['pii: 2', 'owned: 1 3 4']);
});

it('says what is missing in words, and requirements as people do', () => {
  expect(asText(groupViolations(ROWS, 'owner'))).toEqual(['ana: 2 3', 'nobody owns it: 1 4']);
  expect(asText(groupViolations(ROWS, 'requirement'))).toEqual(['reaches unmasked: 1 2 3 4']);
});
