import type { CasePolicy, NamespaceAlias } from './identity';

/** A place that names are unique in, and what administrators know about it; null: nobody said. */
export interface Namespace {
  readonly id: string;
  readonly name: string;
  readonly platform: string;
  /** Another machine to everybody who says it: localhost and the like. */
  readonly isWeak: boolean;
  readonly environment: string | null;
  readonly region: string | null;
  /** Fill leading parts that names leave out. */
  readonly defaultDatabase: string | null;
  readonly defaultSchema: string | null;
  readonly casePolicy: CasePolicy;
  readonly owner: string | null;
  readonly assetCount: number;
}

/** Namespaces in order of name; `endCursor` null: there are no more. */
export interface NamespacePage {
  readonly total: number;
  readonly nodes: readonly Namespace[];
  readonly endCursor: string | null;
}

/** What new rules for namespaces did to what was known. */
export interface Recanonicalization {
  /** Spellings that got another canonical form. */
  readonly renamed: number;
  /** Assets that turned out to be another one. */
  readonly merged: number;
  /** What was left to people, one sentence each. */
  readonly notes: readonly string[];
}

export interface StoredAlias extends NamespaceAlias {
  readonly id: string;
  /** Only of an alias that has just been added. */
  readonly effect?: Recanonicalization;
}
