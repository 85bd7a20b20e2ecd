import Link from 'next/link';
import { assetHref, type AssetAddress } from './asset-href';
import { AssetTypeIcon } from './asset-type';
import styles from './asset-link.module.css';

interface AssetLinkProps {
  readonly asset: AssetAddress & { readonly displayName: string };
  /** Added to the address, e.g. `tab=columns`. */
  readonly query?: string;
}

/** An asset in running text or a cell: its sign and its short name; the whole name in the title. */
export function AssetLink({ asset, query = '' }: AssetLinkProps) {
  return (
    <Link
      href={assetHref(asset, query)}
      prefetch={false}
      className={styles['link']}
      title={`${asset.name}\n${asset.namespace}`}
    >
      <span className={styles['sign']}>
        <AssetTypeIcon type={asset.type} size={15} />
      </span>
      <span className={styles['name']}>{asset.displayName}</span>
    </Link>
  );
}
