import { auditExport, auditFilter } from './audit-filter';

const NOTHING = { actor: null, object: null, action: null, since: null, until: null };

it('takes the last day whole', () => {
  expect(auditFilter({ ...NOTHING, since: '2026-11-01', until: '2026-11-30' })).toMatchObject({
    since: '2026-11-01T00:00:00.000Z',
    until: '2026-12-01T00:00:00.000Z',
  });
});

it('leaves out what is empty or no day', () => {
  expect(auditFilter({ ...NOTHING, action: '', since: 'yesterday' })).toEqual(NOTHING);
});

it('is exported as the page is filtered', () => {
  expect(auditExport(NOTHING)).toBe('/api/v1/export/audit');
  expect(auditExport({ ...NOTHING, action: 'waiver.', until: '2026-11-30' })).toBe(
    '/api/v1/export/audit?action=waiver.&until=2026-12-01T00%3A00%3A00.000Z',
  );
});
