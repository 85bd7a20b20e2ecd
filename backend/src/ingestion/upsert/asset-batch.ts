import type { EntityManager } from 'typeorm';
import {
  stageAliases,
  stageCode,
  stageRefs,
  stageStatements,
  type StagedAlias,
  type StagedCode,
  type StagedRef,
  type StagedStatement,
} from '../../catalog';
import { stageColumnEdges, stageEdges, type StagedColumnEdge, type StagedEdge } from '../../lineage';
import type { ColumnEdgeClaim } from '../metadata-patch';

/** What was staged beside the asset statements of a patch. */
export interface AssetExtent {
  readonly aliases: number;
  readonly code: number;
  /** Edges and column edges. */
  readonly edges: number;
  /** Statements that their source has said before in the same words. */
  readonly passed: number;
}

/** Rows of one batch of asset statements, on their way into the staging tables. */
export class AssetBatch {
  readonly statements: StagedStatement[] = [];
  readonly aliases: StagedAlias[] = [];
  readonly code: StagedCode[] = [];
  readonly edges: StagedEdge[] = [];
  readonly columnEdges: StagedColumnEdge[] = [];

  /** Writes them; `refs`: what they are the first to name. */
  async stage(tx: EntityManager, refs: readonly StagedRef[]): Promise<void> {
    await stageRefs(tx, refs);
    await stageStatements(tx, this.statements);
    await stageAliases(tx, this.aliases);
    await stageCode(tx, this.code);
    await stageEdges(tx, this.edges);
    await stageColumnEdges(tx, this.columnEdges);
  }
}

/** What an edge does to the value. */
export function wayOf(
  edge: ColumnEdgeClaim,
): Pick<StagedColumnEdge, 'kind' | 'subtype' | 'masking' | 'function' | 'masking_kind'> {
  return {
    kind: edge.kind ?? 'DIRECT',
    subtype: edge.subtype ?? 'IDENTITY',
    masking: edge.masking ?? false,
    function: edge.function ?? null,
    masking_kind: edge.maskingKind ?? null,
  };
}
