import type { ReactNode } from 'react';
import styles from './table.module.css';

interface Head {
  readonly label: string;
  readonly align?: 'end';
  /** Columns of buttons have a name that is only read out. */
  readonly isHidden?: boolean;
}

interface TableProps {
  readonly label: string;
  readonly head: readonly (Head | string)[];
  readonly children: ReactNode;
}

/** A dense table drawn on the server: no script. Rows are the caller's `tr`s. */
export function Table({ label, head, children }: TableProps) {
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']} aria-label={label}>
        <thead>
          <tr>
            {head.map((entry) => {
              const {
                label: text,
                align,
                isHidden,
              } = typeof entry === 'string' ? { label: entry, align: undefined, isHidden: false } : entry;
              return (
                <th key={text} scope="col" data-align={align}>
                  {isHidden ? <span className="hidden-visually">{text}</span> : text}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
