import Link from 'next/link';
import { AssetTypeIcon } from './asset-type';
import type { NearAsset } from './find-nearest';
import styles from './near-list.module.css';

interface NearListProps {
  readonly assets: readonly NearAsset[];
  readonly hrefOf: (asset: NearAsset) => string;
}

/** Assets that may have been meant, each with its whole name: the difference is often in its namespace. */
export function NearList({ assets, hrefOf }: NearListProps) {
  return (
    <ul className={styles['list']} aria-label="Nearest names">
      {assets.map((asset) => (
        <li key={asset.id}>
          <Link href={hrefOf(asset)} prefetch={false} className={styles['link']}>
            <AssetTypeIcon type={asset.type} />
            <span className={styles['name']}>{asset.displayName}</span>
            <span className={styles['path']} title={`${asset.namespace}.${asset.name}`}>
              {asset.name} · {asset.namespace}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
