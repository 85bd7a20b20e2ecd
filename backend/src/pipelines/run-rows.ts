import type { Facets } from '../shared/pipeline-event';
import type { FacetReader, UseFacts } from './domain/facet-reader';
import type { RunDatasetRecord, RunRecord } from './domain/records';
import { timeIn, valueIn, type Registers } from './domain/register';
import { metricsOf } from './domain/run-metrics';
import { endOf, startOf, stateOf, type RunFold } from './domain/run-fold';
import type { FacetBook } from './facet-book';

/** What the registers hold, without when it was said. */
export function valuesOf<Value>(registers: Registers<Value>): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(registers).map(([name, [, , value]]) => [name, value]));
}

/** A row of `run_dataset`, as `write-run-datasets.sql` takes it. */
export function useRow(run: RunRecord, use: RunDatasetRecord, facts: UseFacts): object {
  return {
    run_id: run.id,
    dataset_id: use.datasetId,
    direction: use.direction,
    last_us: use.fold.last[0],
    last_hash: use.fold.last[1],
    row_count: facts.rowCount,
    byte_count: facts.byteCount,
    file_count: facts.fileCount,
    version: facts.version,
    facets: use.fold.facets,
    use_facets: use.useFacets,
  };
}

/** The facets that `useFacts` needs; the digests of those that the book does not have are for the caller to fetch. */
export function useFactsOf(use: RunDatasetRecord, book: FacetBook, reader: FacetReader): UseFacts {
  return reader.useFacts(book.contentsOf(use.fold.facets), valuesOf(use.useFacets));
}

/** Sum of what is said; null when nothing is. */
export function total(values: readonly (number | null)[]): number | null {
  const said = values.filter((value) => value !== null);
  return said.length === 0 ? null : said.reduce((sum, value) => sum + value, 0);
}

/** What a run read and wrote altogether. */
export interface RunTotals {
  readonly rowsRead: number | null;
  readonly rowsWritten: number | null;
  readonly bytesWritten: number | null;
}

function foldedColumns(fold: RunFold): object {
  return {
    raw_id: valueIn(fold.rawId),
    state: stateOf(fold),
    started_us: startOf(fold),
    ended_us: timeIn(endOf(fold)),
    last_event_us: timeIn(fold.last),
    producer: valueIn(fold.producer),
  };
}

/** Who a run belongs to, by internal id. */
export interface RunRelations {
  readonly jobId: string;
  readonly parentId: string | null;
  readonly rootId: string | null;
}

/** A row of `run`, as `write-runs.sql` takes it. */
export function runRow(run: RunRecord, relations: RunRelations, totals: RunTotals, reader: FacetReader): object {
  const { fold } = run;
  const facts = reader.runFacts(valuesOf(run.facets) satisfies Facets);
  return {
    id: run.id,
    public_id: run.publicId,
    job_id: relations.jobId,
    parent_id: relations.parentId,
    root_id: relations.rootId,
    ...foldedColumns(fold),
    nominal_start_us: facts.nominalStart,
    nominal_end_us: facts.nominalEnd,
    event_count: run.eventCount,
    error: facts.error,
    error_stack: facts.errorStack,
    rows_read: totals.rowsRead,
    rows_written: totals.rowsWritten,
    bytes_written: totals.bytesWritten,
    attempt: facts.attempt,
    metrics: metricsOf(facts.metrics, {
      ...totals,
      state: stateOf(fold),
      startedUs: startOf(fold),
      endedUs: timeIn(endOf(fold)),
    }),
    version_id: run.versionId,
    facets: run.facets,
    fold,
  };
}
