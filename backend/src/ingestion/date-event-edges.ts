import type { EntityManager } from 'typeorm';
import { dateEdges, type DatedColumnEdge, type DatedEdge } from '../lineage';
import { assetsByName, edgeSpans, sightingsOfJobs, type EdgeSpan, type JobRecord, type Place } from '../pipelines';
import { jobKey } from './connectors/openlineage';
import { eventAssertions } from './store/event-assertions';

/** The spans of the edges that one assertion, of one job, states. */
interface Dated {
  readonly assertionId: string;
  readonly job: JobRecord;
  readonly spans: readonly EdgeSpan[];
}

/**
 * Makes the edges of jobs hold from event to event, not from arrival to arrival: whatever the order in which the events
 * came, the answers as of a moment are the same. Call when the catalog knows what the jobs read and write now.
 */
export async function dateEventEdges(tx: EntityManager, jobs: readonly JobRecord[]): Promise<void> {
  if (jobs.length === 0) return;
  const ids = await eventAssertions(
    tx,
    jobs.map((job) => jobKey(job)),
  );
  const sightings = await sightingsOfJobs(
    tx,
    jobs.map(({ id }) => id),
  );
  const dated = jobs.flatMap((job): Dated[] => {
    const assertionId = ids.get(jobKey(job));
    return assertionId === undefined ? [] : [{ assertionId, job, spans: edgeSpans(sightings.get(job.id) ?? []) }];
  });
  const assetOf = await assetsOfPlaces(tx, dated);
  const rows = dated.flatMap((one) => one.spans.flatMap((span) => rowOf(one, span, assetOf)));
  await dateEdges(
    tx,
    dated.map(({ assertionId }) => assertionId),
    { edges: rows.filter(isTableEdge), columnEdges: rows.filter(isColumnEdge) },
  );
}

type Row = DatedEdge | DatedColumnEdge;
const isColumnEdge = (row: Row): row is DatedColumnEdge => 'column' in row;
const isTableEdge = (row: Row): row is DatedEdge => !isColumnEdge(row);
const keyOf = ([namespace, name, kind]: Place): string => `${kind ?? ''}\n${namespace}\n${name}`;

/** Assets by place, those of the jobs included. */
async function assetsOfPlaces(
  tx: EntityManager,
  dated: readonly Dated[],
): Promise<(place: Place) => string | undefined> {
  const places = new Map<string, Place>();
  for (const { job, spans } of dated) {
    const own: Place = [job.namespace, job.name, 'JOB'];
    for (const place of [own, ...spans.flatMap(({ from, to }) => [from, to])]) places.set(keyOf(place), place);
  }
  const names = [...places.values()].map(([namespace, name, kind]) => ({ namespace, name, isJob: kind === 'JOB' }));
  const found = await assetsByName(tx, names);
  const byKey = new Map([...places.keys()].map((key, index) => [key, found[index] ?? undefined]));
  return (place) => byKey.get(keyOf(place));
}

function rowOf({ assertionId, job }: Dated, span: EdgeSpan, assetOf: (place: Place) => string | undefined): Row[] {
  const upstream = assetOf(span.from);
  const downstream = assetOf(span.to);
  if (upstream === undefined || downstream === undefined) return [];
  const { kind, fromUs, toUs, column, toColumn, subtype = 'IDENTITY', masking = false } = span;
  const ends = { assertion_id: assertionId, upstream_id: upstream, downstream_id: downstream, kind };
  const times = { from_us: fromUs, to_us: toUs };
  if (column !== undefined && toColumn !== undefined)
    return [{ ...ends, ...times, column, to_column: toColumn, subtype, masking }];
  return [{ ...ends, ...times, job_id: assetOf([job.namespace, job.name, 'JOB']) ?? null }];
}
