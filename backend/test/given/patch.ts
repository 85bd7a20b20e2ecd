import type { DataSource } from 'typeorm';
import type { AssetStatement, MetadataPatch, PatchSource, Statement } from '../../src/ingestion/metadata-patch';
import { applyPatch, type PatchContext, type PatchCounts } from '../../src/ingestion/upsert';
import type { AssetFacts, ColumnClaim, Spelling } from '../../src/shared/vocabulary';

export const NAMESPACE = 'postgres://db.test:5432';

/** What a source says in one go. */
export interface Said {
  readonly statements: readonly Statement[];
  readonly source?: Partial<PatchSource>;
  /** Day of November 2026. */
  readonly day?: number;
  readonly isComplete?: boolean;
  readonly allowLargeClose?: boolean;
  readonly deliveryId?: string;
}

/** `analytics.public.orders` in the test's namespace, sure of its case. */
export const spelt = (name: string, quoting: Spelling['quoting'] = 'KNOWN'): { spelling: Spelling } => ({
  spelling: { namespace: NAMESPACE, name: name.includes('.') ? name : `analytics.public.${name}`, quoting },
});

/** What one statement says beside its key; `from`: keys that feed it, or spellings when they contain a dot. */
export interface Sketch extends AssetFacts {
  readonly columns?: readonly (string | ColumnClaim)[];
  readonly from?: readonly string[];
  readonly columnsFrom?: readonly string[];
  readonly as?: AssetStatement['subject'];
  readonly aliases?: readonly string[];
}

const columnOf = (column: string | ColumnClaim): ColumnClaim => {
  if (typeof column !== 'string') return column;
  const [path = '', type] = column.split(' ');
  return type === undefined ? { path } : { path, type };
};

const refOf = (name: string): AssetStatement['subject'] => (name.includes('.') ? spelt(name) : { key: name });

/** `orders.id → total`: column `id` of `orders` feeds our `total`. */
function columnEdgeOf(text: string): NonNullable<AssetStatement['columnEdges']>[number] {
  const [upstream = '', downstreamColumn = ''] = text.split(' → ');
  const dot = upstream.lastIndexOf('.');
  return { upstream: refOf(upstream.slice(0, dot)), upstreamColumn: upstream.slice(dot + 1), downstreamColumn };
}

/** A statement about the table of that name; its key is the name. */
export function says(key: string, sketch: Sketch = {}): AssetStatement {
  const { columns, from, columnsFrom, as, aliases, ...facts } = sketch;
  return {
    kind: 'asset',
    key,
    subject: as ?? spelt(key),
    facts,
    ...(columns ? { columns: columns.map(columnOf) } : {}),
    ...(from ? { edges: from.map((name) => ({ upstream: refOf(name) })) } : {}),
    ...(columnsFrom ? { columnEdges: columnsFrom.map(columnEdgeOf) } : {}),
    ...(aliases ? { aliases: aliases.map((name) => spelt(name).spelling) } : {}),
  };
}

export function patchOf({ statements, source, day = 1, isComplete = false }: Said): MetadataPatch {
  async function* stream(): AsyncGenerator<readonly Statement[]> {
    await Promise.resolve();
    yield statements;
  }
  return {
    source: { kind: 'dbt', name: 'shop', scope: NAMESPACE, label: 'dbt project shop', ...source },
    observedAt: new Date(Date.UTC(2026, 10, day)),
    isComplete,
    statements: stream(),
  };
}

/** Applies what a source says, in a transaction of its own. */
export function tell(db: DataSource, said: Said): Promise<Readonly<PatchCounts>> {
  const context: PatchContext = {
    deliveryId: said.deliveryId ?? null,
    actor: 'system',
    allowLargeClose: said.allowLargeClose ?? false,
  };
  return db.transaction(async (tx) => (await applyPatch(tx, patchOf(said), context)).counts);
}
