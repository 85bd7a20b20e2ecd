import type { RunDatasetRecord, RunRecord } from './records';

/** What a run, or a declaration, read and wrote; facets that say more of it by their digests. */
export interface SeenIo {
  /** Ids, each once, in order. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** Digests of `columnLineage` facets by output. */
  readonly columnLineage: Readonly<Record<string, string>>;
  /** Digests of `lineage` facets by output, and of the job's; absent without any. */
  readonly lineage?: Readonly<Record<string, string>>;
  readonly jobLineage?: string;
}

const byNumber = (one: string, other: string): number => Number(one) - Number(other);

/** All that a run touched over its events; of a stream of snapshots only what the last one names. */
export function ioOfRun(run: RunRecord, isSnapshot: boolean): SeenIo {
  const mark = run.fold.io;
  const counts = ({ fold }: RunDatasetRecord): boolean =>
    !isSnapshot || (fold.last[0] === mark?.[0] && fold.last[1] === mark[1]);
  const used = [...run.datasets.values()].filter(counts);
  const outputs = used.filter(({ direction }) => direction === 'OUTPUT');
  const digestsOf = (name: string): (readonly [string, string])[] =>
    outputs.flatMap(({ datasetId, fold }) => {
      const digest = fold.facets[name]?.[2];
      return digest === undefined ? [] : [[datasetId, digest] as const];
    });
  return seenIo(
    used.filter(({ direction }) => direction === 'INPUT').map(({ datasetId }) => datasetId),
    outputs.map(({ datasetId }) => datasetId),
    { columnLineage: digestsOf('columnLineage'), lineage: digestsOf('lineage'), job: run.fold.lineage?.[2] ?? null },
  );
}

/** Digests of facets that say how data went, those of outputs by output. */
export interface SeenFacets {
  readonly columnLineage: readonly (readonly [output: string, digest: string])[];
  readonly lineage: readonly (readonly [output: string, digest: string])[];
  readonly job: string | null;
}

/** What was seen, in one order whatever the order in which it was said. */
export function seenIo(
  inputs: readonly string[],
  outputs: readonly string[],
  { columnLineage, lineage, job }: SeenFacets,
): SeenIo {
  const inOrder = (digests: SeenFacets['lineage']): Record<string, string> =>
    Object.fromEntries(digests.toSorted(([one], [other]) => byNumber(one, other)));
  return {
    inputs: [...new Set(inputs)].sort(byNumber),
    outputs: [...new Set(outputs)].sort(byNumber),
    columnLineage: inOrder(columnLineage),
    ...(lineage.length === 0 ? {} : { lineage: inOrder(lineage) }),
    ...(job === null ? {} : { jobLineage: job }),
  };
}

/** Neither reads nor writes, nor says in so many words what goes where. */
export const isEmpty = ({ inputs, outputs, jobLineage }: SeenIo): boolean =>
  inputs.length + outputs.length === 0 && jobLineage === undefined;
/** Both reads and writes, or says in so many words what goes where. */
export const isWhole = ({ inputs, outputs, lineage, jobLineage }: SeenIo): boolean =>
  (inputs.length > 0 && outputs.length > 0) || lineage !== undefined || jobLineage !== undefined;

/** Digests of all facets that say how data went. */
export const facetsSeen = ({ columnLineage, lineage = {}, jobLineage }: SeenIo): string[] => [
  ...Object.values(columnLineage),
  ...Object.values(lineage),
  ...(jobLineage === undefined ? [] : [jobLineage]),
];
