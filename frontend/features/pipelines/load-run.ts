import { request } from '../../graphql/client';
import { explainRefusal } from '../../graphql/page-errors';
import type { RunPageQuery } from '../../graphql/generated/graphql';
import { RunPage } from './run.query';
import type { ControlEdge } from './task-flow';

interface LoadedRun {
  readonly run: RunPageQuery['run'] | null;
  /** In which order the tasks below it wait for each other. */
  readonly control: readonly ControlEdge[];
}

/** A run with everything its page shows, in one request. */
export async function loadRunPage(id: string): Promise<LoadedRun> {
  const { run } = await request(RunPage, { id }).catch(explainRefusal);
  return { run: run ?? null, control: run?.job?.controlEdges ?? [] };
}
