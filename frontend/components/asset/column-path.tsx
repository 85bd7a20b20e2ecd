import type { ReactNode } from 'react';
import { AssetLink } from './asset-link';
import type { AssetAddress } from './asset-href';
import { LayerChip } from './chip';
import styles from './column-path.module.css';
import type { Hop } from './hops';

/** A column on a path, or the asset as a whole. */
export interface PathStep {
  readonly asset: AssetAddress & { readonly displayName: string; readonly layer?: string | null };
  readonly column?: string | null;
}

interface ColumnPathProps {
  readonly path: readonly PathStep[];
  readonly label: string;
  /** The path ends where it must not. */
  readonly isWrong?: boolean;
  /** What happens after each step but the last. */
  readonly hops?: readonly Hop[];
  /** What else is to be said at a step; null: nothing. */
  readonly noteAt?: (index: number) => ReactNode;
}

/** A path over lineage drawn from its source down, a stop per column; also the list a screen reader walks. */
export function ColumnPath({ path, label, isWrong = false, hops = [], noteAt }: ColumnPathProps) {
  return (
    <ol className={styles['path']} aria-label={label} data-wrong={isWrong || undefined}>
      {path.map((step, index) => (
        <li key={index} className={styles['stop']} data-end={index === path.length - 1 || undefined}>
          <Stop step={step} name={nameOf(step, path)} />
          {noteAt?.(index)}
          <How hop={hops[index]} />
        </li>
      ))}
    </ol>
  );
}

function Stop({ step: { asset, column }, name }: { readonly step: PathStep; readonly name: string }) {
  return (
    <span className={styles['place']}>
      <AssetLink
        asset={{ ...asset, displayName: name }}
        query={column ? `tab=columns&col=${encodeURIComponent(column)}` : ''}
      />
      {column && <span className={styles['column']}>{column}</span>}
      {asset.layer && <LayerChip layer={asset.layer} />}
    </span>
  );
}

function How({ hop }: { readonly hop: Hop | undefined }) {
  if (!hop?.how) return null;
  return (
    <span className={styles['how']} title={hop.expression ?? undefined}>
      ↓ {hop.how}
      {hop.line !== null && `, SQL line ${String(hop.line)}`}
      {hop.expression !== null && <code>{hop.expression}</code>}
    </span>
  );
}

/** The short name, or the whole one where two on the path share it. */
function nameOf({ asset }: PathStep, path: readonly PathStep[]): string {
  const isShared = path.some((other) => other.asset.id !== asset.id && other.asset.displayName === asset.displayName);
  return isShared ? asset.name : asset.displayName;
}

/** The same path in one line: "users.email → dim_users.email". */
export function pathWords(path: readonly PathStep[]): string {
  return path.map((step) => (step.column ? `${nameOf(step, path)}.${step.column}` : nameOf(step, path))).join(' → ');
}
