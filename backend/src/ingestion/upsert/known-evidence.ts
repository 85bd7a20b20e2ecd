import type { EntityManager } from 'typeorm';
import { findSource, type KnownSource } from '../../catalog';
import type { MetadataPatch } from '../metadata-patch';

/** What the catalog knows of a patch's source, and of the one that tells the whole of it, before the patch is read. */
export interface KnownEvidence {
  /** Null when the source has never said anything. */
  readonly sourceId: number | null;
  /** Evidence time of its last complete document, milliseconds since 1970; null when there was none. */
  readonly lastObservedAt: number | null;
  /** Source whose complete document is later than a patch of parts: only keys that it says can be spoken of. Null when none is. */
  readonly decidedBy: number | null;
  /** The source's own complete document is later than this partial patch: it says which rules there are. */
  readonly areRulesOutdated: boolean;
}

/** Reads the evidence; again under the write lock, it tells whether another document came in between. */
export async function readEvidence(tx: EntityManager, patch: MetadataPatch): Promise<KnownEvidence> {
  const { source, fullerKind, isComplete, observedAt } = patch;
  const known = await findSource(tx, source);
  const fuller = fullerKind === undefined ? null : await findSource(tx, { ...source, kind: fullerKind });
  return {
    ...(known
      ? { sourceId: known.id, lastObservedAt: known.lastObservedAt }
      : { sourceId: null, lastObservedAt: null }),
    decidedBy: isLater(fuller, observedAt) ? fuller.id : null,
    areRulesOutdated: !isComplete && isLater(known, observedAt),
  };
}

/** Whether the source's last complete document was made after the moment. */
function isLater(source: KnownSource | null, moment: Date): source is KnownSource {
  return source !== null && source.lastObservedAt !== null && source.lastObservedAt > moment.getTime();
}
