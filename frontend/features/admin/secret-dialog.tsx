'use client';

import { Button } from '@mantine/core';
import { Dialog } from '../../components/overlay/dialog';
import { CopyButton } from '../../components/text/copy-button';
import styles from './admin.module.css';

/** Shows what is shown only once. */
export function SecretDialog({ secret, onClose }: { readonly secret: string | null; readonly onClose: () => void }) {
  return (
    <Dialog isOpen={secret !== null} onClose={onClose} title="The token’s secret" width={560}>
      <div className={styles['secret']}>
        <p className="muted">Copy it now: only a hash is kept, it cannot be shown again.</p>
        <div className={styles['secretText']}>
          <code data-testid="token-secret">{secret}</code>
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
