import type { Asset, Column, FacetValue } from '../catalog';
import type { EdgeKind, EdgeSubtype } from '../shared/vocabulary';
import type { Direction, Omission } from './domain/omission';

/** What is asked of the lineage engine. */
export interface LineageQuestion {
  readonly direction: Direction;
  /** 0..25 */
  readonly depth: number;
  /** Null for today. */
  readonly at: Date | null;
  /** 1..5,000, the root included. */
  readonly maxNodes: number;
  /** Neighbours followed of one asset; null for all. */
  readonly fanOut: number | null;
}

export interface LineageNode {
  readonly asset: Asset;
  /** Edges on the shortest way from the root; 0 is the root. */
  readonly distance: number;
  /** Side of the root on which that shortest way lies; BOTH for the root and for equal ways on both sides. */
  readonly direction: Direction;
  readonly hiddenUpstream: number;
  readonly hiddenDownstream: number;
}

export interface LineageEdge {
  readonly upstreamId: string;
  readonly downstreamId: string;
  /** DIRECT when any source says so. */
  readonly kind: EdgeKind;
  readonly jobs: readonly Asset[];
  readonly sources: readonly string[];
  readonly transformation: string | null;
}

export interface LineageGraph {
  readonly root: Asset;
  /** The moment that was asked about; null for today. */
  readonly at: Date | null;
  /** Number of the last change of the graph that the answer includes; null when the tables gave it. */
  readonly currentTo: string | null;
  readonly nodes: readonly LineageNode[];
  readonly edges: readonly LineageEdge[];
  readonly complete: boolean;
  readonly omitted: readonly Omission[];
}

/** Which direct neighbours of an asset are wanted. */
export interface NeighbourQuestion {
  readonly direction: Direction;
  /** Part of the name, whatever the case; empty for all. */
  readonly text: string;
  /** 1..100 */
  readonly first: number;
  /** endCursor of the page before; null for the first page. */
  readonly after: string | null;
}

export interface NeighbourPage {
  readonly total: number;
  readonly nodes: readonly Asset[];
  readonly types: readonly FacetValue[];
  readonly endCursor: string | null;
}

/** What is asked about a column. */
export interface ColumnQuestion {
  readonly direction: Direction;
  /** 0..25 */
  readonly depth: number;
  /** Null for today. */
  readonly at: Date | null;
  /** Only edges of this kind; null for both. */
  readonly kind: EdgeKind | null;
}

/** An asset that is reached as a whole: over assets of whose columns nothing is known. */
export interface WholeAsset {
  readonly asset: Asset;
  readonly distance: number;
  readonly direction: Direction;
}

/** A step of the walk over whole assets. */
export interface WholeEdge {
  /** Public ids. */
  readonly upstreamId: string;
  readonly downstreamId: string;
  readonly kind: EdgeKind;
}

export interface ColumnNode {
  readonly asset: Asset;
  readonly column: string;
  readonly details: Column;
  readonly distance: number;
}

export interface ColumnEnd {
  readonly assetId: string;
  readonly column: string;
}

export interface ColumnEdge {
  readonly upstream: ColumnEnd;
  readonly downstream: ColumnEnd;
  readonly kind: EdgeKind;
  readonly subtype: EdgeSubtype;
  readonly masking: boolean;
}

export interface ColumnLineageGraph {
  readonly nodes: readonly ColumnNode[];
  readonly edges: readonly ColumnEdge[];
  readonly assets: readonly WholeAsset[];
  readonly assetEdges: readonly WholeEdge[];
  readonly complete: boolean;
  readonly omitted: readonly Omission[];
}
