'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { Icon } from '../icon';
import styles from './details-panel.module.css';

const NARROWEST = 320;
const WIDEST = 640;
const STEP = 24;

interface DetailsPanelProps {
  readonly title: ReactNode;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What is selected, beside the page; its border can be dragged, or moved with the arrow keys. */
export function DetailsPanel({ title, label, onClose, children }: DetailsPanelProps) {
  const [width, setWidth] = useState(400);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !document.querySelector('dialog[open]')) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('keydown', onKey);
    };
  }, [onClose]);
  const resize = (next: number) => {
    setWidth(Math.min(WIDEST, Math.max(NARROWEST, next)));
  };
  return (
    <aside ref={panel} className={styles['panel']} style={{ width }} aria-label={label}>
      <ResizeHandle width={width} onResize={resize} edgeOf={() => panel.current?.getBoundingClientRect().right ?? 0} />
      <header className={styles['head']}>
        <div className={styles['title']}>{title}</div>
        <button type="button" className={styles['close']} onClick={onClose} aria-label="Close details">
          <Icon name="close" />
        </button>
      </header>
      <div className={styles['body']}>{children}</div>
    </aside>
  );
}

interface ResizeHandleProps {
  readonly width: number;
  readonly onResize: (width: number) => void;
  readonly edgeOf: () => number;
}

function ResizeHandle({ width, onResize, edgeOf }: ResizeHandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onResize(width + step);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) onResize(edgeOf() - event.clientX);
  };
  return (
    <div
      className={styles['handle']}
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the details"
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
    />
  );
}
