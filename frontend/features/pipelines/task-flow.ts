/** A task with what it reads and writes. */
export interface FlowTask {
  readonly namespace: string;
  readonly name: string;
  readonly inputs: readonly { readonly namespace: string; readonly name: string }[];
  readonly outputs: readonly { readonly namespace: string; readonly name: string }[];
}

interface JobName {
  readonly namespace: string;
  readonly name: string;
}

/** Order of work as a scheduler says it. */
export interface ControlEdge {
  readonly upstream?: JobName | null;
  readonly downstream?: JobName | null;
}

/** One task before another; both kinds at once where a scheduler's order carries data too. */
export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly isControl: boolean;
  readonly isData: boolean;
}

/** Tells jobs and datasets apart. */
export const keyOf = ({ namespace, name }: JobName): string => `${namespace} ${name}`;

/**
 * What connects tasks: the order that the scheduler keeps, and what one writes and another reads.
 *
 * Edges to what is none of the tasks are left out. O(tasks + edges + what they read).
 */
export function flowEdges(tasks: readonly FlowTask[], control: readonly ControlEdge[]): FlowEdge[] {
  const known = new Set(tasks.map(keyOf));
  const edges = new Map<string, FlowEdge>();
  const add = (from: string, to: string, kind: 'isControl' | 'isData') => {
    if (from === to || !known.has(from) || !known.has(to)) return;
    const key = JSON.stringify([from, to]);
    edges.set(key, { from, to, isControl: false, isData: false, ...edges.get(key), [kind]: true });
  };
  for (const { upstream, downstream } of control)
    if (upstream && downstream) add(keyOf(upstream), keyOf(downstream), 'isControl');
  const writers = writersOf(tasks);
  for (const task of tasks)
    for (const input of task.inputs)
      for (const writer of writers.get(keyOf(input)) ?? []) add(writer, keyOf(task), 'isData');
  return [...edges.values()];
}

function writersOf(tasks: readonly FlowTask[]): Map<string, string[]> {
  const writers = new Map<string, string[]>();
  for (const task of tasks)
    for (const output of task.outputs) {
      const place = keyOf(output);
      writers.set(place, [...(writers.get(place) ?? []), keyOf(task)]);
    }
  return writers;
}

/** Where a task stands: columns from the left, rows from the top. */
export interface Cell {
  readonly column: number;
  readonly row: number;
}

/**
 * Columns so that every edge points to the right, rows in the order of the tasks; edges of a circle are let go.
 *
 * Pure: the same tasks and edges always get the same cells.
 */
export function layOut(keys: readonly string[], edges: readonly FlowEdge[]): Map<string, Cell> {
  const sources = new Map<string, string[]>();
  for (const { from, to } of edges) sources.set(to, [...(sources.get(to) ?? []), from]);
  const columns = new Map<string, number>();
  const columnOf = (key: string, path: ReadonlySet<string>): number => {
    const known = columns.get(key);
    if (known !== undefined) return known;
    const before = (sources.get(key) ?? []).filter((source) => !path.has(source));
    const column = Math.max(-1, ...before.map((source) => columnOf(source, new Set([...path, source])))) + 1;
    columns.set(key, column);
    return column;
  };
  const filled = new Map<number, number>();
  return new Map(
    keys.map((key) => {
      const column = columnOf(key, new Set([key]));
      const row = filled.get(column) ?? 0;
      filled.set(column, row + 1);
      return [key, { column, row }];
    }),
  );
}

/** What all names begin with, up to a dot: the name of their DAG or project; empty for a name alone. */
export function sharedPrefix(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length < 2) return '';
  let length = 0;
  while (length < first.length && names.every((name) => name[length] === first[length])) length += 1;
  return first.slice(0, first.slice(0, length).lastIndexOf('.') + 1);
}
