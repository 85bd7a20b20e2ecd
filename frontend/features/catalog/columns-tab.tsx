'use client';

import { useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { Icon } from '../../components/icon';
import { useShortcut } from '../../components/shell/shortcuts';
import { EmptyState } from '../../components/states/empty-state';
import { DataTable } from '../../components/table/data-table';
import { count } from '../../components/text/numbers';
import { assetParams } from '../../components/url-state';
import { columnTableColumns } from './column-cells';
import { ColumnPeekRow } from './column-peek';
import { columnTree, filterColumns, type ColumnRow } from './column-tree';
import styles from './columns.module.css';

interface ColumnsTabProps {
  readonly assetId: string;
  readonly columns: readonly ColumnRow[];
}

/** All columns: filtered as one types, sorted by their heads, each opens to what feeds it and what it feeds. */
export function ColumnsTab({ assetId, columns }: ColumnsTabProps) {
  const [{ col, q }, setParams] = useQueryStates({ col: assetParams.col, q: assetParams.q });
  const [onlyClassified, setOnlyClassified] = useState(false);
  const [onlyUndescribed, setOnlyUndescribed] = useState(false);
  const tree = useMemo(() => columnTree(columns), [columns]);
  const shown = useMemo(() => filterColumns(tree, { text: q, onlyClassified, onlyUndescribed }), [tree, q, onlyClassified, onlyUndescribed]);
  const open = (name: string) => { void setParams({ col: name === col ? null : name }); };
  const step = (by: number) => {
    const next = shown[Math.max(0, shown.findIndex(({ name }) => name === col) + by)];
    if (next) void setParams({ col: next.name });
  };
  useShortcut({ keys: 'j', label: 'Next column', group: 'Asset', run: () => { step(1); } });
  useShortcut({ keys: 'k', label: 'Previous column', group: 'Asset', run: () => { step(-1); } });
  if (columns.length === 0)
    return <EmptyState title="No columns are known">It has only been seen in lineage so far: no source has described its schema yet.</EmptyState>;
  return (
    <section>
      <div className={styles['bar']}>
        <label className={styles['filter']}>
          <Icon name="filter" size={14} />
          <span className="hidden-visually">Filter columns</span>
          <input data-search value={q} onChange={(event) => { void setParams({ q: event.target.value === '' ? null : event.target.value }); }} placeholder="Filter columns" spellCheck={false} />
        </label>
        <Toggle label="only classified" isOn={onlyClassified} onToggle={setOnlyClassified} />
        <Toggle label="only undescribed" isOn={onlyUndescribed} onToggle={setOnlyUndescribed} />
        <span className={styles['count']} role="status">
          {shown.length === columns.length ? count(columns.length) : `${count(shown.length)} of ${count(columns.length)}`}
        </span>
      </div>
      <DataTable
        label="Columns"
        columns={columnTableColumns}
        data={shown}
        rowId={(row) => row.name}
        currentId={col}
        onRowClick={(row) => { open(row.name); }}
        below={(row) => (row.name === col ? <ColumnPeekRow assetId={assetId} column={row} /> : null)}
      />
    </section>
  );
}

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

function Toggle({ label, isOn, onToggle }: ToggleProps) {
  return (
    <label className={styles['toggle']}>
      <input type="checkbox" checked={isOn} onChange={(event) => { onToggle(event.target.checked); }} /> {label}
    </label>
  );
}
