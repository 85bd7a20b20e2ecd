'use client';

import { TagChip } from '../../components/asset/chip';
import { ClassificationChips } from '../../components/asset/classification-chip';
import { Icon } from '../../components/icon';
import type { DataColumn } from '../../components/table/sort';
import type { TreeColumn } from './column-tree';
import styles from './columns.module.css';

/** The columns of the table of columns. */
export const columnTableColumns: readonly DataColumn<TreeColumn>[] = [
  {
    id: 'ordinal',
    header: '#',
    cell: (row) => <span className="num subtle">{row.ordinal}</span>,
    sortBy: (row) => row.ordinal,
  },
  { id: 'name', header: 'Name', cell: (row) => <NameCell column={row} />, sortBy: (row) => row.name },
  { id: 'type', header: 'Type', cell: (row) => <TypeCell column={row} />, sortBy: (row) => row.type ?? '' },
  { id: 'class', header: 'Classification & tags', cell: (row) => <MarksCell column={row} /> },
  { id: 'description', header: 'Description', cell: (row) => <DescriptionCell column={row} /> },
  {
    id: 'flow',
    header: 'from → to',
    cell: (row) => <FlowCell column={row} />,
    sortBy: (row) => row.upstreamCount + row.downstreamCount,
  },
];

interface CellProps {
  readonly column: TreeColumn;
}

function NameCell({ column }: CellProps) {
  return (
    <span className={styles['name']} style={{ paddingLeft: column.depth * 18 }} title={column.name}>
      {column.depth > 0 && <span className={styles['branch']} aria-hidden="true" />}
      <button type="button" className={styles['open']} aria-label={`${column.name}: lineage`}>
        {column.label}
      </button>
      {column.isPrimaryKey && (
        <span title="Primary key" className="subtle">
          <Icon name="key" size={13} />
        </span>
      )}
      {!column.isDeclared && (
        <span className={styles['note']} title="No source declared it; it was seen in lineage or in code">
          inferred
        </span>
      )}
    </span>
  );
}

function TypeCell({ column }: CellProps) {
  return (
    <span className={styles['type']}>
      {column.type ?? <span className="subtle">unknown</span>}
      {column.nullable === false && (
        <span className={styles['note']} title="Never null">
          not null
        </span>
      )}
    </span>
  );
}

function MarksCell({ column }: CellProps) {
  return (
    <span className={styles['marks']}>
      {column.classification && <ClassificationChips classification={column.classification} />}
      {column.tags.map((tag) => (
        <TagChip key={tag} tag={tag} />
      ))}
    </span>
  );
}

function DescriptionCell({ column }: CellProps) {
  if (!column.description) return <span className="subtle">—</span>;
  return (
    <span className={styles['about']} title={column.description}>
      {column.description}
    </span>
  );
}

function FlowCell({ column }: CellProps) {
  const { upstreamCount, downstreamCount } = column;
  if (upstreamCount + downstreamCount === 0) return <span className="subtle">—</span>;
  const words = `${String(upstreamCount)} columns feed it, it feeds ${String(downstreamCount)}`;
  return (
    <span className="num muted" style={{ whiteSpace: 'nowrap' }} title={words}>
      {upstreamCount} → {downstreamCount}
    </span>
  );
}
