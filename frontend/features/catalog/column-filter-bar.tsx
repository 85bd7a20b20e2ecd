'use client';

import { Icon } from '../../components/icon';
import { count } from '../../components/text/numbers';
import type { ColumnFilter } from './column-tree';
import styles from './columns.module.css';

interface ColumnFilterBarProps {
  readonly filter: ColumnFilter;
  readonly onChange: (filter: ColumnFilter) => void;
  readonly shown: number;
  readonly all: number;
}

/** Text and two switches; how many are left is read out. */
export function ColumnFilterBar({ filter, onChange, shown, all }: ColumnFilterBarProps) {
  const { text, onlyClassified, onlyUndescribed } = filter;
  return (
    <div className={styles['bar']}>
      <label className={styles['filter']}>
        <Icon name="filter" size={14} />
        <span className="hidden-visually">Filter columns</span>
        <input
          data-search
          value={text}
          onChange={(event) => {
            onChange({ ...filter, text: event.target.value });
          }}
          placeholder="Filter columns"
          spellCheck={false}
        />
      </label>
      <Toggle
        label="only classified"
        isOn={onlyClassified}
        onToggle={(isOn) => {
          onChange({ ...filter, onlyClassified: isOn });
        }}
      />
      <Toggle
        label="only undescribed"
        isOn={onlyUndescribed}
        onToggle={(isOn) => {
          onChange({ ...filter, onlyUndescribed: isOn });
        }}
      />
      <span className={styles['count']} role="status">
        {shown === all ? count(all) : `${count(shown)} of ${count(all)}`}
      </span>
    </div>
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
      <input
        type="checkbox"
        checked={isOn}
        onChange={(event) => {
          onToggle(event.target.checked);
        }}
      />{' '}
      {label}
    </label>
  );
}
