import type { LeftOut, MergedWalk } from './merge-walks';
import type { Omission } from './omission';
import { plural, sidesOf } from './omissions';

/** What else is known about a column answer when its omissions are told. */
export interface ColumnOmissionFacts {
  readonly depth: number;
  readonly budget: number;
}

/** What a column lineage answer leaves out of columns; empty when it has all. */
export function columnOmissions(walk: MergedWalk, { depth, budget }: ColumnOmissionFacts): Omission[] {
  const omitted: Omission[] = [];
  if (walk.overBudget) {
    omitted.push(leftOut('BUDGET', walk.overBudget, `The limit of ${plural(budget, 'column')} was reached`));
  }
  if (walk.beyondDepth) omitted.push(leftOut('DEPTH', walk.beyondDepth, `Depth ${String(depth)} reached`));
  return omitted;
}

function leftOut(reason: 'BUDGET' | 'DEPTH', left: LeftOut, why: string): Omission {
  const count = left.upstream + left.downstream;
  const what = `${plural(count, 'column')} at distance ${String(left.distance)}${sidesOf(left)}`;
  return { reason, count, message: `${why}: ${what} left out; what lies behind is not counted.` };
}
