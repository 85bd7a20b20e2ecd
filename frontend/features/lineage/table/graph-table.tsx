'use client';

import { useMemo, useState } from 'react';
import { AssetTypeIcon, typeLabel } from '../../../components/asset/asset-type';
import { count } from '../../../components/text/numbers';
import { changeSign } from '../graph/change-signs';
import type { Picture } from '../graph/group';
import { sortRows, tableRows, type TableKey, type TableRow } from '../graph/table-rows';
import styles from './table.module.css';

const COLUMNS: readonly { key: TableKey; label: string; isNumber?: boolean }[] = [
  { key: 'name', label: 'Asset' },
  { key: 'direction', label: 'Direction' },
  { key: 'hops', label: 'Hops', isNumber: true },
  { key: 'type', label: 'Type' },
  { key: 'layer', label: 'Layer' },
  { key: 'owner', label: 'Owner' },
  { key: 'up', label: 'Upstream', isNumber: true },
  { key: 'down', label: 'Downstream', isNumber: true },
];

interface GraphTableProps {
  readonly picture: Picture;
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
}

/** The same assets as the graph, one line each. */
export function GraphTable({ picture, selected, onOpen }: GraphTableProps) {
  const [sort, setSort] = useState<{ key: TableKey; isDescending: boolean }>({ key: 'hops', isDescending: false });
  const rows = useMemo(() => sortRows(tableRows(picture), sort.key, sort.isDescending), [picture, sort]);
  return (
    <div className={styles['scroll']} data-testid="table" tabIndex={0} role="region" aria-label="Assets of the graph">
      <table className={styles['table']}>
        <thead>
          <tr>
            {COLUMNS.map(({ key, label, isNumber }) => (
              <th
                key={key}
                scope="col"
                data-number={isNumber}
                aria-sort={sort.key === key ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
              >
                <button
                  type="button"
                  onClick={() => setSort({ key, isDescending: sort.key === key && !sort.isDescending })}
                >
                  {label}
                  <span aria-hidden="true">{sort.key === key ? (sort.isDescending ? ' ↓' : ' ↑') : ''}</span>
                </button>
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

function Row({
  row,
  isSelected,
  onOpen,
}: {
  readonly row: TableRow;
  readonly isSelected: boolean;
  readonly onOpen: (id: string) => void;
}) {
  const { asset, up, down, change } = row.node;
  return (
    <tr data-row={row.id} data-selected={isSelected || undefined}>
      <th scope="row">
        <span className={styles['asset']}>
          <AssetTypeIcon type={asset.type} size={14} />
          <button type="button" onClick={() => onOpen(row.id)} title={asset.name}>
            {asset.displayName}
          </button>
          {change && <span className="muted">{changeSign(change.difference).word}</span>}
          {asset.status !== 'ACTIVE' && <span className="subtle">{asset.status.toLowerCase()}</span>}
        </span>
      </th>
      <td>{row.direction}</td>
      <td data-number>{row.hops}</td>
      <td>{typeLabel(asset.type)}</td>
      <td>{asset.layer ?? <span className="subtle">–</span>}</td>
      <td>{asset.owner ?? <span className="subtle">–</span>}</td>
      <td data-number>{sideText(up)}</td>
      <td data-number>{sideText(down)}</td>
    </tr>
  );
}

function sideText({ total, shown }: { total: number; shown: number }): string {
  return total === shown ? count(total) : `${count(shown)} of ${count(total)}`;
}
