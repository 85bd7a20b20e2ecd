import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../access';
import { canonicalNamespace, loadNamespaceRegistry } from '../catalog';
import { PipelineService, type Run } from '../pipelines';
import { notFound } from '../shared/errors';
import { withFullSight } from '../shared/sight';
import { RECORDED_LANE } from './event-lane';
import { recordEvents } from './event-processor';
import { eventsOfRecorded, type RecordPipelineRunInput } from './recorded-run';
import { inOneTransaction, refuseForeignNamespace } from './spoken-patch';

/** Runs of pipelines that do not speak OpenLineage. */
@Injectable()
export class RunRecorderService {
  constructor(
    private readonly db: EntityManager,
    private readonly pipelines: PipelineService,
  ) {}

  /**
   * Takes in what a pipeline says of one run, in words of OpenLineage: like events of that run, and on the spot.
   *
   * @throws DomainError INVALID naming the field and the rule; FORBIDDEN for a namespace that the token may not write into.
   */
  async record(input: RecordPipelineRunInput, actor: Actor): Promise<Run> {
    const runId = (input.runId ?? randomUUID()).toLowerCase();
    const events = eventsOfRecorded(input, runId, new Date());
    await inOneTransaction(this.db, async (tx) => {
      const registry = await loadNamespaceRegistry(tx);
      refuseForeignNamespace(actor, canonicalNamespace(input.namespace, registry).namespace, registry);
      const bytes = events.map((event) => Buffer.from(JSON.stringify(event)));
      const heard = await recordEvents(tx, bytes, actorKey(actor), RECORDED_LANE);
      if (heard > 0)
        await recordAudit(tx, { actor, action: 'run.record', object: `run:${runId}`, after: { ...input, runId } });
    });
    const run = await withFullSight(() => this.pipelines.run(runId)); // what was recorded just now
    if (run === null) throw notFound('run', runId);
    return run;
  }
}
