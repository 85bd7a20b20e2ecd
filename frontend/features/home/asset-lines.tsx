import type { ReactNode } from 'react';
import { AssetLink } from '../../components/asset/asset-link';
import type { AssetRowFragment } from '../../graphql/generated/graphql';
import styles from './home.module.css';

interface AssetLinesProps {
  readonly assets: readonly AssetRowFragment[];
  readonly aside: (asset: AssetRowFragment) => ReactNode;
  /** Said instead of an empty list. */
  readonly none: string;
}

const MOST = 8;

/** A short list of assets with one fact on the right. */
export function AssetLines({ assets, aside, none }: AssetLinesProps) {
  if (assets.length === 0)
    return (
      <p className="subtle" style={{ padding: 14 }}>
        {none}
      </p>
    );
  return (
    <ul className={styles['list']}>
      {assets.slice(0, MOST).map((asset) => (
        <li key={asset.id}>
          <span className={styles['where']}>
            <AssetLink asset={asset} />
            <span className={styles['place']}>{placeOf(asset)}</span>
          </span>
          <span className={styles['aside']}>{aside(asset)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The name without its last part, or the platform when there is nothing before it. */
function placeOf(asset: AssetRowFragment): string {
  const parts = asset.name.split('.');
  return parts.length > 1 ? parts.slice(0, -1).join('.') : asset.platform;
}
