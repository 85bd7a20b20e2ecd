import type { EntityManager } from 'typeorm';
import type { FacetReader } from './domain/facet-reader';
import type { DatasetRecord, JobRecord, RunRecord } from './domain/records';
import { EventWorld } from './event-world';
import type { FacetBook } from './facet-book';
import type { Named } from '../shared/pipeline-event';
import { placeKey, placeOfKey, type Placed, type PlacedEvent } from './place-events';
import { addJobs } from './store/write-records';
import { allocateIds, loadDatasets, loadJobs, loadRuns, type PlaceName } from './store/load-records';

/** Loads all that the events speak of, and makes records for what is new. The caller holds `lockCatalogForWriting`. */
export async function openWorld(
  tx: EntityManager,
  events: readonly PlacedEvent[],
  facets: FacetBook,
  reader: FacetReader,
): Promise<EventWorld> {
  const jobs = byKey(events.flatMap(jobsOf));
  const datasets = byKey(events.flatMap(({ inputs, outputs, dataset }) => [...inputs, ...outputs, dataset]));
  const runs = new Set(events.flatMap(runsOf));
  const knownRuns = await loadRuns(tx, [...runs]);
  // A run may stay with a job that these events do not name.
  for (const key of knownRuns.flatMap(jobKeysOf)) if (!jobs.has(key)) jobs.set(key, placeOfKey(key));
  const known = {
    jobs: byPlace(await loadJobs(tx, [...jobs.values()])),
    datasets: byPlace(await loadDatasets(tx, [...datasets.values()])),
    runs: new Map(knownRuns.map((run) => [run.publicId, run])),
  };
  await addMissing(tx, known, { jobs, datasets, runs });
  return new EventWorld(known, facets, reader);
}

const byKey = (places: readonly (Placed<Named> | null)[]): Map<string, PlaceName> =>
  new Map(places.filter((place) => place !== null).map((place) => [place.key, place]));

const jobsOf = ({ job, parent, root, control }: PlacedEvent): (Placed<Named> | null)[] => [
  job,
  parent,
  root,
  ...(control ?? []).flatMap(({ upstream, downstream }) => [upstream, downstream]),
];

function runsOf({ event, parent, root }: PlacedEvent): string[] {
  const others = [parent?.said.runId, root?.said.runId].filter((id) => id !== undefined);
  return event.run === null ? others : [event.run.id, ...others];
}

const jobKeysOf = ({ fold }: RunRecord): string[] =>
  [fold.job?.[2], fold.jobSaid?.[2]].filter((key) => key !== undefined);

const byPlace = <Item extends PlaceName>(items: readonly Item[]): Map<string, Item> =>
  new Map(items.map((item) => [placeKey(item.namespace, item.name), item]));

interface Known {
  readonly jobs: Map<string, JobRecord>;
  readonly datasets: Map<string, DatasetRecord>;
  readonly runs: Map<string, RunRecord>;
}

interface Wanted {
  readonly jobs: ReadonlyMap<string, PlaceName>;
  readonly datasets: ReadonlyMap<string, PlaceName>;
  readonly runs: ReadonlySet<string>;
}

async function addMissing(tx: EntityManager, known: Known, wanted: Wanted): Promise<void> {
  const jobs = [...wanted.jobs].filter(([key]) => !known.jobs.has(key));
  const datasets = [...wanted.datasets].filter(([key]) => !known.datasets.has(key));
  const runs = [...wanted.runs].filter((publicId) => !known.runs.has(publicId));
  if (jobs.length + datasets.length + runs.length === 0) return;
  const ids = await allocateIds(tx, { jobs: jobs.length, datasets: datasets.length, runs: runs.length });
  const made = jobs.map(([key, place], index) => [key, newJob(ids.jobs[index] ?? '', place)] as const);
  for (const [key, job] of made) known.jobs.set(key, job);
  // Versions refer to them before the rest is written.
  await addJobs(
    tx,
    made.map(([, job]) => job),
  );
  datasets.forEach(([key, place], index) => known.datasets.set(key, newDataset(ids.datasets[index] ?? '', place)));
  runs.forEach((publicId, index) => known.runs.set(publicId, newRun(ids.runs[index] ?? '', publicId)));
}

const newJob = (id: string, { namespace, name }: PlaceName): JobRecord => ({
  id,
  namespace,
  name,
  isNew: true,
  assetId: null,
  parentId: null,
  versionId: null,
  isObserved: false,
  seenAt: null,
  facets: {},
  fold: {},
});

const newDataset = (id: string, { namespace, name }: PlaceName): DatasetRecord => ({
  id,
  namespace,
  name,
  isNew: true,
  assetId: null,
  facets: {},
  fold: {},
});

const newRun = (id: string, publicId: string): RunRecord => ({
  id,
  publicId,
  isNew: true,
  jobId: null,
  parentId: null,
  rootId: null,
  versionId: null,
  eventCount: 0,
  fold: {},
  facets: {},
  datasets: new Map(),
});
