import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';

/** [namespace, name], canonical; of a dataset unless it says that it is a job. */
export type Place = readonly [namespace: string, name: string, kind?: 'JOB'];

/** [from, to]: places in `JobIo.places`; direct unless it says otherwise. */
export type IoEdge = readonly [upstream: number, downstream: number, kind?: 'INDIRECT'];

export interface IoColumnEdge {
  readonly from: number;
  readonly column: string;
  readonly to: number;
  readonly toColumn: string;
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
  readonly masking: boolean;
}

/** What a job reads and writes, and what of it went into what. */
export interface JobIo {
  readonly places: readonly Place[];
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly edges: readonly IoEdge[];
  readonly columnEdges: readonly IoColumnEdge[];
}
