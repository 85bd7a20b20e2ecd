import type { Metadata } from 'next';
import { Suspense } from 'react';
import { Page } from '../../components/shell/page';
import type { View } from '../../features/lineage/graph/view';
import { LineageExplorer } from '../../features/lineage/lineage-explorer';
import { loadLineage, viewOf } from '../../features/lineage/lineage-params';
import { loadFocus } from '../../features/lineage/load-focus';
import type { Ask } from '../../features/lineage/scene/ask';
import { loadFirstView } from '../../features/lineage/scene/load-view';
import { ExplorerSkeleton } from '../../features/lineage/start/explorer-skeleton';
import { StartPage } from '../../features/lineage/start/start-page';
import { StartingPoints } from '../../features/lineage/start/start.query';
import { request } from '../../graphql/client';
import { explainRefusal } from '../../graphql/page-errors';
import type { VariablesOf } from '../../graphql/transport';

export const metadata: Metadata = { title: 'Lineage' };

/** /lineage?focus=… — what feeds an asset and what it feeds; without a focus, where to begin. */
export default async function LineagePage({ searchParams }: PageProps<'/lineage'>) {
  const params = await loadLineage(searchParams);
  if (params.focus === null) return <Start />;
  const focusId = await loadFocus(params.focus).catch(explainRefusal);
  return (
    <Suspense key={params.focus} fallback={<ExplorerSkeleton />}>
      <Explorer asked={params.focus} focusId={focusId} view={viewOf(params, focusId)} />
    </Suspense>
  );
}

interface ExplorerProps {
  readonly asked: string;
  readonly focusId: string;
  readonly view: View;
}

async function Explorer({ asked, focusId, view }: ExplorerProps) {
  const pieces = await loadFirstView(view, ask).catch(explainRefusal);
  return <LineageExplorer asked={asked} focusId={focusId} initial={pieces} />;
}

async function Start() {
  const { overview } = await request(StartingPoints).catch(explainRefusal);
  return (
    <Page title="Lineage" lead="What feeds an asset, and what it feeds. Start from any asset.">
      <StartPage assets={overview.mostUsed} edgeCount={overview.edgeCount} />
    </Page>
  );
}

const ask: Ask = (document, variables) => request(document, ...([variables] as VariablesOf<typeof variables>));
