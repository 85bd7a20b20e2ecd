import fc from 'fast-check';
import { changeWords, placeOf, stopsOf, stopWords, toneOf, type Moment } from './stops';

const moment = (at: string, counts: Partial<Moment> = {}): Moment => ({
  at,
  edgesAdded: 0,
  edgesRemoved: 0,
  schemasChanged: 0,
  sources: [],
  deliveryIds: [],
  ...counts,
});

const LATEST_FIRST = [moment('2026-03-03T00:00:00.000Z'), moment('2026-01-01T00:00:00.000Z')];

it('stops before the first change, at each change and now, oldest first', () => {
  expect(stopsOf(LATEST_FIRST).map(({ at, kind }) => [kind, at?.toISOString() ?? null])).toEqual([
    ['before', '2025-12-31T23:59:59.999Z'],
    ['change', '2026-01-01T00:00:00.000Z'],
    ['change', '2026-03-03T00:00:00.000Z'],
    ['now', null],
  ]);
  expect(stopsOf([]).map(({ kind }) => kind)).toEqual(['now']);
});

it('places a moment at the last change that it includes', () => {
  const stops = stopsOf(LATEST_FIRST);
  const place = (at: string | null) => placeOf(stops, at === null ? null : new Date(at));
  expect([place('2020-01-01'), place('2026-01-01'), place('2026-02-01'), place('2026-12-01'), place(null)]).toEqual([
    0, 1, 1, 2, 3,
  ]);
});

it('leads from every stop back to the same stop', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 4e12 }), { maxLength: 40 }), (times) => {
      const stops = stopsOf(times.sort((a, b) => b - a).map((time) => moment(new Date(time).toISOString())));
      expect(stops.map((stop) => placeOf(stops, stop.at))).toEqual(stops.map((_, index) => index));
    }),
  );
});

it('says what a change did and who said so', () => {
  const change = moment('2026-01-01T00:00:00.000Z', {
    edgesAdded: 2,
    edgesRemoved: 1,
    schemasChanged: 3,
    sources: ['dbt project shop'],
  });
  const words = changeWords(change).replaceAll('\u00A0', ' ');
  expect(words).toBe('+2 edges, −1 edge, columns of 3 assets, by dbt project shop');
  expect([toneOf(change), toneOf(moment('', { edgesAdded: 1 })), toneOf(moment('', { edgesRemoved: 1 }))]).toEqual([
    'changed',
    'added',
    'removed',
  ]);
  expect(stopsOf([change]).map((stop) => stopWords(stop).replaceAll('\u00A0', ' '))).toEqual([
    'before the first known change, 31 Dec 2025, 23:59:59 UTC',
    `1 Jan 2026, 00:00:00 UTC: ${words}`,
    'now',
  ]);
});
