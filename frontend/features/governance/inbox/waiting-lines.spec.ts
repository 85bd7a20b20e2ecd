import { waitingLines } from './waiting-lines';

const NOTHING = {
  ...{ assignedViolations: 0, overdueViolations: 0, unassignedViolations: 0, openSuggestions: 0 },
  ...{ waiversToDecide: 0, policiesToDecide: 0, accessToDecide: 0, expiringWaivers: 0 },
};

it('puts what waits before what does not, each where it is dealt with', () => {
  const lines = waitingLines({ ...NOTHING, openSuggestions: 3, accessToDecide: 1 });
  expect(lines).toHaveLength(8);
  expect(lines.slice(0, 2).map(({ label, count, href }) => [label, count, href])).toEqual([
    ['Access to decide', 1, '/governance/access?show=decide'],
    ['Suggestions to decide', 3, '/governance/suggestions'],
  ]);
});
