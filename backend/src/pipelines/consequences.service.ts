import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService } from '../catalog';
import { decodeKeyset, encodeKeyset } from '../shared/keyset';
import { checkFirst } from '../shared/paging';
import type { MissedWrite, StalePage } from './consequences';
import { PipelineService } from './pipeline.service';
import type { Run } from './run';
import { attemptsOfRun, descendantsOfRun, missedByRun, staleDownstream } from './store/read-consequences';

/** How far staleness is followed: farther than any flow that people draw. */
const DEPTH = 25;
const MOST_ATTEMPTS = 50;
const LOST: ReadonlySet<string> = new Set(['FAILED', 'ABORTED', 'STALE']);

/** What a run led to: runs below it, further attempts, and what is missing because it failed. */
@Injectable()
export class ConsequenceService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
    private readonly pipelines: PipelineService,
  ) {}

  /** Runs below a run, earliest start first. */
  async descendants(run: Run, limit: number): Promise<Run[]> {
    return this.pipelines.runs(await descendantsOfRun(this.db, run.internalId, limit));
  }

  /** Runs of the same job under the same parent or for the same nominal time; alone when it is the only one. */
  async attempts(run: Run): Promise<Run[]> {
    return this.pipelines.runs(await attemptsOfRun(this.db, run.internalId, MOST_ATTEMPTS));
  }

  /** What it should have written and has not; empty unless it failed, was aborted or went silent. */
  missed(run: Run): Promise<MissedWrite[]> {
    return LOST.has(run.state) ? missedByRun(this.db, run.internalId) : Promise.resolve([]);
  }

  /**
   * What is fed by what it has not written, as far as no later run wrote that; nearest first.
   *
   * @throws DomainError INVALID for a bad page
   */
  async stale(run: Run, first: number, after: string | null): Promise<StalePage> {
    const limit = checkFirst(first);
    const position = decodeKeyset(after, ['number', 'id']);
    const missed = await this.missed(run);
    const roots = missed.flatMap(({ assetId, isRecovered }) => (assetId === null || isRecovered ? [] : [assetId]));
    if (roots.length === 0) return { total: 0, nodes: [], endCursor: null };
    const from = position && { hops: Number(position[0]), id: String(position[1]) };
    const found = await staleDownstream(this.db, [...new Set(roots)], DEPTH, from, limit + 1);
    const page = found.slice(0, limit);
    const assets = await this.catalog.getAssetMap(page.map(({ asset_id }) => asset_id));
    const last = found.length > limit ? page.at(-1) : undefined;
    return {
      total: found[0]?.total ?? 0,
      nodes: page.flatMap(({ asset_id, hops }) => {
        const asset = assets.get(asset_id);
        return asset ? [{ asset, hops }] : [];
      }),
      endCursor: last ? encodeKeyset([last.hops, last.asset_id]) : null,
    };
  }
}
