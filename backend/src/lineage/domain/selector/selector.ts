/** What a term looks at; `name` is meant when none is written. */
export const METHODS = ['name', 'tag', 'type', 'layer', 'owner', 'namespace', 'source', 'exposure', 'metric'] as const;
export type Method = (typeof METHODS)[number];

/** One term: assets by a value, and how far to go from them. */
export interface Term {
  readonly method: Method;
  /** With `*`, `?` and `[…]` as wildcards. */
  readonly value: string;
  /** Steps towards the sources; 0 for none, null for all of them. */
  readonly up: number | null;
  readonly down: number | null;
  /** Also everything that feeds what lies downstream (`@`). */
  readonly hasAllParents: boolean;
}

/** Assets that are in all of several terms. */
export type Intersection = readonly Term[];

/** Assets in any of `include`, without those in any of `exclude`. */
export interface Selector {
  readonly include: readonly Intersection[];
  readonly exclude: readonly Intersection[];
}

/** Where in the text a mistake is, and which; `end` is exclusive. */
export class SelectorError extends Error {
  constructor(
    message: string,
    readonly start: number,
    readonly end: number,
  ) {
    super(message);
  }
}
