import { newestDataOf } from './known-facts';

const measured = { freshness: { maxLoadedAt: '2026-11-28T06:00:00Z', checkedAt: '2026-11-28T08:00:00Z' } };
const at = (hour: string): Date => new Date(`2026-11-28T${hour}:00:00Z`);

it('takes what a source measured, unless a run wrote the asset after that', () => {
  expect(newestDataOf(measured, null)).toMatchObject({ value: '2026-11-28T06:00:00.000Z', source: 'asset' });
  expect(newestDataOf(measured, at('07'))).toMatchObject({ value: '2026-11-28T06:00:00.000Z', source: 'asset' });
  expect(newestDataOf(measured, at('09'))).toMatchObject({ value: '2026-11-28T09:00:00.000Z', source: 'run' });
});

it('knows by runs alone, or not at all', () => {
  expect(newestDataOf({}, at('09'))).toMatchObject({ value: '2026-11-28T09:00:00.000Z', source: 'run' });
  expect(newestDataOf({ maxLoadedAt: 'lately' }, null).value).toBeNull();
});
