import type { NamespaceRegistry } from '../../catalog';

/** What applying a patch did, in numbers. Asset counts partition the asset statements by outcome; the rest count rows or claims. */
export interface PatchCounts {
  /** Statements that found an asset already there, by any of its spellings, and said something of it for the first time. */
  matched: number;
  created: number;
  /** Assets made only because something refers to them. */
  stubbed: number;
  /** Statements that turned out to speak of an asset another statement of the same patch speaks of. */
  merged: number;
  /** Statements of this source that differ from what it said before. */
  changed: number;
  unchanged: number;
  /** Assertions closed because the source no longer makes them. */
  closed: number;
  refused: number;
  /** Columns, edges, column edges, rules and results that the patch states. */
  columns: number;
  edges: number;
  columnEdges: number;
  rules: number;
  results: number;
  /** Rows inserted, updated or deleted in lasting tables, delivery items apart; 0 when nothing is new. */
  rowsWritten: number;
}

export interface PatchOutcome {
  readonly counts: Readonly<PatchCounts>;
}

export interface PatchContext {
  /** Internal id of the delivery; null when nobody reads a report (mutations). */
  readonly deliveryId: string | null;
  /** As in the audit log: `person:<uuid>`, `token:<uuid>`, `system`. */
  readonly actor: string;
  /** Lets a complete patch close more than a fifth of what its source said. */
  readonly allowLargeClose: boolean;
  /** As the caller has read it in this transaction; else it is read. */
  readonly registry?: NamespaceRegistry | undefined;
}

/** All counts at zero. */
export const noCounts = (): PatchCounts => ({
  matched: 0,
  created: 0,
  stubbed: 0,
  merged: 0,
  changed: 0,
  unchanged: 0,
  closed: 0,
  refused: 0,
  columns: 0,
  edges: 0,
  columnEdges: 0,
  rules: 0,
  results: 0,
  rowsWritten: 0,
});
