'use client';

import { useMemo } from 'react';
import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { columnTableRows, type ColumnTableRow } from '../graph/column-rows';
import type { VisibleGraph, VisibleNode } from '../graph/visible';
import styles from './table.module.css';

interface ColumnTableProps {
  readonly graph: VisibleGraph;
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
}

const HEADINGS = ['Column', 'Asset', 'Direction', 'Hops', 'Kind', 'How', 'Type', 'Class'];

/** The same columns as the graph, one line each, with how each hangs on the one before it. */
export function ColumnTable({ graph, selected, onOpen }: ColumnTableProps) {
  const rows = useMemo(() => columnTableRows(graph), [graph]);
  return (
    <div className={styles['scroll']} data-testid="table" tabIndex={0} role="region" aria-label="Columns of the graph">
      <table className={styles['table']}>
        <thead>
          <tr>
            {HEADINGS.map((heading) => (
              <th key={heading} scope="col" className={styles['plain']} data-number={heading === 'Hops' || undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} isSelected={row.id === selected} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: ColumnTableRow;
  readonly isSelected: boolean;
  readonly onOpen: (id: string) => void;
}

const nameOf = ({ column }: VisibleNode): string => column?.name ?? '(which column is not known)';

function Row({ row, isSelected, onOpen }: RowProps) {
  const { asset, column } = row.node;
  return (
    <tr data-row={row.id} data-selected={isSelected || undefined}>
      <th scope="row">
        <span className={styles['asset']}>
          <button type="button" onClick={() => onOpen(row.id)}>
            {nameOf(row.node)}
          </button>
        </span>
      </th>
      <td title={asset.name}>
        <span className={styles['asset']}>
          <AssetTypeIcon type={asset.type} size={14} />
          <span className="clip">{asset.displayName}</span>
        </span>
      </td>
      <td>{row.direction}</td>
      <td data-number>{row.hops}</td>
      <td>{row.kind || <span className="subtle">–</span>}</td>
      <td>{row.how || <span className="subtle">–</span>}</td>
      <td className="mono">{column?.type ?? <span className="subtle">–</span>}</td>
      <td>{row.sensitivity || <span className="subtle">–</span>}</td>
    </tr>
  );
}
