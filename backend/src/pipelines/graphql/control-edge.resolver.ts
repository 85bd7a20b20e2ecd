import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { perRequest } from '../../shared/graphql/per-request';
import { PipelineService } from '../pipeline.service';
import type { ControlEdge, Job } from '../run';
import { ControlEdgeObject } from './control-edge.object';
import { JobObject } from './job.object';

@Resolver(() => ControlEdgeObject)
export class ControlEdgeResolver {
  private readonly jobsOf = perRequest<Job | null>((ids) => this.pipelines.jobMap(ids), null);

  constructor(private readonly pipelines: PipelineService) {}

  @ResolveField(() => JobObject, { nullable: true, description: 'What comes first.' })
  upstream(@Parent() edge: ControlEdge, @Context() context: object): Promise<Job | null> {
    return this.jobsOf(context).load(edge.upstreamId);
  }

  @ResolveField(() => JobObject, { nullable: true, description: 'What waits for it.' })
  downstream(@Parent() edge: ControlEdge, @Context() context: object): Promise<Job | null> {
    return this.jobsOf(context).load(edge.downstreamId);
  }
}
