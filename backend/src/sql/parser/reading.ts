import type { Expression, FromItem, Query, RelationSyntax, SelectItem } from '../syntax';

/** The readers of the tree, which need one another: expressions hold queries, queries hold expressions. */
export interface Reading {
  readonly expression: (node: unknown) => Expression;
  readonly query: (node: unknown) => Query;
  readonly relation: (node: unknown) => RelationSyntax;
  readonly from: (clause: unknown, joins: unknown) => readonly FromItem[];
  /** `stars`: offsets of the `*`s among them, in order. */
  readonly items: (nodes: unknown, stars?: readonly number[]) => readonly SelectItem[];
  /** Offsets of the `*`s of the next SELECT, in the order of the text. */
  readonly nextStars: () => readonly number[];
}
