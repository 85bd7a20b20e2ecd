import type { Facets } from '../../../shared/pipeline-event';
import type { AssetStatement, ColumnEdgeClaim, EdgeClaim } from '../../metadata-patch';
import { columnLineage, type ColumnOrigin } from './column-lineage';
import { explicitLineage } from './explicit-lineage';
import { refOf } from './ref-of';

/**
 * Edges into a dataset that is described without a job: what its `lineage` facet says, else its `columnLineage`. Empty
 * when it carries neither: it says nothing of lineage.
 */
export function declaredOrigins({
  lineage,
  columnLineage: byColumn,
}: Facets): Pick<AssetStatement, 'edges' | 'columnEdges'> {
  if (lineage !== undefined) {
    const [said] = explicitLineage({ ...lineage, entries: undefined });
    const edges = (said?.inputs ?? []).flatMap(({ from, kind }): EdgeClaim[] =>
      from.place === null ? [] : [{ upstream: refOf(from.place, from.kind), kind }],
    );
    return { edges, columnEdges: columnClaims(said?.columns ?? []) };
  }
  if (byColumn === undefined) return {};
  const { columns, whole } = columnLineage(byColumn);
  const edges = [
    ...columns.map(({ from, kind }): EdgeClaim => ({ upstream: refOf(from), kind })),
    ...whole.map((from): EdgeClaim => ({ upstream: refOf(from), kind: 'INDIRECT' })),
  ];
  return { edges, columnEdges: columnClaims(columns) };
}

const columnClaims = (columns: readonly ColumnOrigin[]): ColumnEdgeClaim[] =>
  columns.map(({ from, column, toColumn, kind, subtype, masking }) => ({
    upstream: refOf(from),
    upstreamColumn: column,
    downstreamColumn: toColumn,
    kind,
    subtype,
    masking,
  }));
