'use client';

import { Button } from '@mantine/core';
import { CopyButton } from '../text/copy-button';
import styles from './states.module.css';

interface ErrorStateProps {
  readonly title: string;
  readonly explanation: string;
  /** Finds the failure in the server's log. */
  readonly requestId: string | null;
  readonly onRetry?: () => void;
}

/** What failed, how to find it again, and another try; the address stays. */
export function ErrorState({ title, explanation, requestId, onRetry }: ErrorStateProps) {
  return (
    <section className={styles['state']} role="alert">
      <h2>{title}</h2>
      <p>{explanation}</p>
      {requestId !== null && (
        <p>
          Request <code>{requestId}</code> <CopyButton text={requestId} what="the request id" />
        </p>
      )}
      {onRetry && (
        <div className={styles['actions']}>
          <Button onClick={onRetry}>Try again</Button>
        </div>
      )}
    </section>
  );
}
