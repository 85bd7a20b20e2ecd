/** A node to place. All nodes are CARD_WIDTH wide; `sortKey` decides ties, `group` keeps neighbours in a column together. */
export interface LayoutNode {
  readonly id: string;
  readonly height: number;
  readonly sortKey: string;
  /** The key of its group, `column:label`. */
  readonly group: string | null;
  /** Whose place it may take: of its group that was closed, or of its members that were open. */
  readonly instead: readonly string[];
  /** Stands below its siblings and gives way to new ones: a counted stand-in. */
  readonly isFollower: boolean;
}

export interface LayoutEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The centre of a node, the column it stands in and its height. */
export interface Place extends Point {
  readonly rank: number;
  readonly height: number;
}

/** A column of cards; a wide one is wrapped into several beside each other. */
export interface Column {
  readonly rank: number;
  readonly left: number;
  readonly right: number;
}

export type FrameKind = 'cycle' | 'group';

/** A titled box around cards of one column; `label` is the group's name, empty for a cycle. */
export interface Frame {
  readonly id: string;
  readonly kind: FrameKind;
  readonly label: string;
  /** The key of the group; null for a cycle. */
  readonly group: string | null;
  readonly members: readonly string[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LayoutRequest {
  /** Columns count from here; null ranks by the longest path from the sources. */
  readonly focus: string | null;
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** The picture on screen: what it places stays where it is. Null lays out everything afresh. */
  readonly prior: Layout | null;
}

/** Where everything stands. `waypoints` are points an edge passes between its ends, only for edges that need them. */
export interface Layout {
  readonly places: Readonly<Record<string, Place>>;
  readonly columns: readonly Column[];
  readonly frames: readonly Frame[];
  readonly waypoints: Readonly<Record<string, readonly Point[]>>;
}

export const CARD_WIDTH = 240;
export const CARD_HEIGHT = 56;
export const ROW_GAP = 16;
export const COLUMN_GAP = 112;
/** Between the sub-columns of a wrapped column. */
export const SUB_GAP = 40;
/** More cards than this in one column wrap into sub-columns. */
export const WRAP_AFTER = 24;
export const LANE_HEIGHT = 8;
/** Edges over more columns than this run along the outer bus, not between the cards. */
export const MAX_LANES = 4;
export const FRAME_PADDING = 12;
export const FRAME_TITLE = 28;
