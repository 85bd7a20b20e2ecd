/** A run as a bar: times in milliseconds since 1970. */
export interface Span {
  readonly id: string;
  readonly parentId: string | null;
  readonly job: string;
  readonly start: number;
  /** Null while it runs. */
  readonly end: number | null;
}

/** A bar with its place: how deep it stands, what it waited for, whether the whole took as long because of it. */
export interface GanttRow<S extends Span> {
  readonly span: S;
  readonly depth: number;
  readonly isCritical: boolean;
  /** Since when it could have run; its own start when it waited for nothing. */
  readonly readyAt: number;
}

/** `from` must end before `to` begins; jobs. */
export interface WaitsFor {
  readonly from: string;
  readonly to: string;
}

/**
 * Rows of a Gantt chart: each run below the one that started it, in order of start, with the critical path marked.
 *
 * The critical path goes backwards from what ended last among the runs of one parent: to the one it waited for that
 * ended last, and on. Where nothing says what a run waited for, it is what ended last before it began. Runs that began
 * before their parent, as skewed clocks have it, keep their own times. O(runs² × edges) within one parent.
 */
export function ganttRows<S extends Span>(
  spans: readonly S[],
  rootId: string,
  edges: readonly WaitsFor[],
): GanttRow<S>[] {
  const byParent = new Map<string, S[]>();
  const known = new Set(spans.map(({ id }) => id));
  for (const span of spans) {
    const parent = span.parentId !== null && known.has(span.parentId) ? span.parentId : rootId;
    byParent.set(parent, [...(byParent.get(parent) ?? []), span]);
  }
  const rows: GanttRow<S>[] = [];
  const place = (parentId: string, depth: number, isCritical: boolean, seen: ReadonlySet<string>): void => {
    const siblings = (byParent.get(parentId) ?? []).filter(({ id }) => !seen.has(id));
    const path = isCritical ? criticalPath(siblings, edges) : new Set<string>();
    for (const span of [...siblings].sort((one, other) => one.start - other.start)) {
      const on = path.has(span.id);
      rows.push({ span, depth, isCritical: on, readyAt: readyAt(span, siblings, edges) });
      place(span.id, depth + 1, on, new Set([...seen, span.id]));
    }
  };
  place(rootId, 0, true, new Set([rootId]));
  return rows;
}

const endOf = ({ end }: Span): number => end ?? Number.POSITIVE_INFINITY;

/** Ids of the runs that determined how long all of them took together. */
export function criticalPath(spans: readonly Span[], edges: readonly WaitsFor[]): Set<string> {
  const path = new Set<string>();
  let current = latest(spans);
  while (current && !path.has(current.id)) {
    path.add(current.id);
    current = latest(awaited(current, spans, edges));
  }
  return path;
}

function latest<S extends Span>(spans: readonly S[]): S | undefined {
  return spans.reduce<S | undefined>(
    (best, span) => (best === undefined || endOf(span) > endOf(best) ? span : best),
    undefined,
  );
}

/** What a run waited for: as the edges say, else whatever had ended when it began. */
function awaited<S extends Span>(span: Span, spans: readonly S[], edges: readonly WaitsFor[]): S[] {
  const ended = spans.filter((other) => other.id !== span.id && endOf(other) <= span.start);
  const sources = new Set(edges.filter(({ to }) => to === span.job).map(({ from }) => from));
  const said = ended.filter(({ job }) => sources.has(job) || job === span.job);
  return said.length > 0 || sources.size > 0 ? said : ended;
}

function readyAt(span: Span, spans: readonly Span[], edges: readonly WaitsFor[]): number {
  const last = latest(awaited(span, spans, edges));
  return last === undefined ? span.start : Math.min(span.start, endOf(last));
}

/** A stretch of time in milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The stretch that `z` asks for, in seconds after the start; all of it when it is none. */
export function readZoom(z: string | null, whole: Stretch): Stretch {
  const [, from, to] = /^(\d{1,8})-(\d{1,8})$/.exec(z ?? '') ?? [];
  if (from === undefined || to === undefined || Number(to) <= Number(from)) return whole;
  const wanted = { from: whole.from + Number(from) * 1000, to: whole.from + Number(to) * 1000 };
  return wanted.from >= whole.to ? whole : { from: wanted.from, to: Math.min(wanted.to, whole.to) };
}

/** `60-180`; null for all of it. */
export function writeZoom({ from, to }: Stretch, whole: Stretch): string | null {
  if (from <= whole.from && to >= whole.to) return null;
  const seconds = (at: number) => Math.round((Math.min(Math.max(at, whole.from), whole.to) - whole.from) / 1000);
  const start = seconds(from);
  return `${String(start)}-${String(Math.max(seconds(to), start + 1))}`;
}

/** A stretch moved or widened about its middle: `factor` 0.5 zooms in, 2 out; `shift` in its own lengths. */
export function changed({ from, to }: Stretch, whole: Stretch, factor: number, shift: number): Stretch {
  const length = Math.min((to - from) * factor, whole.to - whole.from);
  const middle = (from + to) / 2 + shift * (to - from);
  const start = Math.min(Math.max(middle - length / 2, whole.from), whole.to - length);
  return { from: start, to: start + length };
}
