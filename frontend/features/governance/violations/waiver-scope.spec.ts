import type { ViolationRowFragment } from '../../../graphql/generated/graphql';
import { dayAhead, scopesOf } from './waiver-scope';

const finding = (asset: string, column: string | null): ViolationRowFragment =>
  ({ policy: 'de-pii', requirement: 'anonymization', asset: { id: asset }, column }) as ViolationRowFragment;

const FINDINGS = [finding('a', 'email'), finding('a', 'phone'), finding('b', null)];

it('asks once per scope, however many findings it covers', () => {
  expect([scopesOf(FINDINGS, 'asset'), scopesOf(FINDINGS, 'policy')]).toEqual([
    [
      { policy: 'de-pii', assetId: 'a' },
      { policy: 'de-pii', assetId: 'b' },
    ],
    [{ policy: 'de-pii' }],
  ]);
});

it('names the column of a finding, or none', () => {
  expect(scopesOf(FINDINGS, 'finding').map(({ assetId, column }) => [assetId, column])).toEqual([
    ['a', 'email'],
    ['a', 'phone'],
    ['b', null],
  ]);
});

it('counts days in UTC', () => {
  expect(dayAhead(Date.parse('2026-12-31T23:59:59Z'), 30)).toBe('2027-01-30');
});
