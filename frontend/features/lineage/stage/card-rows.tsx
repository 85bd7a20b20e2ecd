'use client';

import { memo, type CSSProperties } from 'react';
import { count } from '../../../components/text/numbers';
import type { ColumnRow, Rows } from '../graph/group';
import type { Side } from '../graph/graph';
import { spokenColumn } from '../graph/describe';
import { classHue, classOf } from '../graph/lens';
import type { CardActions } from './asset-card';
import styles from './card-rows.module.css';

/** What rows show beyond their columns; ids of rows. */
export interface RowLook {
  /** The followed column; null while one has yet to be chosen, and between whole assets. */
  readonly root: string | null;
  readonly selected: string | null;
  readonly active: string;
  /** Rows on the way that is picked out; null when none is. */
  readonly litRows: ReadonlySet<string> | null;
}

interface CardRowsProps {
  readonly cardId: string;
  readonly rows: Rows;
  readonly look: RowLook;
  readonly actions: CardActions;
}

/** The columns of a card: those on the ways drawn, what is folded, and the way to all others. */
export function CardRows({ cardId, rows, look, actions }: CardRowsProps) {
  const { shown, folded, others } = rows;
  return (
    <div className={styles['rows']} role="group" aria-label="Columns" data-testid="rows">
      {shown.map((row) => (
        <Row
          key={row.id}
          row={row}
          isRoot={row.id === look.root}
          isSelected={row.id === look.selected}
          isActive={row.id === look.active}
          isDim={look.litRows !== null && !look.litRows.has(row.id)}
          isFollowed={look.root !== null}
          actions={actions}
        />
      ))}
      {folded && (
        <button type="button" className={styles['line']} tabIndex={-1} onClick={() => actions.unfold(cardId)}>
          {`${count(folded.count)} more on the way`}
        </button>
      )}
      {others > 0 && (
        <button
          type="button"
          className={styles['line']}
          tabIndex={-1}
          title="Follow another column"
          onClick={() => actions.chooseColumn(cardId)}
        >
          {`+ ${count(others)} ${others === 1 ? 'column' : 'columns'}`}
        </button>
      )}
    </div>
  );
}

interface RowProps {
  readonly row: ColumnRow;
  readonly isRoot: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly isDim: boolean;
  /** A column is followed; else the rows are there to choose from. */
  readonly isFollowed: boolean;
  readonly actions: CardActions;
}

const Row = memo(function Row(props: RowProps) {
  const { row, isRoot, isSelected, isDim, isFollowed, actions } = props;
  return (
    <div
      className={styles['row']}
      data-testid="column"
      data-column={row.id}
      data-root={isRoot || undefined}
      data-selected={isSelected || undefined}
      data-dim={isDim || undefined}
      onPointerEnter={() => actions.hover(row.id)}
      onPointerLeave={() => actions.hover(null)}
    >
      <RowFace {...props} />
      {isFollowed && <Further row={row} side="up" onFurther={actions.further} />}
      {isFollowed && <Further row={row} side="down" onFurther={actions.further} />}
    </div>
  );
});

function RowFace({ row, isRoot, isSelected, isActive, actions }: RowProps) {
  const { id, node } = row;
  const { name = '', type = null } = node.column ?? {};
  return (
    <button
      type="button"
      className={styles['face']}
      id={`node-${id}`}
      tabIndex={isActive ? 0 : -1}
      aria-label={spokenColumn(node)}
      aria-pressed={isSelected}
      aria-current={isRoot ? 'true' : undefined}
      title={name}
      onFocus={() => actions.activate(id)}
      onClick={() => actions.open(id)}
    >
      <span className={styles['name']}>{name}</span>
      <ClassSign row={row} />
      <span className={styles['type']}>{type}</span>
    </button>
  );
}

function ClassSign({ row: { node } }: { readonly row: ColumnRow }) {
  const sensitive = node.column ? classOf(node.column) : '';
  if (sensitive === '') return null;
  const { light, dark } = classHue(sensitive);
  return (
    <span className={styles['class']} title={`Classified ${sensitive}`}>
      <span aria-hidden="true" style={{ '--hue-light': light, '--hue-dark': dark } as CSSProperties} /> {sensitive}
    </span>
  );
}

interface FurtherProps {
  readonly row: ColumnRow;
  readonly side: Side;
  readonly onFurther: (side: Side) => void;
}

/** "+3" at the end of a way that goes on beyond the depth; what does not lie on the way is not counted here. */
function Further({ row: { node }, side, onFurther }: FurtherProps) {
  const { more, isOpen } = node[side];
  const isOutward = side === 'up' ? node.distance <= 0 : node.distance >= 0;
  if (!isOutward || isOpen || more === 0) return null;
  const where = side === 'up' ? 'upstream' : 'downstream';
  return (
    <button
      type="button"
      className={styles['further']}
      data-side={side}
      data-testid={`further-${side}`}
      tabIndex={-1}
      aria-label={`Go one step further ${where}: ${node.column?.name ?? ''} has ${String(more)} more`}
      title="One step further"
      onClick={() => onFurther(side)}
    >
      +{more}
    </button>
  );
}
