/**
 * Places a row of things as near as possible to where each wants to be, keeping their order and their distances.
 *
 * `gaps[i]` is the least distance between thing i and the one before it (gaps[0] is not used). The answer minimises the
 * weighted sum of squared displacements, so nothing is pushed one-sidedly. With whole-number gaps the answer is whole.
 * O(n). Source: pool adjacent violators; Barlow et al., "Statistical Inference under Order Restrictions" (1972).
 */
export function spread(wanted: readonly number[], gaps: readonly number[], weights: readonly number[]): number[] {
  const offsets = offsetsOf(gaps);
  const pools: { mean: number; weight: number; size: number }[] = [];
  wanted.forEach((want, index) => {
    pools.push({ mean: want - (offsets[index] ?? 0), weight: weights[index] ?? 1, size: 1 });
    for (let last = pools.pop(); last; last = pools.pop()) {
      const previous = pools.pop();
      if (!previous || previous.mean <= last.mean) {
        if (previous) pools.push(previous);
        pools.push(last);
        return;
      }
      const weight = previous.weight + last.weight;
      const mean = (previous.mean * previous.weight + last.mean * last.weight) / weight;
      pools.push({ mean, weight, size: previous.size + last.size });
    }
  });
  return pools
    .flatMap((pool) => Array<number>(pool.size).fill(Math.round(pool.mean)))
    .map((base, i) => base + (offsets[i] ?? 0));
}

function offsetsOf(gaps: readonly number[]): number[] {
  let sum = 0;
  return gaps.map((gap, index) => (sum += index === 0 ? 0 : gap));
}

/** The middle value; of an even number the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half] ?? 0;
  return ((sorted[half - 1] ?? NaN) + (sorted[half] ?? NaN)) / 2;
}
