import { edgeSpans } from './edge-spans';
import type { JobIo } from './job-io';

const io = (...names: string[]): JobIo => ({
  places: [...names, 'out'].map((name) => ['db', name] as const),
  inputs: names.map((_, index) => index),
  outputs: [names.length],
  edges: names.map((_, index) => [index, names.length] as const),
  columnEdges: [],
});
const shown = (...sightings: [number, JobIo][]): string[] =>
  edgeSpans(sightings.map(([atUs, seen]) => ({ atUs, io: seen })))
    .map(({ from, fromUs, toUs }) => `${from[1]} ${String(fromUs)}–${toUs === null ? '' : String(toUs)}`)
    .sort();

it('dates an edge from when its job was first seen with it', () => {
  expect(shown([10, io('a')], [20, io('a', 'b')])).toEqual(['a 10–', 'b 20–']);
});

it('ends an edge when its job is seen without it, and begins it anew when it comes back', () => {
  expect(shown([10, io('a', 'b')], [20, io('b')], [30, io('a')])).toEqual(['a 10–20', 'a 30–', 'b 10–30']);
});

it('tells of column edges apart from those of their tables', () => {
  const edge = { column: 'x', toColumn: 'y', kind: 'DIRECT', subtype: 'IDENTITY', masking: false } as const;
  const withColumn: JobIo = { ...io('a'), columnEdges: [{ ...edge, from: 0, to: 1 }] };
  expect(
    edgeSpans([
      { atUs: 1, io: io('a') },
      { atUs: 2, io: withColumn },
    ]),
  ).toEqual([
    { from: ['db', 'a'], to: ['db', 'out'], kind: 'DIRECT', fromUs: 1, toUs: null },
    { ...edge, from: ['db', 'a'], to: ['db', 'out'], fromUs: 2, toUs: null },
  ]);
});
