import { Page } from '../components/shell/page';
import { currentViewer } from '../components/shell/viewer';
import { FirstSteps } from '../features/home/first-steps';
import { Overview } from '../features/home/overview';
import { CatalogOverview } from '../features/home/overview.query';
import { request } from '../graphql/client';
import { explainRefusal } from '../graphql/page-errors';

/** / — what the catalog holds, what changed, and whether what was sent arrived. */
export default async function HomePage() {
  const [{ overview }, viewer] = await Promise.all([request(CatalogOverview).catch(explainRefusal), currentViewer()]);
  const isEmpty = overview.assetCount === 0;
  return (
    <Page
      title={isEmpty ? 'Welcome to Tributary' : 'Overview'}
      lead={viewer && isEmpty ? 'Nothing is in the catalog yet. Three steps to the first lineage graph:' : undefined}
    >
      {isEmpty ? (
        <FirstSteps
          hasDelivery={overview.ledger.received > 0}
          hasAsset={overview.assetCount > 0}
          hasOwner={overview.unownedCount < overview.assetCount}
        />
      ) : (
        <Overview overview={overview} />
      )}
    </Page>
  );
}
