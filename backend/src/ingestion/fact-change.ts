import { isDeepStrictEqual } from 'node:util';

interface SaidColumn {
  readonly path: string;
}
interface Facts {
  readonly columns?: readonly SaidColumn[];
}
type State = Readonly<Record<string, unknown>>;

/** What an audit entry says of a change; null where there was, or is, nothing of it. */
export interface FactChange {
  readonly before: State | null;
  readonly after: State | null;
}

/**
 * Two states of what one source says of one asset, cut down to what differs: fields, and of its columns only those. Null:
 * nothing does.
 */
export function factChange(before: Facts | undefined, after: Facts | undefined): FactChange | null {
  const change = { before: differing(before, after), after: differing(after, before) };
  const isNothing = [change.before, change.after].every((state) => state !== null && Object.keys(state).length === 0);
  return isNothing ? null : change;
}

function differing(state: Facts | undefined, other: Facts | undefined): State | null {
  if (state === undefined) return null;
  const there = new Map<string, unknown>(Object.entries(other ?? {}));
  const fields = Object.entries(state).filter(
    ([field, value]) => field !== 'columns' && !isDeepStrictEqual(value, there.get(field)),
  );
  const known = new Map(other?.columns?.map((column) => [column.path, column]));
  const columns = state.columns?.filter((column) => !isDeepStrictEqual(column, known.get(column.path))) ?? [];
  return { ...Object.fromEntries(fields), ...(columns.length > 0 ? { columns } : {}) };
}
