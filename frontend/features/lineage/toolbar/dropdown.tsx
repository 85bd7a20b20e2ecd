'use client';

import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react';
import styles from './toolbar.module.css';

interface DropdownProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What the panel hangs on. */
  readonly anchor: ReactNode;
  readonly width: number;
  /** Which edges of anchor and panel are in line, and on which side the panel opens. */
  readonly side?: 'below' | 'below-end' | 'above';
  readonly children: ReactNode;
}

/** A panel on its anchor; a press elsewhere and Escape close it. The anchor keeps the focus and may do with it what it likes. */
export function Dropdown({ isOpen, onClose, anchor, width, side = 'below', children }: DropdownProps) {
  const root = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (!isOpen) return;
    const onPress = (event: PointerEvent): void => {
      if (!root.current?.contains(event.target as Node)) close();
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, [isOpen]);
  return (
    <div
      ref={root}
      className={styles['anchor']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
        event.stopPropagation();
        onClose();
      }}
    >
      {anchor}
      {isOpen && (
        <div ref={keepInside} className={styles['dropdown']} data-side={side} style={{ width }}>
          {children}
        </div>
      )}
    </div>
  );
}

/** Pixels that a panel keeps from the borders of the window. */
const MARGIN = 12;

/** Moves a panel that would reach beyond the window back into it. */
function keepInside(panel: HTMLDivElement | null): void {
  if (!panel) return;
  const { left, right } = panel.getBoundingClientRect();
  const over = Math.min(Math.max(0, right + MARGIN - innerWidth), Math.max(0, left - MARGIN));
  if (over > 0) panel.style.translate = `${String(-over)}px`;
}

interface DropdownButtonProps extends Pick<DropdownProps, 'width' | 'side' | 'children'> {
  readonly label: ReactNode;
  readonly testId?: string;
  readonly className?: string | undefined;
}

/** A button that opens a panel of controls. */
export function DropdownButton({ label, testId, className, width, side = 'below', children }: DropdownButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const button = (
    <button
      type="button"
      className={className ?? styles['button']}
      aria-expanded={isOpen}
      aria-controls={id}
      onClick={() => setOpen(!isOpen)}
      data-testid={testId}
    >
      {label}
    </button>
  );
  return (
    <Dropdown isOpen={isOpen} onClose={() => setOpen(false)} anchor={button} width={width} side={side}>
      <div id={id}>{children}</div>
    </Dropdown>
  );
}
