'use client';

import { useEffect, useState } from 'react';
import { Icon } from '../icon';
import styles from './toasts.module.css';

/** A short word at the edge of the page; stays ten seconds when it can be undone. */
export interface Toast {
  readonly message: string;
  readonly tone?: 'done' | 'failed';
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ShownToast extends Toast {
  readonly id: number;
}

const EVENT = 'tributary:toast';
let nextId = 1;

/** Says something to the reader from anywhere in the browser. */
export function showToast(toast: Toast): void {
  window.dispatchEvent(new CustomEvent<Toast>(EVENT, { detail: toast }));
}

/** Where toasts appear; read out politely. */
export function Toasts() {
  const [shown, setShown] = useState<readonly ShownToast[]>([]);
  const drop = (id: number) => {
    setShown((toasts) => toasts.filter((toast) => toast.id !== id));
  };
  useEffect(() => {
    const onToast = (event: Event): void => {
      const toast = { ...(event as CustomEvent<Toast>).detail, id: nextId++ };
      setShown((toasts) => [...toasts.slice(-3), toast]);
      setTimeout(
        () => {
          drop(toast.id);
        },
        toast.action ? 10_000 : 4_000,
      );
    };
    window.addEventListener(EVENT, onToast);
    return () => {
      window.removeEventListener(EVENT, onToast);
    };
  }, []);
  return (
    <div className={styles['stack']} role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastCard
          key={toast.id}
          toast={toast}
          onClose={() => {
            drop(toast.id);
          }}
        />
      ))}
    </div>
  );
}

function ToastCard({ toast, onClose }: { readonly toast: ShownToast; readonly onClose: () => void }) {
  const { action } = toast;
  const act = () => {
    action?.run();
    onClose();
  };
  return (
    <div className={styles['toast']} data-tone={toast.tone ?? 'done'}>
      <Icon name={toast.tone === 'failed' ? 'warning' : 'check'} className={styles['sign']} />
      <span>{toast.message}</span>
      {action && (
        <button type="button" className={styles['action']} onClick={act}>
          {action.label}
        </button>
      )}
      <button type="button" className={styles['close']} onClick={onClose} aria-label="Dismiss">
        <Icon name="close" size={12} />
      </button>
    </div>
  );
}
