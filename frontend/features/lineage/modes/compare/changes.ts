import type { Change, Scene } from '../../graph/graph';

/** One line of the list beside a compared graph. */
export interface ListedChange {
  readonly key: string;
  readonly difference: Exclude<Change['difference'], 'UNCHANGED'>;
  readonly what: 'asset' | 'edge';
  /** What a click leads to: the asset, or where an edge arrives. */
  readonly id: string;
  readonly label: string;
  readonly columns: Change['columns'];
  readonly cause: Change['cause'];
}

const ORDER = { REMOVED: 0, CHANGED: 1, ADDED: 2 } as const;

/** Everything that is not as before: what went, what became another, what came; assets before edges, by name. */
export function changesIn({ nodes, edges }: Scene): ListedChange[] {
  const nameOf = (id: string): string => nodes.get(id)?.asset.displayName ?? id;
  const assets = [...nodes.values()].flatMap(({ id, change }) =>
    listed(change, { key: id, what: 'asset', id, label: nameOf(id) }),
  );
  const lines = [...edges.values()].flatMap(({ id: key, source, target, change }) =>
    listed(change, { key, what: 'edge', id: target, label: `${nameOf(source)} → ${nameOf(target)}` }),
  );
  return [...assets, ...lines].sort(
    (a, b) =>
      ORDER[a.difference] - ORDER[b.difference] ||
      Number(a.what === 'edge') - Number(b.what === 'edge') ||
      (a.label < b.label ? -1 : 1),
  );
}

function listed(change: Change | undefined, line: Pick<ListedChange, 'key' | 'what' | 'id' | 'label'>): ListedChange[] {
  if (!change || change.difference === 'UNCHANGED') return [];
  return [{ ...line, difference: change.difference, columns: change.columns, cause: change.cause }];
}

/** "1 added, 2 removed" of a list; empty when nothing changed. */
export function countWords(changes: readonly ListedChange[]): string {
  return (['ADDED', 'REMOVED', 'CHANGED'] as const)
    .map((difference) => [changes.filter((change) => change.difference === difference).length, difference] as const)
    .filter(([count]) => count > 0)
    .map(([count, difference]) => `${String(count)} ${difference.toLowerCase()}`)
    .join(', ');
}
