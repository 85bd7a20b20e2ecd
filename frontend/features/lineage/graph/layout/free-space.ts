/** A stretch of a column, top to bottom. */
export interface Interval {
  readonly top: number;
  readonly bottom: number;
}

/**
 * The centre nearest to `wanted` at which a block of this height touches none of the taken stretches.
 *
 * `margin` is kept free on both sides. Always finds one: a column is endless above and below. Ties go downwards.
 */
export function nearestFree(taken: readonly Interval[], height: number, wanted: number, margin: number): number {
  const half = height / 2 + margin;
  const walls = merged(taken.map(({ top, bottom }) => ({ top: top - half, bottom: bottom + half })));
  const wall = walls.find(({ top, bottom }) => wanted > top && wanted < bottom);
  if (!wall) return wanted;
  return wanted - wall.top < wall.bottom - wanted ? wall.top : wall.bottom;
}

function merged(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const interval of intervals.toSorted((a, b) => a.top - b.top)) {
    const last = result.at(-1);
    if (last && interval.top < last.bottom)
      result[result.length - 1] = { top: last.top, bottom: Math.max(last.bottom, interval.bottom) };
    else result.push(interval);
  }
  return result;
}
