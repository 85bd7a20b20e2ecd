import type { LeftOut, MergedWalk } from './merge-walks';
import type { Omission } from './omission';
import { plural, sidesOf } from './omissions';

/** What else is known about a column answer when its omissions are told. */
export interface ColumnOmissionFacts {
  readonly depth: number;
  readonly budget: number;
  /** Names of assets next to the answer of whose columns nothing is known. */
  readonly gapNames: readonly string[];
}

const NAMED = 3;

/** What a column lineage answer leaves out; empty when it is complete. */
export function columnOmissions(walk: MergedWalk, { depth, budget, gapNames }: ColumnOmissionFacts): Omission[] {
  const omitted: Omission[] = [];
  if (walk.overBudget) {
    omitted.push(leftOut('BUDGET', walk.overBudget, `The limit of ${plural(budget, 'column')} was reached`));
  }
  if (walk.beyondDepth) omitted.push(leftOut('DEPTH', walk.beyondDepth, `Depth ${String(depth)} reached`));
  if (gapNames.length > 0) omitted.push(gaps(gapNames));
  return omitted;
}

function leftOut(reason: 'BUDGET' | 'DEPTH', left: LeftOut, why: string): Omission {
  const count = left.upstream + left.downstream;
  const what = `${plural(count, 'column')} at distance ${String(left.distance)}${sidesOf(left)}`;
  return { reason, count, message: `${why}: ${what} left out; what lies behind is not counted.` };
}

function gaps(names: readonly string[]): Omission {
  const more = names.length > NAMED ? ` and ${String(names.length - NAMED)} more` : '';
  const message = `${plural(names.length, 'asset')} next to this answer connected as a whole only, which columns is not known: ${names.slice(0, NAMED).join(', ')}${more}. Ask for the lineage of the asset to follow them.`;
  return { reason: 'NO_COLUMN_LINEAGE', count: names.length, message };
}
