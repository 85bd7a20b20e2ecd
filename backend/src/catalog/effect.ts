import type { EntityManager } from 'typeorm';

/** What happened in the catalog since an effect last looked; at most a batch of it. */
export interface Changes {
  /** Internal ids of the assets that were made, changed, fed by others than before, merged, retired; each once. */
  readonly assetIds: readonly string[];
  /** Number of the last change among them. */
  readonly upTo: string;
}

/**
 * Work that follows from changes of the catalog: propagation, policy evaluation, alerts.
 *
 * It is told which assets changed and recomputes from the state it finds, so being told twice does no harm. What it
 * writes and how far it has read are committed together: an effect is neither lost nor half done.
 */
export interface Effect {
  /** Names its progress in the database: never reuse one. */
  readonly name: string;
  /** Operations of the change log that it does not follow: what it writes there itself. */
  readonly ignores?: readonly string[];
  /** Whose changes it does not follow: what it writes itself, under a name of its own. */
  readonly ignoresActor?: string;
  readonly apply: (tx: EntityManager, changes: Changes) => Promise<void>;
}
