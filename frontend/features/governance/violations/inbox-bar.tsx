import { Button } from '@mantine/core';
import { count, counted } from '../../../components/text/numbers';
import { GroupChoice } from './group-choice';
import type { Inbox } from './use-inbox';
import styles from './violations.module.css';

interface InboxBarProps {
  readonly inbox: Inbox;
  readonly total: number;
  readonly mayAct: boolean;
  readonly mayWaive: boolean;
}

/** How many there are; once some are ticked, what can be done with them. */
export function InboxBar({ inbox, total, mayAct, mayWaive }: InboxBarProps) {
  const isTicking = inbox.isAllTicked || inbox.ticked.size > 0;
  return (
    <div className={styles['bar']}>
      <span className={styles['barCount']} role="status">
        {isTicking ? `${count(inbox.size)} selected` : counted(total, 'violation')}{' '}
        {isTicking && (
          <button type="button" className={styles['link']} onClick={inbox.clear}>
            Deselect
          </button>
        )}{' '}
        {!inbox.isAllTicked && inbox.size < total && (
          <button type="button" className={styles['link']} onClick={inbox.tickAll} title="Select all that match  A">
            Select all {count(total)}
          </button>
        )}
      </span>
      {!isTicking && <GroupChoice />}
      {isTicking && <BulkActs inbox={inbox} mayAct={mayAct} mayWaive={mayWaive} />}
    </div>
  );
}

function BulkActs({ inbox, mayAct, mayWaive }: Omit<InboxBarProps, 'total'>) {
  const acts = [
    { act: 'ACKNOWLEDGE', label: 'Acknowledge', isOffered: mayAct },
    { act: 'ASSIGN', label: 'Assign', isOffered: mayAct },
    { act: 'DUE', label: 'Due day', isOffered: mayAct },
    { act: 'COMMENT', label: 'Comment', isOffered: mayAct },
    { act: 'WAIVE', label: 'Waive', isOffered: mayWaive },
  ] as const;
  return acts
    .filter(({ isOffered }) => isOffered)
    .map(({ act, label }) => (
      <Button
        key={act}
        onClick={() => {
          inbox.start(act);
        }}
      >
        {label}
      </Button>
    ));
}
