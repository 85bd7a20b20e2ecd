import { Suspense } from 'react';
import { Page } from '../components/shell/page';
import { currentViewer, refuseVisitors } from '../components/shell/viewer';
import { ListSkeleton } from '../components/states/list-skeleton';
import { FirstSteps } from '../features/home/first-steps';
import { Overview } from '../features/home/overview';
import { CatalogOverview } from '../features/home/overview.query';
import { request } from '../graphql/client';
import type { CatalogOverviewQuery } from '../graphql/generated/graphql';
import { explainRefusal } from '../graphql/page-errors';

/** / — what the catalog holds, what changed, and whether what was sent arrived. */
export default async function HomePage() {
  const answer = request(CatalogOverview);
  await refuseVisitors(answer);
  return (
    <Suspense fallback={<Waiting />}>
      <Home answer={answer} />
    </Suspense>
  );
}

function Waiting() {
  return (
    <Page title="Overview">
      <ListSkeleton what="the overview" row={44} />
    </Page>
  );
}

async function Home({ answer }: { readonly answer: Promise<CatalogOverviewQuery> }) {
  const [{ overview }, viewer] = await Promise.all([answer.catch(explainRefusal), currentViewer()]);
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
