import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLoader, parseAsInteger, parseAsStringLiteral } from 'nuqs/server';
import { Page } from '../../../../components/shell/page';
import { currentViewer, may } from '../../../../components/shell/viewer';
import { DeliveryView } from '../../../../features/ingestion/delivery-view';
import { DeliveryReport } from '../../../../features/ingestion/deliveries.query';
import { RefreshWhile } from '../../../../features/ingestion/refresh-while';
import { ReplayButton } from '../../../../features/ingestion/replay-button';
import { request } from '../../../../graphql/client';
import { explainRefusal } from '../../../../graphql/page-errors';
import type { DeliveryOutcome } from '../../../../graphql/generated/graphql';

export const metadata: Metadata = { title: 'Delivery' };

const OUTCOMES = ['matched', 'created', 'stubbed', 'merged', 'changed', 'closed', 'refused', 'noted'] as const;
const WAITING: ReadonlySet<string> = new Set(['PENDING', 'RECEIVING']);
const load = createLoader({ outcome: parseAsStringLiteral(OUTCOMES), after: parseAsInteger });

/** /admin/ingestion/{id}?outcome=refused — the report of one delivery. */
export default async function DeliveryPage({ params, searchParams }: PageProps<'/admin/ingestion/[id]'>) {
  const { id } = await params;
  const { outcome, after } = await load(searchParams);
  const wanted = outcome ? (outcome.toUpperCase() as DeliveryOutcome) : null;
  const [{ delivery }, viewer] = await Promise.all([
    request(DeliveryReport, { id, outcome: wanted ? [wanted] : null, after }).catch(explainRefusal),
    currentViewer(),
  ]);
  if (!delivery) notFound();
  const mayReplay = delivery.status === 'DEAD' && may(viewer, 'ingest:replay');
  return (
    <Page
      title={delivery.report?.source ?? `${delivery.connector} delivery`}
      crumbs={[{ label: 'Ingestion', href: '/admin/ingestion' }]}
      actions={mayReplay ? <ReplayButton id={delivery.id} /> : undefined}
      isWide
    >
      <DeliveryView delivery={delivery} outcome={wanted} />
      <RefreshWhile isWaiting={WAITING.has(delivery.status)} />
    </Page>
  );
}
