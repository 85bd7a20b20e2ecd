'use client';

import type { ReactNode } from 'react';
import type { ViolationFilter, ViolationRowFragment } from '../../../graphql/generated/graphql';
import { ActDialog } from './act-dialog';
import { InboxBar } from './inbox-bar';
import { InboxKeys } from './inbox-keys';
import { useInbox } from './use-inbox';
import { ViolationPanel } from './violation-panel';
import { ViolationRow } from './violation-row';
import styles from './violations.module.css';
import { WaiveDialog } from './waive-dialog';

export interface InboxProps {
  readonly violations: readonly ViolationRowFragment[];
  /** All that fit the filter, on other pages too. */
  readonly total: number;
  readonly filter: ViolationFilter;
  readonly mayAct: boolean;
  readonly mayWaive: boolean;
  /** Changes with every drawing on the server; what is shown beside is then asked for again. */
  readonly drawnAt: number;
  readonly foot: ReactNode;
}

/** The list that is walked, ticked and acted on by keys; what is looked at stands beside it. */
export function ViolationInbox(props: InboxProps) {
  const { violations, total, mayAct, mayWaive, drawnAt, foot } = props;
  const inbox = useInbox(props);
  return (
    <div className={styles['inbox']} data-open={inbox.openId !== null || undefined}>
      <div className={styles['list']} tabIndex={-1}>
        <InboxBar inbox={inbox} total={total} mayAct={mayAct} mayWaive={mayWaive} />
        <ol aria-label="Violations">
          {violations.map((violation) => (
            <ViolationRow
              key={violation.id}
              violation={violation}
              isCurrent={violation.id === inbox.openId}
              isTicked={inbox.isAllTicked || inbox.ticked.has(violation.id)}
              onOpen={inbox.open}
              onTick={inbox.tick}
            />
          ))}
        </ol>
        {foot}
      </div>
      {inbox.openId !== null && (
        <ViolationPanel
          key={inbox.openId}
          id={inbox.openId}
          drawnAt={drawnAt}
          inbox={inbox}
          mayAct={mayAct}
          mayWaive={mayWaive}
        />
      )}
      <InboxKeys inbox={inbox} mayAct={mayAct} mayWaive={mayWaive} />
      <ActDialog act={inbox.act} target={inbox.target} size={inbox.size} onClose={inbox.stop} onDone={inbox.clear} />
      <WaiveDialog isOpen={inbox.act === 'WAIVE'} violations={inbox.chosen} onClose={inbox.stop} onDone={inbox.clear} />
    </div>
  );
}
