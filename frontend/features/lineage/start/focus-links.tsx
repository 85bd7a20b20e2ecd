import Link from 'next/link';
import { AssetTypeIcon } from '../../../components/asset/asset-type';
import { count } from '../../../components/text/numbers';
import type { AssetType } from '../../../graphql/generated/graphql';
import styles from './start.module.css';

/** An asset to start from. */
export interface StartingPoint {
  readonly id: string;
  readonly type: AssetType;
  readonly name: string;
  readonly displayName: string;
  readonly upstreamCount?: number;
  readonly downstreamCount?: number;
}

/** Assets, each a link to its lineage. */
export function FocusLinks({ assets }: { readonly assets: readonly StartingPoint[] }) {
  return (
    <ul className={styles['links']}>
      {assets.map((asset) => (
        <li key={asset.id}>
          <Link href={`/lineage?focus=${asset.id}`} prefetch={false} className={styles['link']}>
            <AssetTypeIcon type={asset.type} />
            <span className={styles['name']}>{asset.displayName}</span>
            <span className={styles['path']}>{asset.name}</span>
            {asset.upstreamCount !== undefined && (
              <span className={styles['counts']}>
                {count(asset.upstreamCount)} up · {count(asset.downstreamCount ?? 0)} down
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
