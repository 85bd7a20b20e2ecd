import type { RunSpanFragment } from '../../graphql/generated/graphql';
import type { GanttRow, Span } from './gantt';
import { keyOf } from './task-flow';

/** A run as it is drawn. */
export interface DrawnSpan extends Span {
  readonly run: RunSpanFragment;
  readonly name: string;
}

export type DrawnRow = GanttRow<DrawnSpan>;

/** A run as a bar; none for one that has not started or of which no job is known. */
export function spanOf(run: RunSpanFragment): DrawnSpan[] {
  if (!run.startedAt || !run.job) return [];
  const end = run.endedAt ? Date.parse(run.endedAt) : null;
  const start = Date.parse(run.startedAt);
  return [
    {
      id: run.id,
      parentId: run.parent?.id ?? null,
      job: keyOf(run.job),
      start,
      end: end === null ? null : Math.max(start, end), // clocks may be skewed: never a negative width
      run,
      name: run.job.name,
    },
  ];
}

/** The last part of a name, as people call a task. */
export const shortName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
