import type { Facets } from '../../../shared/pipeline-event';
import { columnLineage } from './column-lineage';
import { parseEventTime } from './event-time';
import { explicitLineage } from './explicit-lineage';
import { metricsIn } from './metric-facets';
import { countIn, objectIn, textIn } from './said';

const LONGEST_ERROR = 10_000;
const LONGEST_STACK = 100_000;

interface UseFacts {
  readonly rowCount: number | null;
  readonly byteCount: number | null;
  readonly fileCount: number | null;
  readonly version: string | null;
}

interface RunFacts {
  readonly nominalStart: number | null;
  readonly nominalEnd: number | null;
  readonly error: string | null;
  readonly errorStack: string | null;
  readonly attempt: number | null;
  readonly metrics: Readonly<Record<string, number>>;
}

interface JobFacts {
  readonly processingType: string | null;
  readonly jobType: string | null;
  readonly isSnapshot: boolean;
}

const momentIn = (value: unknown): number | null => (typeof value === 'string' ? parseEventTime(value) : null);

/** Rows, bytes and files a run read or wrote: its statistics first, then the table format's report, then a profile. */
export function useFacts(facets: Facets, useFacets: Facets): UseFacts {
  const statistics = objectIn(useFacets['outputStatistics'] ?? useFacets['inputStatistics']);
  const commit = objectIn(useFacets['icebergCommitReport']);
  const profile = objectIn(useFacets['dataQualityMetrics'] ?? facets['dataQualityMetrics']);
  const first = (...said: unknown[]): number | null => said.map(countIn).find((count) => count !== null) ?? null;
  return {
    rowCount: first(statistics['rowCount'], objectIn(commit['commitMetrics'])['addedRecords'], profile['rowCount']),
    byteCount: first(statistics['size'], profile['bytes']),
    fileCount: first(statistics['fileCount'], profile['fileCount']),
    version: textIn(objectIn(facets['version'])['datasetVersion']) ?? first(commit['snapshotId'])?.toString() ?? null,
  };
}

/** What the run's own facets say: nominal time, error, number of the try, metrics. */
export function runFacts(facets: Facets): RunFacts {
  const nominal = objectIn(facets['nominalTime']);
  const error = objectIn(facets['errorMessage']);
  return {
    nominalStart: momentIn(nominal['nominalStartTime']),
    nominalEnd: momentIn(nominal['nominalEndTime']),
    error: textIn(error['message'])?.slice(0, LONGEST_ERROR) ?? null,
    errorStack: textIn(error['stackTrace'])?.slice(0, LONGEST_STACK) ?? null,
    attempt: attemptOf(facets),
    metrics: metricsIn(facets),
  };
}

/** Airflow's number of the try, from 1. */
function attemptOf(facets: Facets): number | null {
  const tries = [facets['airflow'], facets['airflow_runArgs'], facets['airflow_version']].map(
    (facet) => objectIn(objectIn(facet)['taskInstance'])['try_number'],
  );
  return countIn(tries.find((value) => value !== undefined));
}

/** What the `jobType` facet says. */
export function jobFacts(facets: Facets): JobFacts {
  const type = objectIn(facets['jobType']);
  const pattern = objectIn(type['emissionPattern']);
  return {
    processingType: textIn(type['processingType'])?.toUpperCase() ?? null,
    jobType: textIn(type['jobType'])?.toUpperCase() ?? null,
    isSnapshot: textIn(pattern['eventContentMode'])?.toUpperCase() === 'COMPLETE_SNAPSHOT',
  };
}

/** Understands the facets of OpenLineage's registry. */
export const openLineageFacets = {
  columnLineage,
  lineage: explicitLineage,
  useFacts,
  runFacts,
  jobFacts,
};
