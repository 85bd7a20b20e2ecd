import type { Metadata } from 'next';
import { Page } from '../../components/shell/page';
import { LineageExplorer } from '../../features/lineage/lineage-explorer';
import { loadLineage, viewOf } from '../../features/lineage/lineage-params';
import { loadFocus } from '../../features/lineage/load-focus';
import type { Ask } from '../../features/lineage/scene/ask';
import { loadFirstView } from '../../features/lineage/scene/load-view';
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
  const view = viewOf(params, focusId);
  const pieces = await loadFirstView(view, ask).catch(explainRefusal);
  return <LineageExplorer key={params.focus} asked={params.focus} focusId={focusId} initial={pieces} />;
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
