const KEY = 'tributary-explorer';
const MOST = 20;

/** What was run before on this machine, newest first; never answers. */
export interface PastQuery {
  readonly query: string;
  readonly variables: string;
}

export function readHistory(): readonly PastQuery[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? (stored as PastQuery[]) : [];
  } catch {
    return []; // written by something else: start anew
  }
}

export function remember(entry: PastQuery): readonly PastQuery[] {
  const others = readHistory().filter((past) => past.query !== entry.query || past.variables !== entry.variables);
  const history = [entry, ...others].slice(0, MOST);
  localStorage.setItem(KEY, JSON.stringify(history));
  return history;
}
