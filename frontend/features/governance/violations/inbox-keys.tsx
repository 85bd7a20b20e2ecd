'use client';

import { useShortcut } from '../../../components/shell/shortcuts';
import type { Inbox } from './use-inbox';

interface InboxKeysProps {
  readonly inbox: Inbox;
  readonly mayAct: boolean;
  readonly mayWaive: boolean;
}

const GROUP = 'Violations';

/** j and k walk, x ticks, A ticks all that match; the acts where they are allowed. */
export function InboxKeys({ inbox, mayAct, mayWaive }: InboxKeysProps) {
  const walk = (step: number) => () => {
    inbox.walk(step);
  };
  const tick = () => {
    if (inbox.openId !== null) inbox.tick(inbox.openId);
  };
  useShortcut({ keys: 'j', label: 'Next violation', group: GROUP, run: walk(1) });
  useShortcut({ keys: 'k', label: 'Violation before', group: GROUP, run: walk(-1) });
  useShortcut({ keys: 'x', label: 'Select or deselect', group: GROUP, run: tick });
  useShortcut({ keys: 'A', label: 'Select all that match', group: GROUP, run: inbox.tickAll });
  return (
    <>
      {mayAct && <ActKeys inbox={inbox} />}
      {mayWaive && <WaiveKey inbox={inbox} />}
    </>
  );
}

function ActKeys({ inbox }: Pick<InboxKeysProps, 'inbox'>) {
  const assign = () => {
    inbox.start('ASSIGN');
  };
  const comment = () => {
    inbox.start('COMMENT');
  };
  const setDue = () => {
    inbox.start('DUE');
  };
  useShortcut({ keys: 'e', label: 'Acknowledge', group: GROUP, run: inbox.acknowledge });
  useShortcut({ keys: 'a', label: 'Assign', group: GROUP, run: assign });
  useShortcut({ keys: 'm', label: 'Comment', group: GROUP, run: comment });
  useShortcut({ keys: 'd', label: 'Set a due day', group: GROUP, run: setDue });
  return null;
}

function WaiveKey({ inbox }: Pick<InboxKeysProps, 'inbox'>) {
  const waive = () => {
    inbox.start('WAIVE');
  };
  useShortcut({ keys: 'w', label: 'Ask for a waiver', group: GROUP, run: waive });
  return null;
}
