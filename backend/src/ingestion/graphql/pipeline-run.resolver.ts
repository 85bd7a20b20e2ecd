import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { CurrentActor, Requires, type Actor } from '../../access';
import { RunObject, type Run } from '../../pipelines';
import { RunRecorderService } from '../run-recorder.service';
import { RecordPipelineRunInputObject } from './pipeline-run.inputs';

@Resolver()
export class PipelineRunResolver {
  constructor(private readonly recorder: RunRecorderService) {}

  @Mutation(() => RunObject, {
    description:
      'Reports a run of a pipeline that does not send OpenLineage. The same run id adds to the run; the same words twice change nothing.',
  })
  @Requires('ingest:write')
  recordPipelineRun(@Args('input') input: RecordPipelineRunInputObject, @CurrentActor() actor: Actor): Promise<Run> {
    return this.recorder.record(input, actor);
  }
}
