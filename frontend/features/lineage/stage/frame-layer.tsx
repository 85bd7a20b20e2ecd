import type { Frame } from '../graph/layout/layout-types';
import styles from './stage.module.css';

/** Titled boxes behind the cards: groups of one column, and cycles. */
export function FrameLayer({ frames }: { readonly frames: readonly Frame[] }) {
  return frames.map((frame) => (
    <div
      key={frame.id}
      className={styles['frame']}
      data-kind={frame.kind}
      data-testid={`frame-${frame.kind}`}
      style={{ left: frame.left, top: frame.top, width: frame.right - frame.left, height: frame.bottom - frame.top }}
      title={
        frame.kind === 'cycle'
          ? 'These assets feed one another: each is upstream and downstream of the others.'
          : undefined
      }
    >
      <span className={styles['frameTitle']}>{titleOf(frame)}</span>
    </div>
  ));
}

function titleOf({ kind, label, members }: Frame): string {
  const count = members.length.toLocaleString('en');
  return kind === 'cycle' ? `cycle (${count})` : `${label} · ${count}`;
}
