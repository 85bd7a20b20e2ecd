import type { ReactNode } from 'react';
import { CopyButton } from '../text/copy-button';
import styles from './states.module.css';

interface EmptyStateProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** A command that would fill the place. */
  readonly snippet?: string;
}

/** Nothing here: one sentence why, one thing to do. */
export function EmptyState({ title, children, actions, snippet }: EmptyStateProps) {
  return (
    <section className={styles['state']}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {snippet !== undefined && (
        <div className={styles['snippet']}>
          <pre tabIndex={0}>{snippet}</pre>
          <CopyButton text={snippet} what="the command" />
        </div>
      )}
      {actions && <div className={styles['actions']}>{actions}</div>}
    </section>
  );
}
