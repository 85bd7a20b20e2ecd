'use client';

import type { ReactNode } from 'react';
import type { ViolationFilter, ViolationRowFragment } from '../../../graphql/generated/graphql';
import { ActDialog } from './act-dialog';
import { InboxBar } from './inbox-bar';
import { InboxKeys } from './inbox-keys';
import type { FacetCount } from './load-violations';
import { useInbox } from './use-inbox';
import { ViolationPanel } from './violation-panel';
import { groupViolations, type GroupKey } from './group-violations';
import { ViolationRows } from './violation-rows';
import styles from './violations.module.css';
import { WaiveDialog } from './waive-dialog';

export interface InboxProps {
  readonly violations: readonly ViolationRowFragment[];
  /** All that fit the filter, on other pages too. */
  readonly total: number;
  readonly filter: ViolationFilter;
  readonly group: GroupKey | null;
  /** How many there are of each value that is grouped by, on other pages too. */
  readonly counts: readonly FacetCount[];
  readonly mayAct: boolean;
  readonly mayWaive: boolean;
  /** Changes with every drawing on the server; what is shown beside is then asked for again. */
  readonly drawnAt: number;
  readonly foot: ReactNode;
}

/** The list that is walked, ticked and acted on by keys; what is looked at stands beside it. */
export function ViolationInbox(props: InboxProps) {
  const { total, group, counts, mayAct, mayWaive, drawnAt, foot } = props;
  const groups = groupViolations(props.violations, group);
  const violations = groups.flatMap((one) => one.violations);
  const inbox = useInbox({ ...props, violations });
  return (
    <div className={styles['inbox']} data-open={inbox.openId !== null || undefined}>
      <div className={styles['list']} tabIndex={-1}>
        <InboxBar inbox={inbox} total={total} mayAct={mayAct} mayWaive={mayWaive} />
        <ViolationRows groups={groups} group={group} counts={counts} inbox={inbox} />
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
