'use client';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice } from '../states/notice';
import { Dialog } from './dialog';
import styles from './form-dialog.module.css';

interface FormDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** On the button that does it. */
  readonly verb: string;
  readonly isBusy: boolean;
  readonly problem: string | null;
  readonly onSubmit: (fields: FormData) => void;
  readonly children: ReactNode;
}

/** A dialog that is a form: Enter does it, Esc leaves it, a refusal stays above the fields. */
export function FormDialog({ isOpen, onClose, title, verb, isBusy, problem, onSubmit, children }: FormDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} width={440}>
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        {problem !== null && (
          <div role="alert">
            <Notice tone="fail">{problem}</Notice>
          </div>
        )}
        {children}
        <div className={styles['buttons']}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" loading={isBusy}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A field's text without blanks around it; null when it is empty. */
export function textOf(fields: FormData, name: string): string | null {
  const value = fields.get(name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}
