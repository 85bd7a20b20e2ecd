import type { LeftOut, MergedWalk } from './merge-walks';
import type { Omission } from './omission';

/** Assets whose neighbours a cap on fan-out left out, and how many in all. */
export interface FanOutCut {
  readonly assets: number;
  readonly neighbours: number;
}

/** What else is known about an answer when its omissions are told. */
export interface OmissionFacts {
  readonly depth: number;
  readonly budget: number;
  readonly fanOut: number | null;
  readonly fanOutCut: FanOutCut;
  /** Assets of the answer that only others mention and that nothing is known to feed. */
  readonly openStubs: number;
}

/** What a lineage answer leaves out; empty when it is complete. */
export function omissionsOf(walk: MergedWalk, facts: OmissionFacts): Omission[] {
  return [overBudget(walk, facts), beyondDepth(walk, facts), fanOut(facts), stubs(facts)].filter(
    (omission) => omission !== null,
  );
}

function overBudget({ overBudget: left }: MergedWalk, { budget }: OmissionFacts): Omission | null {
  if (!left) return null;
  const message = `maxNodes ${String(budget)} reached: ${assets(left)} at distance ${String(left.distance)} did not fit${sidesOf(left)}; what lies behind them is not counted.`;
  return { reason: 'BUDGET', count: total(left), message };
}

function beyondDepth({ beyondDepth: left }: MergedWalk, { depth, fanOut: cap }: OmissionFacts): Omission | null {
  if (!left) return null;
  const atLeast = cap === null ? '' : 'at least ';
  const message = `Depth ${String(depth)} reached: ${atLeast}${assets(left)} one step further${sidesOf(left)}; what lies behind them is not counted.`;
  return { reason: 'DEPTH', count: total(left), message };
}

function fanOut({ fanOut: cap, fanOutCut: cut }: OmissionFacts): Omission | null {
  if (cap === null || cut.neighbours === 0) return null;
  const message = `fanOut ${String(cap)} reached at ${plural(cut.assets, 'asset')}: ${plural(cut.neighbours, 'direct neighbour')} left out, counted once for each asset that has them.`;
  return { reason: 'FAN_OUT', count: cut.neighbours, message };
}

function stubs({ openStubs }: OmissionFacts): Omission | null {
  if (openStubs === 0) return null;
  const message = `${plural(openStubs, 'asset')} of this answer ${openStubs === 1 ? 'is' : 'are'} known only because others mention ${openStubs === 1 ? 'it' : 'them'}: what feeds ${openStubs === 1 ? 'it' : 'them'} is unknown.`;
  return { reason: 'STUB', count: openStubs, message };
}

const total = (left: LeftOut): number => left.upstream + left.downstream;
const assets = (left: LeftOut): string => plural(total(left), 'asset');

/** On which side: ` upstream`, or ` (3 upstream, 1 downstream)`. */
export function sidesOf({ upstream, downstream }: LeftOut): string {
  if (upstream === 0) return ' downstream';
  if (downstream === 0) return ' upstream';
  return ` (${String(upstream)} upstream, ${String(downstream)} downstream)`;
}

/** `3 assets`, `1 asset`. */
export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
