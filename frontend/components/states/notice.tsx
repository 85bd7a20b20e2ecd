import type { ReactNode } from 'react';
import { Icon } from '../icon';
import styles from './states.module.css';

interface NoticeProps {
  readonly tone: 'info' | 'warn' | 'fail';
  readonly children: ReactNode;
}

/** One line about the state of what is below: partial, stale, as of another time. Never blocks the rest. */
export function Notice({ tone, children }: NoticeProps) {
  return (
    <div className={styles['notice']} data-tone={tone} role="note">
      <Icon name={tone === 'info' ? 'info' : 'warning'} />
      <span>{children}</span>
    </div>
  );
}
