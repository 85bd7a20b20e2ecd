'use client';

import { Button } from '@mantine/core';
import { useQueryState } from 'nuqs';
import { useMemo, useState } from 'react';
import { useShortcut } from '../../components/shell/shortcuts';
import { EmptyState } from '../../components/states/empty-state';
import { DataTable } from '../../components/table/data-table';
import { assetParams } from '../../components/url-state';
import { columnTableColumns } from './column-cells';
import { ColumnFilterBar } from './column-filter-bar';
import { ColumnPeekRow } from './column-peek';
import { columnTree, filterColumns, type ColumnFilter, type ColumnRow } from './column-tree';

interface ColumnsTabProps {
  readonly assetId: string;
  readonly columns: readonly ColumnRow[];
  readonly mayClassify: boolean;
}

/** All columns: filtered as one types, sorted by their heads, each opens to what feeds it and what it feeds. */
export function ColumnsTab({ assetId, columns, mayClassify }: ColumnsTabProps) {
  const { shown, filter, setFilter } = useFilteredColumns(columns);
  const { col, open } = useOpenColumn(shown);
  if (columns.length === 0)
    return (
      <EmptyState title="No columns are known">
        It has only been seen in lineage so far: no source has described its schema yet.
      </EmptyState>
    );
  return (
    <section>
      <ColumnFilterBar filter={filter} onChange={setFilter} shown={shown.length} all={columns.length} />
      {shown.length === 0 && <NoColumns onClear={() => setFilter(NO_FILTER)} />}
      <DataTable
        label="Columns"
        columns={columnTableColumns}
        data={shown}
        rowId={(row) => row.name}
        currentId={col}
        onRowClick={(row) => {
          open(row.name);
        }}
        below={(row) =>
          row.name === col ? <ColumnPeekRow assetId={assetId} column={row} mayClassify={mayClassify} /> : null
        }
      />
    </section>
  );
}

const NO_FILTER: ColumnFilter = { text: '', onlyClassified: false, onlyUndescribed: false };

function NoColumns({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState title="No column passes the filter" actions={<Button onClick={onClear}>Show all columns</Button>} />
  );
}

/** The text of the filter lives in the address; the two switches are of the moment. */
function useFilteredColumns(columns: readonly ColumnRow[]) {
  const [q, setQ] = useQueryState('q', assetParams.q);
  const [marks, setMarks] = useState({ onlyClassified: false, onlyUndescribed: false });
  const tree = useMemo(() => columnTree(columns), [columns]);
  const shown = useMemo(() => filterColumns(tree, { text: q, ...marks }), [tree, q, marks]);
  const setFilter = ({ text, ...switches }: ColumnFilter) => {
    setMarks(switches);
    if (text !== q) void setQ(text === '' ? null : text);
  };
  return { shown, filter: { text: q, ...marks }, setFilter };
}

function useOpenColumn(shown: readonly { readonly name: string }[]) {
  const [col, setCol] = useQueryState('col', assetParams.col);
  const open = (name: string) => void setCol(name === col ? null : name);
  const step = (by: number) => {
    const next = shown[Math.max(0, shown.findIndex(({ name }) => name === col) + by)];
    if (next) void setCol(next.name);
  };
  useShortcut({
    keys: 'j',
    label: 'Next column',
    group: 'Asset',
    run: () => {
      step(1);
    },
  });
  useShortcut({
    keys: 'k',
    label: 'Previous column',
    group: 'Asset',
    run: () => {
      step(-1);
    },
  });
  return { col, open };
}
