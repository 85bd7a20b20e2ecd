'use client';

import { Button } from '@mantine/core';
import { Dialog } from '../../components/overlay/dialog';
import { CopyButton } from '../../components/text/copy-button';
import styles from './admin.module.css';

interface SecretDialogProps {
  readonly title: string;
  /** Why it must be copied now. */
  readonly lead: string;
  /** Null: nothing is shown. */
  readonly secret: string | null;
  readonly onClose: () => void;
}

/** Shows what is shown only once. */
export function SecretDialog({ title, lead, secret, onClose }: SecretDialogProps) {
  return (
    <Dialog isOpen={secret !== null} onClose={onClose} title={title} width={560}>
      <div className={styles['secret']}>
        <p className="muted">{lead}</p>
        <div className={styles['secretText']}>
          <code data-testid="secret">{secret}</code>
          <CopyButton text={secret ?? ''} what="the secret" />
        </div>
        <div style={{ display: 'flex', justifyContent: 'flex-end' }}>
          <Button variant="filled" onClick={onClose}>
            I have it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
