/** What a pipeline reports of itself, in the catalog's words: one event, understood but not yet believed. */

/** A facet as its producer sent it, less what cannot be stored and what must not be (NUL, secrets). */
export type Facet = Readonly<Record<string, unknown>>;
export type Facets = Readonly<Record<string, Facet>>;

/** A job or dataset as the producer spells it. */
export interface Named {
  readonly namespace: string;
  readonly name: string;
}

/** A run that another one names as the one that started it; `namespace` and `name` are its job's. */
export interface SaidParent extends Named {
  readonly runId: string;
}

export interface SaidRun {
  /** Lower case; made from `rawId` when that is no UUID. */
  readonly id: string;
  readonly rawId: string;
  readonly facets: Facets;
  readonly parent: SaidParent | null;
  /** The first of the chain of parents. */
  readonly root: SaidParent | null;
}

export interface SaidJob extends Named {
  readonly facets: Facets;
}

export interface SaidDataset extends Named {
  /** What the dataset is. */
  readonly facets: Facets;
  /** What this run did with it (`inputFacets`, `outputFacets`). */
  readonly useFacets: Facets;
}

/** One job waits for another: control flow, no data goes from one to the other. */
export interface SaidControlEdge {
  readonly upstream: Named;
  readonly downstream: Named;
  /** DIRECT_INVOCATION, IMPLICIT_DEPENDENCY; null when not said. */
  readonly dependency: string | null;
  /** Which outcome of the upstream job it waits for, in the producer's words; null when not said. */
  readonly triggerRule: string | null;
}

/** Something that was left out or looks wrong; shown with the run, never lost. */
export interface EventNote {
  /** Path in the event: `outputs[0].facets.schema`. */
  readonly field: string;
  readonly reason: string;
}

/** `type`: upper case, as sent; null where the producer says none. */
export interface PipelineEvent {
  /** Of the event's JSON without white space: the same event again has the same. */
  readonly hash: string;
  /** Event time in microseconds since 1970. */
  readonly at: number;
  readonly kind: 'RUN' | 'JOB' | 'DATASET';
  readonly type: string | null;
  readonly producer: string;
  readonly run: SaidRun | null;
  readonly job: SaidJob | null;
  readonly inputs: readonly SaidDataset[];
  readonly outputs: readonly SaidDataset[];
  readonly dataset: SaidDataset | null;
  /** What waits for what, as the job knows it; null when it says nothing of that. */
  readonly control: readonly SaidControlEdge[] | null;
  readonly notes: readonly EventNote[];
}

/** Integration that a producer's address or the job names: `SPARK`, `AIRFLOW`, `DBT`; null when it cannot be told. */
export function integrationOf(producer: string): string | null {
  const known = /\b(spark|airflow|dbt|flink|hive|trino|dagster|debezium|great[_-]?expectations)\b/i.exec(producer)?.[1];
  return known === undefined ? null : known.toUpperCase().replace('-', '_');
}
