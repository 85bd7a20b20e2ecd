import type { RunDatasetRecord, RunRecord } from './records';

/** What a run, or a declaration, read and wrote; facets that say more of it by their digests. */
export interface SeenIo {
  /** Ids, each once, in order. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Digests of `columnLineage` facets by output. */
  readonly columnLineage: Readonly<Record<string, string>>;
}

const byNumber = (one: string, other: string): number => Number(one) - Number(other);

/** All that a run touched over its events; of a stream of snapshots only what the last one names. */
export function ioOfRun(run: RunRecord, isSnapshot: boolean): SeenIo {
  const mark = run.fold.io;
  const counts = ({ fold }: RunDatasetRecord): boolean =>
    !isSnapshot || (fold.last[0] === mark?.[0] && fold.last[1] === mark[1]);
  const used = [...run.datasets.values()].filter(counts);
  const outputs = used.filter(({ direction }) => direction === 'OUTPUT');
  const digests = outputs.flatMap(({ datasetId, fold }) => {
    const digest = fold.facets['columnLineage']?.[2];
    return digest === undefined ? [] : [[datasetId, digest] as const];
  });
  return seenIo(
    used.filter(({ direction }) => direction === 'INPUT').map(({ datasetId }) => datasetId),
    outputs.map(({ datasetId }) => datasetId),
    digests,
  );
}

/** What was seen, in one order whatever the order in which it was said. */
export function seenIo(
  inputs: readonly string[],
  outputs: readonly string[],
  columnLineage: readonly (readonly [output: string, digest: string])[],
): SeenIo {
  return {
    inputs: [...new Set(inputs)].sort(byNumber),
    outputs: [...new Set(outputs)].sort(byNumber),
    columnLineage: Object.fromEntries(columnLineage.toSorted(([one], [other]) => byNumber(one, other))),
  };
}

/** Neither reads nor writes. */
export const isEmpty = ({ inputs, outputs }: SeenIo): boolean => inputs.length + outputs.length === 0;
/** Both reads and writes. */
export const isWhole = ({ inputs, outputs }: SeenIo): boolean => inputs.length > 0 && outputs.length > 0;
