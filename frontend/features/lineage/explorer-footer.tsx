'use client';

import { count as digits, count, counted } from '../../components/text/numbers';
import { shownLabel } from './graph/describe';
import type { Omission } from './graph/graph';
import type { GroupNode } from './graph/group';
import type { Explorer } from './use-explorer';
import stageStyles from './stage/stage.module.css';
import { DropdownButton } from './toolbar/dropdown';

/** How much of the truth is on screen, and the reason for each thing that is not. */
export function ExplorerFooter({ explorer }: { readonly explorer: Explorer }) {
  const { graph, picture, sceneState, actions, view } = explorer;
  const { counts } = graph;
  const { omitted, selection } = sceneState.scene;
  const restricted = omitted
    .filter(({ reason }) => reason === 'PERMISSION')
    .reduce((sum, { count: each }) => sum + each, 0);
  return (
    <div className={stageStyles['footer']} data-testid="footer">
      <span data-testid="shown">{shownLabel(counts, view.level === 'column' ? ' columns' : '')}</span>
      <InGroups groups={picture.nodes.flatMap((node) => (node.kind === 'group' ? [node.members] : []))} />
      <span className="subtle">
        {selection ? 'selected' : `within ${String(view.up)} up · ${String(view.down)} down`}
      </span>
      {counts.filtered > 0 && (
        <button type="button" onClick={actions.clearFilter} title="Clear the filter">
          {digits(counts.filtered)} filtered out ↺
        </button>
      )}
      {counts.hidden > 0 && (
        <button type="button" onClick={actions.unhideAll} title="Show them again">
          {digits(counts.hidden)} hidden ↺
        </button>
      )}
      {restricted > 0 && <span>restricted ({digits(restricted)})</span>}
      {omitted.length > 0 && <Reasons omitted={omitted} />}
    </div>
  );
}

/** How many of them stand in closed groups. */
function InGroups({ groups }: { readonly groups: readonly GroupNode[] }) {
  if (groups.length === 0) return null;
  const inside = groups.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <span>
      {count(inside)} in {counted(groups.length, 'group')}
    </span>
  );
}

/** Depth alone is what was asked for; anything else left out is a reason to look. */
function Reasons({ omitted }: { readonly omitted: readonly Omission[] }) {
  return (
    <DropdownButton
      label={omitted.every(({ reason }) => reason === 'DEPTH') ? 'what lies beyond' : 'why not all?'}
      width={400}
      side="above"
      className={stageStyles['plain']}
    >
      <ul>
        {omitted.map(({ reason, message }) => (
          <li key={reason + message} style={{ padding: '2px 4px' }}>
            {message}
          </li>
        ))}
      </ul>
    </DropdownButton>
  );
}
