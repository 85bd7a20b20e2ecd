'use client';

import { useMemo, useState } from 'react';
import { Icon } from '../../components/icon';
import { copyLink } from './copy-link';
import { filterChoices } from './graph/filter-choices';
import { findIn } from './graph/find';
import type { GroupBy, Picture } from './graph/group';
import { toggledFor } from './graph/toggled-groups';
import { LENSES, type Lens } from './graph/lens';
import type { AssetSummary } from './graph/graph';
import { ExportMenu, type ExportKind } from './toolbar/export-menu';
import { FilterMenu } from './toolbar/filter-menu';
import { FindBox } from './toolbar/find-box';
import { FocusPicker } from './toolbar/focus-picker';
import { LevelSwitch } from './toolbar/level-switch';
import { Stepper } from './toolbar/stepper';
import styles from './toolbar/toolbar.module.css';
import { useFindMore } from './use-find-more';
import type { Explorer } from './use-explorer';

const GROUPS: readonly { value: GroupBy; label: string }[] = [
  { value: 'none', label: 'no groups' },
  { value: 'layer', label: 'by layer' },
  { value: 'schema', label: 'by schema' },
  { value: 'owner', label: 'by owner' },
];

interface ExplorerToolbarProps {
  readonly explorer: Explorer;
  readonly isTable: boolean;
  readonly onExport: (kind: ExportKind) => void;
  readonly onGo: (asset: AssetSummary) => void;
  readonly onChooseColumn: (assetId: string) => void;
}

/** What the graph is about, how far it goes, how it is coloured and narrowed; then ways to take it away. */
export function ExplorerToolbar({ explorer, isTable, onExport, onGo, onChooseColumn }: ExplorerToolbarProps) {
  const { actions, view, sceneState, steps, nameOf } = explorer;
  const choices = useMemo(() => filterChoices(sceneState.scene, view.filter), [sceneState.scene, view.filter]);
  return (
    <div className={styles['toolbar']} role="toolbar" aria-label="Lineage">
      <FocusPicker key={view.focus} current={nameOf(view.focus)} onPick={steps.refocus} />
      <LevelSwitch
        level={view.level}
        column={view.column}
        onLevel={actions.setLevel}
        onChooseColumn={() => onChooseColumn(view.focus)}
      />
      {view.selector === null && <Depth explorer={explorer} />}
      <LensAndGroup explorer={explorer} />
      <FilterMenu
        filter={view.filter}
        choices={choices}
        onChange={actions.setFilter}
        onClear={() => actions.clearFilter()}
        isDirectOnly={view.isDirectOnly}
        onDirectOnly={actions.setDirectOnly}
      />
      <div className={styles['ways']}>
        <Find explorer={explorer} onGo={onGo} />
        <ShowAs isTable={isTable} onShow={actions.setShow} />
        <ExportMenu onExport={onExport} />
        <CopyLink />
      </div>
    </div>
  );
}

/** How far it goes; a selector says so itself. */
function Depth({ explorer: { actions, view } }: { readonly explorer: Explorer }) {
  return (
    <>
      <Stepper label="up" value={view.up} onChange={(depth) => actions.setDepth('up', depth)} />
      <Stepper label="down" value={view.down} onChange={(depth) => actions.setDepth('down', depth)} />
    </>
  );
}

/** What colour stands for, and what is put into frames; columns are grouped by their asset already. */
function LensAndGroup({ explorer: { params, view, picture, actions } }: { readonly explorer: Explorer }) {
  return (
    <>
      <Select
        label="lens"
        value={params.lens}
        options={LENSES.map((lens) => ({ value: lens, label: lens }))}
        onChange={(lens) => actions.setLens(lens as Lens)}
      />
      {view.level === 'table' && (
        <Select
          label="group"
          value={picture.grouping}
          options={GROUPS}
          onChange={(group) => actions.setGroup(group as GroupBy)}
        />
      )}
      {picture.groups.length > 0 && (
        <AllGroups
          picture={picture}
          onClose={(areClosed) => actions.setGroups(toggledFor(picture, params.gx, areClosed))}
        />
      )}
    </>
  );
}

interface AllGroupsProps {
  readonly picture: Picture;
  readonly onClose: (areClosed: boolean) => void;
}

/** All groups at once: closed ones can be opened, else open ones closed. */
function AllGroups({ picture, onClose }: AllGroupsProps) {
  const closed = picture.nodes.filter(({ kind }) => kind === 'group').length;
  const areAllClosed = closed === picture.groups.length;
  const label = areAllClosed ? 'Open all groups' : 'Close all groups';
  return (
    <button
      type="button"
      className={styles['icon']}
      title={label}
      aria-label={label}
      onClick={() => onClose(!areAllClosed)}
    >
      <Icon name={areAllClosed ? 'split' : 'merge'} size={14} />
    </button>
  );
}

function CopyLink() {
  return (
    <button
      type="button"
      className={styles['icon']}
      title="Copy a link to this view"
      aria-label="Copy link"
      onClick={() => void copyLink()}
    >
      <Icon name="copy" size={14} />
    </button>
  );
}

interface ShowAsProps {
  readonly isTable: boolean;
  readonly onShow: (show: 'graph' | 'table') => void;
}

function ShowAs({ isTable, onShow }: ShowAsProps) {
  return (
    <div className={styles['switch']} role="group" aria-label="Show as">
      <button type="button" aria-pressed={!isTable} onClick={() => onShow('graph')}>
        Graph
      </button>
      <button type="button" aria-pressed={isTable} onClick={() => onShow('table')}>
        Table
      </button>
    </div>
  );
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <label className={styles['select']}>
      <span className={styles['stepperLabel']}>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)} data-testid={label}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

function Find({ explorer, onGo }: { readonly explorer: Explorer; readonly onGo: (asset: AssetSummary) => void }) {
  const { graph, sceneState, view } = explorer;
  const [text, setText] = useState('');
  const { matches: more, uncounted } = useFindMore(view.level === 'table' ? graph.more : NO_MORE, text);
  const found = useMemo(
    () =>
      findIn(
        sceneState.scene,
        new Set(graph.nodes.map((node) => node.asset.id)),
        text,
        more.map(({ asset }) => asset),
        uncounted,
      ),
    [sceneState.scene, graph, text, more, uncounted],
  );
  const go = (asset: AssetSummary): void => {
    const hidden = more.find((match) => match.asset.id === asset.id);
    if (hidden && !sceneState.scene.nodes.has(asset.id))
      explorer.actions.pick({ id: hidden.owner, side: hidden.side }, asset.id);
    else onGo(asset);
    setText('');
  };
  return <FindBox text={text} found={found} onText={setText} onGo={go} />;
}

const NO_MORE: Explorer['graph']['more'] = [];
