import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService } from '../catalog';
import { CONFIG, type Config } from '../config';
import { decodeKeyset, encodeKeyset } from '../shared/keyset';
import { checkMoment } from '../shared/moment';
import { checkFirst } from '../shared/paging';
import { isUuid } from '../shared/uuid';
import type {
  ControlEdge,
  Job,
  JobFilter,
  JobHealth,
  JobPage,
  Run,
  RunDataset,
  RunEvent,
  RunFilter,
  RunPage,
} from './run';
import { controlEdgesOfJobs } from './store/control-edges';
import { childJobs, countJobs, findJob, healthOfJobs, jobsOfAssets, listJobs, readJobs } from './store/read-jobs';
import {
  childRuns,
  countRuns,
  datasetsOfRuns,
  eventsOfRun,
  findRun,
  listRuns,
  readRuns,
  recentRunsOfJobs,
  runsOfAssets,
  type StartPosition,
} from './store/read-runs';

/** Shown of one job. */
const MOST_CONTROL_EDGES = 2_000;

const START = /^(-infinity|[\d:.+\- ]{10,40})$/;

/** What ran, what failed, and what it read and wrote. */
@Injectable()
export class PipelineService {
  private readonly staleAfter: string;

  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
    @Inject(CONFIG) config: Config,
  ) {
    this.staleAfter = `${String(config.staleRunHours)} hours`;
  }

  /** Jobs, those that ran last first. @throws DomainError INVALID for a bad page */
  async listJobs(filter: JobFilter, first: number, after: string | null): Promise<JobPage> {
    const limit = checkFirst(first);
    const position = positionOf(after);
    const [found, counted] = await Promise.all([
      listJobs(this.db, filter, this.staleAfter, position, limit + 1),
      countJobs(this.db, filter, this.staleAfter),
    ]);
    const page = found.slice(0, limit);
    const jobs = await readJobs(
      this.db,
      page.map(({ id }) => id),
    );
    const nodes = page.flatMap(({ id }) => jobs.get(id) ?? []);
    return { ...counted, nodes, endCursor: cursorOf(page, found.length > limit) };
  }

  /** Runs, latest start first. @throws DomainError INVALID for a bad page or moment */
  async listRuns(filter: RunFilter, first: number, after: string | null): Promise<RunPage> {
    const limit = checkFirst(first);
    checkMoment('from', filter.from);
    checkMoment('to', filter.to);
    const position = positionOf(after);
    const [found, total] = await Promise.all([
      listRuns(this.db, filter, this.staleAfter, position, limit + 1),
      countRuns(this.db, filter, this.staleAfter),
    ]);
    const page = found.slice(0, limit);
    const nodes = await this.runs(page.map(({ id }) => id));
    return { total, nodes, endCursor: cursorOf(page, found.length > limit) };
  }

  /** The job that an asset stands for; null when it is none. */
  async jobOfAsset(assetId: string): Promise<Job | null> {
    const asset = await this.catalog.getAsset(assetId);
    return asset && this.job(await findJob(this.db, { assetId: asset.internalId }));
  }

  /** Jobs that assets stand for, by internal ids of the assets. */
  async jobsOfAssets(assetIds: readonly string[]): Promise<Job[]> {
    return [...(await readJobs(this.db, await jobsOfAssets(this.db, assetIds))).values()];
  }

  /** The job with a name, as its producer says it or canonical; null when there is none. */
  async jobByName(namespace: string, name: string): Promise<Job | null> {
    const found = await findJob(this.db, { namespace, name });
    if (found !== null) return this.job(found);
    const asset = await this.catalog.findAsset(namespace, name);
    return asset && this.job(await findJob(this.db, { assetId: asset.internalId }));
  }

  /** A run by its id; null when there is none. */
  async run(publicId: string): Promise<Run | null> {
    const id = isUuid(publicId) ? await findRun(this.db, publicId.toLowerCase()) : null;
    const [run] = id === null ? [] : await this.runs([id]);
    return run ?? null;
  }

  /** Runs by internal id, in the order asked for. */
  async runs(ids: readonly string[]): Promise<Run[]> {
    const found = await this.runMap(ids);
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  runMap(ids: readonly string[]): Promise<ReadonlyMap<string, Run>> {
    return readRuns(this.db, ids, this.staleAfter);
  }

  jobMap(ids: readonly string[]): Promise<ReadonlyMap<string, Job>> {
    return readJobs(this.db, ids);
  }

  /** The latest runs of jobs, by job. */
  recentRuns(jobIds: readonly string[], first: number): Promise<ReadonlyMap<string, readonly Run[]>> {
    return recentRunsOfJobs(this.db, jobIds, first).then((ids) => this.fill(ids));
  }

  /** The latest runs that touched assets, by asset. */
  runsOfAssets(
    assetIds: readonly string[],
    direction: 'INPUT' | 'OUTPUT' | null,
    first: number,
  ): Promise<ReadonlyMap<string, readonly Run[]>> {
    return runsOfAssets(this.db, assetIds, direction, first).then((ids) => this.fill(ids));
  }

  /** Runs that a run has started, earliest first. */
  async childRuns(runId: string, limit: number): Promise<Run[]> {
    return this.runs(await childRuns(this.db, runId, limit));
  }

  /** Jobs that are part of a job, in order of name. */
  async childJobs(jobId: string, limit: number): Promise<Job[]> {
    const ids = await childJobs(this.db, jobId, limit);
    const jobs = await readJobs(this.db, ids);
    return ids.flatMap((id) => jobs.get(id) ?? []);
  }

  health(jobIds: readonly string[], days: number): Promise<ReadonlyMap<string, JobHealth>> {
    return healthOfJobs(this.db, jobIds, days);
  }

  /** Who waits for whom at jobs and among their parts, by job. */
  controlEdges(jobIds: readonly string[]): Promise<ReadonlyMap<string, readonly ControlEdge[]>> {
    return controlEdgesOfJobs(this.db, jobIds, MOST_CONTROL_EDGES);
  }

  datasets(runIds: readonly string[]): Promise<ReadonlyMap<string, readonly RunDataset[]>> {
    return datasetsOfRuns(this.db, runIds);
  }

  events(runId: string, limit: number): Promise<RunEvent[]> {
    return eventsOfRun(this.db, runId, limit);
  }

  private async job(id: string | null): Promise<Job | null> {
    return id === null ? null : ((await readJobs(this.db, [id])).get(id) ?? null);
  }

  /** Runs in place of their ids; one query. */
  private async fill(ids: ReadonlyMap<string, readonly string[]>): Promise<ReadonlyMap<string, readonly Run[]>> {
    const runs = await this.runMap([...new Set([...ids.values()].flat())]);
    return new Map([...ids].map(([key, wanted]) => [key, wanted.flatMap((id) => runs.get(id) ?? [])]));
  }
}

function positionOf(after: string | null): StartPosition | null {
  const position = decodeKeyset(after, ['string', 'id']);
  if (position === null) return null;
  const start = String(position[0]);
  return { start: START.test(start) ? start : '-infinity', id: String(position[1]) };
}

function cursorOf(page: readonly StartPosition[], hasMore: boolean): string | null {
  const last = page.at(-1);
  return hasMore && last ? encodeKeyset([last.start, last.id]) : null;
}
