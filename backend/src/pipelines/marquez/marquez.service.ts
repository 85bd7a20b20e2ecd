import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import {
  canonicalNamespace,
  CatalogService,
  loadNamespaceRegistry,
  readColumns,
  SearchService,
  type Asset,
} from '../../catalog';
import { notFound } from '../../shared/errors';
import { ASSET_TYPES } from '../../shared/vocabulary';
import { FacetService } from '../facet.service';
import { PipelineService } from '../pipeline.service';
import type { Job } from '../run';
import { listDatasetIds, listEvents, listJobIds, listNamespaces, type EventRange } from '../store/read-marquez';
import { countRuns, recentRunsOfJobs } from '../store/read-runs';
import { currentVersions, type CurrentVersion } from '../store/write-versions';
import { nodeIdOf } from './node-id';
import type {
  Slice,
  MarquezDataset,
  MarquezHit,
  MarquezJob,
  MarquezName,
  MarquezNamespace,
  MarquezRun,
} from './shapes';
import { datasetOf, jobOf, runOf, type JobParts } from './to-shapes';

const LATEST_RUNS = 10;
const ALL_RUNS = { states: null, from: null, to: null } as const;

/** What Marquez's clients read, in its shapes, out of the one catalog. */
@Injectable()
export class MarquezService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
    private readonly pipelines: PipelineService,
    private readonly said: FacetService,
    private readonly finder: SearchService,
  ) {}

  async namespaces(slice: Slice): Promise<MarquezNamespace[]> {
    return (await listNamespaces(this.db, null, slice)).map(namespaceOf);
  }

  /** @throws DomainError NOT_FOUND */
  async namespace(name: string): Promise<MarquezNamespace> {
    const [row] = await listNamespaces(this.db, await this.canonical(name), { limit: 1, offset: 0 });
    if (row === undefined) throw notFound('namespace', name.slice(0, 200));
    return namespaceOf(row);
  }

  async datasets(namespace: string, slice: Slice): Promise<{ datasets: MarquezDataset[]; totalCount: number }> {
    const { ids, total } = await listDatasetIds(this.db, await this.canonical(namespace), slice);
    return { datasets: await this.describe(await this.catalog.getAssets(ids)), totalCount: total };
  }

  /** @throws DomainError NOT_FOUND */
  async dataset({ namespace, name }: MarquezName): Promise<MarquezDataset> {
    const asset = await this.catalog.findAsset(namespace, name);
    const [dataset] = asset === null || asset.type === 'JOB' ? [] : await this.describe([asset]);
    if (dataset === undefined) throw notFound('dataset', `${namespace}:${name}`.slice(0, 200));
    return dataset;
  }

  /** Datasets of assets, in their order. */
  async describe(assets: readonly Asset[]): Promise<MarquezDataset[]> {
    const ids = assets.map(({ internalId }) => internalId);
    const [columns, facets] = await Promise.all([readColumns(this.db, ids), this.said.ofAssets(ids)]);
    return assets.map((asset) =>
      datasetOf(asset, columns.get(asset.internalId) ?? [], facets.get(asset.internalId) ?? {}),
    );
  }

  /** Jobs of a namespace, or of all (null). */
  async jobs(namespace: string | null, slice: Slice): Promise<{ jobs: MarquezJob[]; totalCount: number }> {
    const canonical = namespace === null ? null : await this.canonical(namespace);
    const { ids, total } = await listJobIds(this.db, canonical, slice);
    const found = await this.pipelines.jobMap(ids);
    return { jobs: await this.tell(ids.flatMap((id) => found.get(id) ?? [])), totalCount: total };
  }

  /** @throws DomainError NOT_FOUND */
  async job(wanted: MarquezName): Promise<MarquezJob> {
    const [job] = await this.tell([await this.needJob(wanted)]);
    if (job === undefined) throw notFound('job', wanted.name.slice(0, 200));
    return job;
  }

  /** Jobs with all that Marquez tells of them, in their order. */
  async tell(jobs: readonly Job[]): Promise<MarquezJob[]> {
    const ids = jobs.map(({ internalId }) => internalId);
    const [facets, versions, recent, parents] = await Promise.all([
      this.said.ofJobs(ids),
      currentVersions(this.db, ids),
      this.pipelines.recentRuns(ids, LATEST_RUNS),
      this.pipelines.jobMap(jobs.flatMap(({ parentId }) => parentId ?? [])),
    ]);
    const ios = new Map(versions.map((version) => [version.jobId, version]));
    return jobs.map((job) =>
      jobOf(job, {
        ...ioOf(ios.get(job.internalId)),
        parent: parents.get(job.parentId ?? '') ?? null,
        runs: (recent.get(job.internalId) ?? []).map((run) => runOf(run, job, [], {})),
        facets: facets.get(job.internalId) ?? {},
      }),
    );
  }

  /** Runs of a job, latest start first. @throws DomainError NOT_FOUND */
  async runs(wanted: MarquezName, { limit, offset }: Slice): Promise<{ runs: MarquezRun[]; totalCount: number }> {
    const job = await this.needJob(wanted);
    const recent = await recentRunsOfJobs(this.db, [job.internalId], limit + offset);
    const page = await this.pipelines.runs((recent.get(job.internalId) ?? []).slice(offset));
    const used = await this.pipelines.datasets(page.map(({ internalId }) => internalId));
    const runs = page.map((run) => runOf(run, job, used.get(run.internalId) ?? [], {}));
    return { runs, totalCount: await countRuns(this.db, { ...ALL_RUNS, jobId: job.internalId }, '1 day') };
  }

  /** @throws DomainError NOT_FOUND */
  async run(id: string): Promise<MarquezRun> {
    const run = await this.pipelines.run(id);
    if (run === null) throw notFound('run', id.slice(0, 80));
    const [jobs, used, facets] = await Promise.all([
      this.pipelines.jobMap([run.jobId]),
      this.pipelines.datasets([run.internalId]),
      this.said.ofRun(run.internalId),
    ]);
    return runOf(run, jobs.get(run.jobId) ?? null, used.get(run.internalId) ?? [], facets);
  }

  async events(range: EventRange): Promise<{ events: unknown[]; totalCount: number }> {
    const { events, total } = await listEvents(this.db, range);
    return { events: events.map((text) => JSON.parse(text) as unknown), totalCount: total };
  }

  /** `kind` null: datasets and jobs. */
  async search(
    text: string,
    kind: 'DATASET' | 'JOB' | null,
    sort: 'NAME' | 'UPDATED',
    limit: number,
  ): Promise<{ totalCount: number; results: MarquezHit[] }> {
    const types = kind === null ? null : ASSET_TYPES.filter((type) => (type === 'JOB') === (kind === 'JOB'));
    const found = await this.finder.search({ query: text, filter: { type: types }, sort, first: limit, after: null });
    return { totalCount: await found.total(), results: found.hits.map(({ asset }) => hitOf(asset)) };
  }

  private async canonical(namespace: string): Promise<string> {
    return canonicalNamespace(namespace, await loadNamespaceRegistry(this.db)).namespace;
  }

  private async needJob({ namespace, name }: MarquezName): Promise<Job> {
    const job = await this.pipelines.jobByName(namespace, name);
    if (job === null) throw notFound('job', `${namespace}:${name}`.slice(0, 200));
    return job;
  }
}

function ioOf(version: CurrentVersion | undefined): Pick<JobParts, 'inputs' | 'outputs' | 'versionId'> {
  if (version === undefined) return { inputs: [], outputs: [], versionId: null };
  const { places, inputs, outputs } = version.io;
  const named = (numbers: readonly number[]): MarquezName[] =>
    numbers.flatMap((number) => {
      const [namespace = '', name = ''] = places[number] ?? [];
      return name === '' ? [] : [{ namespace, name }];
    });
  return { inputs: named(inputs), outputs: named(outputs), versionId: version.versionId };
}

const namespaceOf = (row: { name: string; owner: string | null; created_at: Date }): MarquezNamespace => ({
  name: row.name,
  createdAt: row.created_at,
  updatedAt: row.created_at,
  ownerName: row.owner ?? 'anonymous',
  description: null,
  isHidden: false,
});

function hitOf({ type: assetType, namespace, name, updatedAt }: Asset): MarquezHit {
  const kind = assetType === 'JOB' ? 'JOB' : 'DATASET';
  return { type: kind, name, updatedAt, namespace, nodeId: nodeIdOf({ kind, namespace, name }) };
}
