'use client';

import { useEffect, useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Icon } from '../icon';
import styles from './dialog.module.css';

interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly width?: number;
  /** For dialogs whose first line is an input: the title is only read out. */
  readonly isTitleHidden?: boolean;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it traps focus, closes on Esc and gives focus back. */
export function Dialog({ isOpen, onClose, title, width = 480, isTitleHidden = false, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = element.current;
    if (isOpen && dialog && !dialog.open) dialog.showModal();
    if (!isOpen) dialog?.close();
  }, [isOpen]);
  useLayoutEffect(() => {
    const dialog = element.current;
    return () => dialog?.close(); // taken off while open: focus still goes back to where it was
  }, []);
  return (
    <dialog
      ref={element}
      className={styles['dialog']}
      style={{ width }}
      aria-labelledby={titleId}
      onClose={onClose}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {isOpen && (
        <div className={styles['body']}>
          <header className={isTitleHidden ? 'hidden-visually' : styles['head']}>
            <h2 id={titleId}>{title}</h2>
            {!isTitleHidden && (
              <button type="button" className={styles['close']} onClick={onClose} aria-label="Close">
                <Icon name="close" />
              </button>
            )}
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
