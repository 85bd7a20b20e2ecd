import { AssetLink } from './asset-link';
import type { AssetAddress } from './asset-href';
import { LayerChip } from './chip';
import styles from './column-path.module.css';

/** A column on a path, or the asset as a whole. */
export interface PathStep {
  readonly asset: AssetAddress & { readonly displayName: string; readonly layer?: string | null };
  readonly column?: string | null;
}

/** A path over lineage drawn from its source down, a stop per column; also the list a screen reader walks. */
export function ColumnPath({ path, label }: { readonly path: readonly PathStep[]; readonly label: string }) {
  return (
    <ol className={styles['path']} aria-label={label}>
      {path.map(({ asset, column }, index) => (
        <li key={index} className={styles['stop']} data-end={index === path.length - 1 || undefined}>
          <AssetLink asset={asset} query={column ? `tab=columns&col=${encodeURIComponent(column)}` : ''} />
          {column && <span className={styles['column']}>{column}</span>}
          {asset.layer && <LayerChip layer={asset.layer} />}
        </li>
      ))}
    </ol>
  );
}

/** The same path in one line: "users.email → dim_users.email". */
export function pathWords(path: readonly PathStep[]): string {
  return path.map(({ asset, column }) => (column ? `${asset.displayName}.${column}` : asset.displayName)).join(' → ');
}
