import Link from 'next/link';
import { assetHref, type AssetAddress } from '../../../components/asset/asset-href';
import { momentWords } from '../../../components/text/moment-words';
import { withAsset, type AssetTab } from '../../../components/url-state';
import styles from './past.module.css';

/** Tabs that can show the past; the others say that they do not. */
const PAST_TABS: readonly AssetTab[] = ['overview', 'columns', 'lineage'];

interface PastBannerProps {
  readonly asset: AssetAddress;
  readonly tab: AssetTab;
  readonly at: Date;
}

/** The amber line over everything that is not shown as of now. */
export function PastBanner({ asset, tab, at }: PastBannerProps) {
  return (
    <div className={styles['banner']} role="status" data-testid="moment-banner">
      <span>
        As of <strong>{momentWords(at)}</strong>
        {PAST_TABS.includes(tab)
          ? ': what its sources said then. The lines above are of today.'
          : ': this tab has no past, it shows today.'}
      </span>
      <Link href={assetHref(asset, withAsset({ tab }).slice(1))} prefetch={false}>
        Back to today
      </Link>
    </div>
  );
}
