import type { Facet, Facets, Named } from '../../shared/pipeline-event';
import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';

/** One column of an output and a column it comes from, as a producer says it. */
export interface SaidColumnEdge {
  readonly from: Named;
  readonly column: string;
  readonly toColumn: string;
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
  readonly masking: boolean;
}

/** What a `columnLineage` facet says of an output; `whole`: datasets of which some column affects all of it. */
export interface SaidColumnLineage {
  readonly columns: readonly SaidColumnEdge[];
  readonly whole: readonly Named[];
}

/** One end of a way of data; `place` null: the event's own job, or the dataset that the facet is about. */
export interface SaidEnd {
  readonly kind: 'DATASET' | 'JOB';
  readonly place: Named | null;
}

/** What a `lineage` facet says goes into one target. */
export interface SaidTarget {
  readonly target: SaidEnd;
  readonly inputs: readonly { readonly from: SaidEnd; readonly kind: EdgeKind }[];
  readonly columns: readonly SaidColumnEdge[];
}

/** What a run did with a dataset, in numbers. Null: not said. */
export interface UseFacts {
  readonly rowCount: number | null;
  readonly byteCount: number | null;
  readonly fileCount: number | null;
  readonly version: string | null;
}

/** What the facets of a run say; times in microseconds since 1970. Null: not said. */
export interface RunFacts {
  readonly nominalStart: number | null;
  readonly nominalEnd: number | null;
  readonly error: string | null;
  readonly errorStack: string | null;
  readonly attempt: number | null;
  /** By name; empty without any. */
  readonly metrics: Readonly<Record<string, number>>;
}

/** `isSnapshot`: each event of its runs stands alone instead of adding to the last. */
export interface JobFacts {
  readonly processingType: string | null;
  readonly jobType: string | null;
  readonly isSnapshot: boolean;
}

/** Understands facets; the fold keeps them without. Everything is pure, and takes whatever a producer may send. */
export interface FacetReader {
  readonly columnLineage: (columnLineage: Facet) => SaidColumnLineage;
  readonly lineage: (lineage: Facet) => readonly SaidTarget[];
  readonly useFacts: (facets: Facets, useFacets: Facets) => UseFacts;
  readonly runFacts: (facets: Facets) => RunFacts;
  readonly jobFacts: (facets: Facets) => JobFacts;
}
