'use client';

import { Icon } from '../../../components/icon';
import type { Level } from '../graph/view';
import styles from './toolbar.module.css';

interface LevelSwitchProps {
  readonly level: Level;
  readonly column: string | null;
  readonly onLevel: (level: Level) => void;
  readonly onChooseColumn: () => void;
}

/** Whole assets, or the ways of one column, and which one. */
export function LevelSwitch({ level, column, onLevel, onChooseColumn }: LevelSwitchProps) {
  return (
    <>
      <div className={styles['switch']} role="group" aria-label="Level" data-testid="level">
        <button type="button" aria-pressed={level === 'table'} onClick={() => onLevel('table')}>
          Assets
        </button>
        <button type="button" aria-pressed={level === 'column'} onClick={() => onLevel('column')}>
          Columns
        </button>
      </div>
      {level === 'column' && (
        <button type="button" className={styles['button']} onClick={onChooseColumn} data-testid="choose-column">
          <span className={styles['columnName']}>{column ?? 'choose a column'}</span>
          <Icon name="down" size={12} />
        </button>
      )}
    </>
  );
}
