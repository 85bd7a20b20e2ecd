'use client';

import {
  createSortedRowModel,
  FlexRender,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Header,
  type Row,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import styles from './table.module.css';

export const dataTableFeatures = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
export type DataColumn<Data extends object> = ColumnDef<typeof dataTableFeatures, Data>;

const ROW_HEIGHT = 33;
/** Shorter tables are drawn whole: find-in-page and printing work. */
const VIRTUAL_FROM = 200;

interface DataTableProps<Data extends object> {
  readonly label: string;
  readonly columns: DataColumn<Data>[];
  readonly data: Data[];
  readonly rowId: (row: Data) => string;
  /** The row that is looked at: marked, and brought into view when it changes. */
  readonly currentId?: string | null;
  readonly onRowClick?: (row: Data) => void;
  /** Drawn below a row, across all columns; null for none. */
  readonly below?: (row: Data) => ReactNode;
}

/** A sortable table for the browser; long ones draw only the rows in view. */
export function DataTable<Data extends object>(props: DataTableProps<Data>) {
  const { label, columns, data, rowId, currentId = null, onRowClick, below } = props;
  const table = useTable({ features: dataTableFeatures, columns, data, getRowId: rowId });
  const element = useRef<HTMLTableElement>(null);
  const { rows } = table.getRowModel();
  const view = useRowsInView(rows.length, element);
  const show = useEffectEvent((id: string) => {
    if (rows.length > VIRTUAL_FROM) view.scrollTo(rows.findIndex((row) => row.id === id));
    else document.getElementById(`row-${id}`)?.scrollIntoView({ block: 'center' });
  });
  useEffect(() => {
    if (currentId !== null) show(currentId);
  }, [currentId]);
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={label} aria-rowcount={rows.length} ref={element}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <HeadCell key={header.id} header={header} />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          <Gap height={view.before} />
          {rows.slice(view.from, view.to).map((row) => (
            <BodyRow key={row.id} row={row} isCurrent={row.id === currentId} onClick={onRowClick} below={below} />
          ))}
          <Gap height={view.after} />
        </tbody>
      </table>
    </div>
  );
}

function useRowsInView(length: number, element: { readonly current: HTMLElement | null }) {
  const isVirtual = length > VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: isVirtual ? length : 0,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    initialRect: { width: 0, height: 1200 },
    scrollMargin: element.current?.offsetTop ?? 0,
  });
  const scrollTo = (index: number) => {
    virtualizer.scrollToIndex(index, { align: 'center' });
  };
  const items = virtualizer.getVirtualItems();
  const [from, to] = isVirtual ? spanOf(items) : [0, length];
  return { from, to, before: from * ROW_HEIGHT, after: (length - to) * ROW_HEIGHT, scrollTo };
}

function spanOf(items: readonly { readonly index: number }[]): [from: number, to: number] {
  return [items.at(0)?.index ?? 0, (items.at(-1)?.index ?? -1) + 1];
}

function Gap({ height }: { readonly height: number }) {
  if (height === 0) return null;
  return (
    <tr className={styles['spacer']} aria-hidden="true">
      <td style={{ height }} />
    </tr>
  );
}

const SORT_WORDS = { asc: 'ascending', desc: 'descending', false: 'none' } as const;

function HeadCell<Data extends object>({ header }: { readonly header: Header<typeof dataTableFeatures, Data> }) {
  const { column } = header;
  const direction = column.getIsSorted();
  const words = <FlexRender header={header} />;
  if (!column.getCanSort()) return <th scope="col">{words}</th>;
  return (
    <th scope="col" aria-sort={SORT_WORDS[`${direction}`]}>
      <button type="button" className={styles['sort']} onClick={column.getToggleSortingHandler()}>
        {words}
        {direction !== false && <span aria-hidden="true">{direction === 'asc' ? '↑' : '↓'}</span>}
      </button>
    </th>
  );
}

interface BodyRowProps<Data extends object> {
  readonly row: Row<typeof dataTableFeatures, Data>;
  readonly isCurrent: boolean;
  readonly onClick: ((row: Data) => void) | undefined;
  readonly below: ((row: Data) => ReactNode) | undefined;
}

function BodyRow<Data extends object>({ row, isCurrent, onClick, below }: BodyRowProps<Data>) {
  const under = below?.(row.original) ?? null;
  return (
    <>
      <tr
        id={`row-${row.id}`}
        data-current={isCurrent || undefined}
        onClick={
          onClick &&
          (() => {
            onClick(row.original);
          })
        }
      >
        {row.getAllCells().map((cell) => (
          <td key={cell.id}>
            <FlexRender cell={cell} />
          </td>
        ))}
      </tr>
      {under !== null && (
        <tr>
          <td colSpan={row.getAllCells().length}>{under}</td>
        </tr>
      )}
    </>
  );
}
