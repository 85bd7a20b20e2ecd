'use client';

import { Button } from '@mantine/core';
import { Icon } from '../../../components/icon';
import { Menu, type MenuEntry } from '../../../components/overlay/menu';
import type { ViolationStatus } from '../../../graphql/generated/graphql';
import type { DetailedViolation } from './detailed-violation';
import type { Act, Inbox } from './use-inbox';
import styles from './violations.module.css';

interface ViolationActsProps {
  readonly violation: DetailedViolation;
  readonly inbox: Inbox;
  readonly mayAct: boolean;
  readonly mayWaive: boolean;
}

/** What can be done about it in the state it is in; the keys do the same. */
export function ViolationActs({ violation, inbox, mayAct, mayWaive }: ViolationActsProps) {
  const { status } = violation;
  const start = (act: Act) => () => {
    inbox.start(act);
  };
  return (
    <div className={styles['acts']}>
      {mayAct && status === 'OPEN' && (
        <Button variant="filled" onClick={inbox.acknowledge} title="Acknowledge  e">
          Acknowledge
        </Button>
      )}
      {mayAct && (
        <Button onClick={start('ASSIGN')} title="Assign  a">
          Assign
        </Button>
      )}
      {mayWaive && isPending(status) && (
        <Button onClick={start('WAIVE')} title="Ask for a waiver  w">
          Waive
        </Button>
      )}
      {mayAct && (
        <Menu label="More to do" className={styles['more']} entries={moreFor(status, start)}>
          <Icon name="more" />
        </Menu>
      )}
    </div>
  );
}

function isPending(status: ViolationStatus): boolean {
  return status === 'OPEN' || status === 'ACKNOWLEDGED';
}

function moreFor(status: ViolationStatus, start: (act: Act) => () => void): MenuEntry[] {
  const entries: MenuEntry[] = [
    { label: 'Comment', icon: 'edit', onSelect: start('COMMENT') },
    { label: 'Set a due day', icon: 'clock', onSelect: start('DUE') },
  ];
  if (status === 'ACKNOWLEDGED') entries.push({ label: 'Reopen', icon: 'undo', onSelect: start('REOPEN') });
  return entries;
}
