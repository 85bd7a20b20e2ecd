import { Args, Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssetObject, CatalogService, type Asset } from '../../catalog';
import { perRequest } from '../../shared/graphql/per-request';
import type { MissedWrite, StalePage } from '../consequences';
import { ConsequenceService } from '../consequences.service';
import { PipelineService } from '../pipeline.service';
import type { Run } from '../run';
import { MissedWriteObject, StaleAssetConnectionObject } from './consequences.object';
import { RunObject } from './run.object';

const MOST_DESCENDANTS = 500;

/** What a run led to. */
@Resolver(() => RunObject)
export class ConsequenceResolver {
  constructor(private readonly consequences: ConsequenceService) {}

  @ResolveField(() => [RunObject], {
    description:
      'Runs below it at any depth: those it started, and those they started; earliest start first; at most 500.',
  })
  descendants(@Parent() run: Run): Promise<Run[]> {
    return this.consequences.descendants(run, MOST_DESCENDANTS);
  }

  @ResolveField(() => [RunObject], {
    description: 'Runs of its job under the same parent or for the same nominal time, itself among them; at most 50.',
  })
  attempts(@Parent() run: Run): Promise<Run[]> {
    return this.consequences.attempts(run);
  }

  @ResolveField(() => [MissedWriteObject], {
    description:
      'What it should have written and has not, when it failed, was aborted or went silent: what it and the runs below it began to write, and what the last run of its job that completed wrote.',
  })
  missed(@Parent() run: Run): Promise<MissedWrite[]> {
    return this.consequences.missed(run);
  }

  @ResolveField(() => StaleAssetConnectionObject, {
    description: 'What is downstream of what it has not written, as far as no later run wrote that.',
  })
  staleDownstream(
    @Parent() run: Run,
    @Args('first', { type: () => Int, defaultValue: 20, description: '1 to 100.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
  ): Promise<StalePage> {
    return this.consequences.stale(run, first, after ?? null);
  }
}

@Resolver(() => MissedWriteObject)
export class MissedWriteResolver {
  private readonly assetsOf = perRequest<Asset | null>((ids) => this.catalog.getAssetMap(ids), null);
  private readonly runsOf = perRequest<Run | null>((ids) => this.pipelines.runMap(ids), null);

  constructor(
    private readonly catalog: CatalogService,
    private readonly pipelines: PipelineService,
  ) {}

  @ResolveField(() => AssetObject, { nullable: true, description: 'Its page; null before it has one.' })
  asset(@Parent() missed: MissedWrite, @Context() context: object): Promise<Asset | null> | null {
    return missed.assetId === null ? null : this.assetsOf(context).load(missed.assetId);
  }

  @ResolveField(() => RunObject, {
    nullable: true,
    description: 'The latest run that completed and wrote it; null when none is known.',
  })
  lastWrittenBy(@Parent() missed: MissedWrite, @Context() context: object): Promise<Run | null> | null {
    return missed.lastRunId === null ? null : this.runsOf(context).load(missed.lastRunId);
  }
}
