'use client';

import { Popover } from '@mantine/core';
import { shownLabel } from './graph/describe';
import type { Omission } from './graph/graph';
import type { Explorer } from './use-explorer';
import stageStyles from './stage/stage.module.css';
import styles from './toolbar/toolbar.module.css';

/** How much of the truth is on screen, and the reason for each thing that is not. */
export function ExplorerFooter({ explorer }: { readonly explorer: Explorer }) {
  const { graph, sceneState, actions, view } = explorer;
  const { counts } = graph;
  const { omitted } = sceneState.scene;
  const restricted = omitted.filter(({ reason }) => reason === 'PERMISSION').reduce((sum, { count }) => sum + count, 0);
  return (
    <div className={stageStyles['footer']} data-testid="footer">
      <span data-testid="shown">{shownLabel(counts)}</span>
      <span className="subtle">
        within {view.up} up · {view.down} down
      </span>
      {counts.filtered > 0 && (
        <button type="button" onClick={actions.clearFilter} title="Clear the filter">
          {counts.filtered.toLocaleString('en')} filtered out ↺
        </button>
      )}
      {counts.hidden > 0 && (
        <button type="button" onClick={actions.unhideAll} title="Show them again">
          {counts.hidden.toLocaleString('en')} hidden ↺
        </button>
      )}
      {restricted > 0 && <span>restricted ({restricted.toLocaleString('en')})</span>}
      {omitted.length > 0 && <Reasons omitted={omitted} />}
    </div>
  );
}

function Reasons({ omitted }: { readonly omitted: readonly Omission[] }) {
  return (
    <Popover position="top-start" width={420} withinPortal={false}>
      <Popover.Target>
        <button type="button">why not all?</button>
      </Popover.Target>
      <Popover.Dropdown className={styles['dropdown'] ?? ''}>
        <ul>
          {omitted.map(({ reason, message }) => (
            <li key={reason + message} style={{ padding: '2px 4px' }}>
              {message}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}
