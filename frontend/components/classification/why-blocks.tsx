import { AssetLink } from '../asset/asset-link';
import { TimeAgo } from '../text/time-ago';
import type { Block } from './why-types';
import styles from './why.module.css';

interface WhyBlocksProps {
  readonly blocks: readonly Block[];
  /** Asks whether an edge is to be opened again; null for those who may not. */
  readonly onOpen: ((block: Block) => void) | null;
}

/** Edges into the column that a steward has closed. */
export function WhyBlocks({ blocks, onOpen }: WhyBlocksProps) {
  if (blocks.length === 0) return null;
  return (
    <section>
      <p className={styles['head']}>Closed by a steward</p>
      <ul className={styles['list']} aria-label="Closed by a steward">
        {blocks.map((block) => (
          <li key={`${block.parent.id}${block.parentColumn}`} className={styles['word']}>
            <span className={styles['line']}>
              {block.categories.length === 0 ? 'Nothing' : `No ${block.categories.join(', ')}`} follows from
              <AssetLink asset={block.parent} />
              <code>{block.parentColumn}</code>
              <span className="muted">
                <TimeAgo at={block.createdAt} />
              </span>
              {onOpen && (
                <button
                  type="button"
                  className={styles['close']}
                  onClick={() => {
                    onOpen(block);
                  }}
                >
                  Open again
                </button>
              )}
            </span>
            <span className="subtle">{block.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
