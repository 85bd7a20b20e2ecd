'use client';

import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Notice } from '../states/notice';
import { Dialog } from './dialog';
import styles from './form-dialog.module.css';
import { useAction } from './use-action';

interface FormDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** On the button that does it. */
  readonly verb: string;
  /** Does it; a refusal is shown above the fields and leaves the dialog open. */
  readonly submit: (fields: FormData) => Promise<unknown>;
  /** Whether the button may be pressed, beyond what the fields themselves require. */
  readonly isReady?: boolean;
  readonly width?: number;
  /** Said when it was done. */
  readonly done?: string;
  readonly children: ReactNode;
}

/** A dialog that is a form: Enter does it, Esc leaves it, a refusal stays above the fields. */
export function FormDialog({ isOpen, onClose, title, width = 440, ...form }: FormDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} width={width}>
      <DialogForm onClose={onClose} {...form} />
    </Dialog>
  );
}

function DialogForm({
  onClose,
  verb,
  isReady = true,
  submit,
  done,
  children,
}: Omit<FormDialogProps, 'isOpen' | 'title' | 'width'>) {
  const { isBusy, problem, run } = useAction();
  const onSubmit = async (fields: FormData) => {
    if (await run(() => submit(fields), done)) onClose();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit(new FormData(event.currentTarget));
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
        <Button type="submit" variant="filled" loading={isBusy} disabled={!isReady}>
          {verb}
        </Button>
      </div>
    </form>
  );
}

/** A field's text without blanks around it; null when it is empty. */
export function textOf(fields: FormData, name: string): string | null {
  const value = fields.get(name);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? null : text;
}
