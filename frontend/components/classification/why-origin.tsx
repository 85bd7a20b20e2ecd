'use client';

import { ClassificationChips } from '../asset/classification-chip';
import { ColumnPath } from '../asset/column-path';
import { hopsOf, type HopEdge } from '../asset/hops';
import { counted } from '../text/numbers';
import type { Edge, Origin } from './why-types';
import styles from './why.module.css';

interface WhyOriginProps {
  readonly origin: Origin;
  readonly edges: readonly HopEdge[];
  /** Its way is drawn at once. */
  readonly isOpen: boolean;
  /** Asks whether an edge is to be closed; null for those who may not. */
  readonly onBlock: ((edge: Edge) => void) | null;
}

/** A classified column from which something follows: what arrives, and by which way. */
export function WhyOrigin({ origin, edges, isOpen, onBlock }: WhyOriginProps) {
  const { asset, column, level, categories, path, otherPaths, isPseudonymised } = origin;
  const closeAt = (index: number) => onBlock && <CloseHere path={path} index={index} onBlock={onBlock} />;
  return (
    <li>
      <details open={isOpen}>
        <summary className={styles['summary']}>
          <ClassificationChips classification={{ level: level ?? null, categories, derived: false }} />
          <span className="muted">
            from {asset.displayName}.{column}
            {isPseudonymised && ', behind a hash or token'}
            {categories.length === 0 && ', behind a mask'}
          </span>
        </summary>
        <ColumnPath
          path={path}
          label={`Way from ${asset.displayName}.${column}`}
          hops={hopsOf(path, edges)}
          noteAt={closeAt}
        />
        <OtherWays count={otherPaths} />
      </details>
    </li>
  );
}

function OtherWays({ count }: { readonly count: number }) {
  if (count === 0) return null;
  const words = count >= MOST_COUNTED ? `${String(MOST_COUNTED)} or more other ways` : counted(count, 'other way');
  return <p className="subtle">{words} from the same column</p>;
}

interface CloseHereProps {
  readonly path: Origin['path'];
  readonly index: number;
  readonly onBlock: (edge: Edge) => void;
}

function CloseHere({ path, index, onBlock }: CloseHereProps) {
  const [from, to] = [path[index], path[index + 1]];
  if (!from?.column || !to?.column) return null;
  const edge = { parentAssetId: from.asset.id, parentColumn: from.column, assetId: to.asset.id, column: to.column };
  return (
    <button
      type="button"
      className={styles['close']}
      onClick={() => {
        onBlock(edge);
      }}
    >
      Let nothing pass here<span className="hidden-visually"> on to {to.asset.displayName}</span>
    </button>
  );
}

/** The API counts no further. */
const MOST_COUNTED = 99;
