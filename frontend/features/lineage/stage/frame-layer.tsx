import { count as digits } from '../../../components/text/numbers';
import type { Frame } from '../graph/layout/layout-types';
import styles from './stage.module.css';

interface FrameLayerProps {
  readonly frames: readonly Frame[];
  /** Keys of the groups that can be closed: the frame around the focus alone is none. */
  readonly groups: readonly string[];
  /** Closes an open group into one counted card. */
  readonly onClose: (group: string) => void;
}

/** Titled boxes behind the cards: groups of one column, and cycles. */
export function FrameLayer({ frames, groups, onClose }: FrameLayerProps) {
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
      <FrameTitle
        frame={frame}
        onClose={frame.group !== null && groups.includes(frame.group) ? () => onClose(frame.group ?? '') : null}
      />
    </div>
  ));
}

interface FrameTitleProps {
  readonly frame: Frame;
  readonly onClose: (() => void) | null;
}

function FrameTitle({ frame, onClose }: FrameTitleProps) {
  const title = titleOf(frame);
  if (onClose === null) return <span className={styles['frameTitle']}>{title}</span>;
  return (
    <button
      type="button"
      className={styles['frameTitle']}
      aria-label={`Close group ${title}`}
      title="Close the group"
      onClick={onClose}
    >
      ▾ {title}
    </button>
  );
}

function titleOf({ kind, label, members }: Frame): string {
  const count = digits(members.length);
  return kind === 'cycle' ? `cycle (${count})` : `${label} · ${count}`;
}
