'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useMemo, useRef, useState, type ReactNode } from 'react';
import { nextSort, sortedBy, type DataColumn, type Sort } from './sort';
import styles from './table.module.css';

const ROW_HEIGHT = 33;
/** Shorter tables are drawn whole: find-in-page and printing work. */
const VIRTUAL_FROM = 200;

interface DataTableProps<Data> {
  readonly label: string;
  readonly columns: readonly DataColumn<Data>[];
  readonly data: readonly Data[];
  readonly rowId: (row: Data) => string;
  /** The row that is looked at: marked, and brought into view when it changes. */
  readonly currentId?: string | null;
  readonly onRowClick?: (row: Data) => void;
  /** Drawn below a row, across all columns; null for none. */
  readonly below?: (row: Data) => ReactNode;
}

/** A sortable table for the browser; long ones draw only the rows in view. */
export function DataTable<Data>(props: DataTableProps<Data>) {
  const { label, columns, data, rowId, currentId = null, onRowClick, below } = props;
  const [sort, setSort] = useState<Sort | null>(null);
  const element = useRef<HTMLTableElement>(null);
  const rows = useMemo(() => sortedBy(data, columns, sort), [data, columns, sort]);
  const view = useRowsInView(rows.length, element);
  const show = useEffectEvent((id: string) => {
    if (rows.length > VIRTUAL_FROM) view.scrollTo(rows.findIndex((row) => rowId(row) === id));
    else document.getElementById(`row-${id}`)?.scrollIntoView({ block: 'center' });
    requestAnimationFrame(() => takeFocus(id, element.current));
  });
  useEffect(() => {
    if (currentId !== null) show(currentId);
  }, [currentId]);
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={label} aria-rowcount={rows.length} ref={element}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={setSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={view.before} />
          {rows.slice(view.from, view.to).map((row) => (
            <BodyRow key={rowId(row)} {...{ id: rowId(row), columns, row, currentId, onRowClick, below }} />
          ))}
          <Gap height={view.after} />
        </tbody>
      </table>
    </div>
  );
}

/** The keyboard goes on at the row, unless it is in use elsewhere on the page. */
function takeFocus(id: string, table: HTMLElement | null): void {
  const { activeElement } = document;
  const isFree = activeElement === document.body || (table?.contains(activeElement) ?? false);
  if (isFree) document.getElementById(`row-${id}`)?.querySelector('button')?.focus({ preventScroll: true });
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

interface HeadCellProps<Data> {
  readonly column: DataColumn<Data>;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
}

function HeadCell<Data>({ column, sort, onSort }: HeadCellProps<Data>) {
  if (!column.sortBy) return <th scope="col">{column.header}</th>;
  const direction = sort?.id === column.id ? sort.direction : 'none';
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" className={styles['sort']} onClick={() => onSort(nextSort(sort, column.id))}>
        {column.header}
        {direction !== 'none' && <span aria-hidden="true">{direction === 'ascending' ? '↑' : '↓'}</span>}
      </button>
    </th>
  );
}

interface BodyRowProps<Data> {
  readonly id: string;
  readonly columns: readonly DataColumn<Data>[];
  readonly row: Data;
  readonly currentId: string | null;
  readonly onRowClick: ((row: Data) => void) | undefined;
  readonly below: ((row: Data) => ReactNode) | undefined;
}

function BodyRow<Data>({ id, columns, row, currentId, onRowClick, below }: BodyRowProps<Data>) {
  const under = below?.(row) ?? null;
  return (
    <>
      <tr id={`row-${id}`} data-current={id === currentId || undefined} onClick={onRowClick && (() => onRowClick(row))}>
        {columns.map((column) => (
          <td key={column.id}>{column.cell(row)}</td>
        ))}
      </tr>
      {under !== null && (
        <tr>
          <td colSpan={columns.length}>{under}</td>
        </tr>
      )}
    </>
  );
}
