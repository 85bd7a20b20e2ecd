import { Suspense } from 'react';
import { currentViewer, may } from '../../components/shell/viewer';
import { ListSkeleton } from '../../components/states/list-skeleton';
import type { AssetTab } from '../../components/url-state';
import { AssetHead } from './asset-head';
import styles from './asset.module.css';
import { ColumnsTab } from './columns-tab-later';
import { HistoryTab } from './history-tab';
import { IdentityTab } from './identity-tab';
import { LineageTab } from './lineage-tab';
import type { TabAsset } from './load-asset';
import { OverviewTab } from './overview-tab';
import { PastBanner } from './past/past-banner';
import { PastTab } from './past/past-tab';
import { PoliciesTab } from './policies-tab';
import { QualityTab } from './quality-tab';
import { RunsTab } from './runs-tab';
import { SqlTab } from './sql-tab';

interface AssetPageProps {
  readonly loaded: TabAsset;
  /** Null for today. */
  readonly at: Date | null;
}

/** The head and the one tab that was asked for. */
export function AssetPage({ loaded, at }: AssetPageProps) {
  const { asset, tab } = loaded;
  return (
    <>
      <AssetHead asset={asset} tab={tab} at={at} />
      {at && <PastBanner asset={asset} tab={tab} at={at} />}
      <div className={styles['body']}>
        <Suspense key={tab} fallback={<ListSkeleton what="this tab" />}>
          {at && hasPast(tab) ? <PastTab assetId={asset.id} tab={tab} at={at} /> : <TabBody loaded={loaded} />}
        </Suspense>
      </div>
    </>
  );
}

const hasPast = (tab: AssetTab): tab is 'overview' | 'columns' | 'lineage' =>
  tab === 'overview' || tab === 'columns' || tab === 'lineage';

async function TabBody({ loaded }: { readonly loaded: TabAsset }) {
  const viewer = await currentViewer();
  const mayClassify = may(viewer, 'catalog:classify');
  if (loaded.tab === 'overview')
    return <OverviewTab asset={loaded.asset} mayEdit={may(viewer, 'catalog:write')} mayClassify={mayClassify} />;
  if (loaded.tab === 'columns')
    return <ColumnsTab assetId={loaded.asset.id} columns={loaded.asset.columns} mayClassify={mayClassify} />;
  if (loaded.tab === 'sources') return <IdentityTab asset={loaded.asset} mayMerge={may(viewer, 'catalog:merge')} />;
  return <PlainTab loaded={loaded} />;
}

/** Tabs that look the same to everybody. */
function PlainTab({ loaded }: { readonly loaded: Exclude<TabAsset, { tab: 'overview' | 'columns' | 'sources' }> }) {
  switch (loaded.tab) {
    case 'lineage':
      return <LineageTab asset={loaded.asset} />;
    case 'runs':
      return <RunsTab asset={loaded.asset} />;
    case 'quality':
      return <QualityTab checks={loaded.asset.checks} />;
    case 'policies':
      return <PoliciesTab assetId={loaded.asset.id} />;
    case 'history':
      return <HistoryTab asset={loaded.asset} />;
    case 'sql':
      return <SqlTab code={loaded.asset.code ?? null} />;
  }
}
