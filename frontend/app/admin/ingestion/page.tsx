import type { Metadata } from 'next';
import Link from 'next/link';
import { LedgerLine } from '../../../components/ingestion/ledger-line';
import { Page, Panel } from '../../../components/shell/page';
import { DELIVERY_STATUSES, loadIngestion, withIngestion } from '../../../components/url-state';
import { DeliveryList } from '../../../features/ingestion/delivery-list';
import { Deliveries } from '../../../features/ingestion/deliveries.query';
import { EventFlow } from '../../../features/ingestion/event-flow';
import { EventFlow as EventFlowQuery } from '../../../features/ingestion/events.query';
import events from '../../../features/ingestion/events.module.css';
import styles from '../../../features/ingestion/ingestion.module.css';
import { RefreshWhile } from '../../../features/ingestion/refresh-while';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';
import type { DeliveryStatus } from '../../../graphql/generated/graphql';

export const metadata: Metadata = { title: 'Ingestion' };

const WORDS: Record<(typeof DELIVERY_STATUSES)[number], string> = {
  receiving: 'Receiving',
  pending: 'Pending',
  processed: 'Processed',
  deduplicated: 'Repeated',
  dead: 'Dead letters',
};

/** /admin/ingestion?status=dead — everything that was ever sent here, and what became of it. */
export default async function IngestionPage({ searchParams }: PageProps<'/admin/ingestion'>) {
  const { status, connector, after } = await loadIngestion(searchParams);
  const wanted = status ? [status.toUpperCase() as DeliveryStatus] : null;
  const [answer, flow] = await Promise.all([
    request(Deliveries, { status: wanted, connector, after }).catch(explainRefusal),
    request(EventFlowQuery).catch(explainRefusal),
  ]);
  const { nodes, endCursor } = answer.deliveries;
  return (
    <Page
      title="Ingestion"
      lead="Nothing that was sent is ever lost: what is received is processed, repeated, dead or pending."
      isWide
    >
      <div className={events['stack']}>
        <Panel title="Ledger" isFlush>
          <div className={styles['top']}>
            <LedgerLine ledger={answer.ledger} />
          </div>
        </Panel>
        <EventFlow flow={flow} />
        <h2>Deliveries</h2>
      </div>
      <Filters status={status} connector={connector} />
      <DeliveryList deliveries={nodes} isFiltered={status !== null || connector !== null} />
      {endCursor && (
        <p className={styles['more']}>
          <Link href={withIngestion('/admin/ingestion', { status, connector, after: endCursor })}>
            Older deliveries
          </Link>
        </p>
      )}
      <RefreshWhile
        isWaiting={nodes.some((delivery) => delivery.status === 'PENDING' || delivery.status === 'RECEIVING')}
      />
    </Page>
  );
}

interface FiltersProps {
  readonly status: (typeof DELIVERY_STATUSES)[number] | null;
  readonly connector: string | null;
}

function Filters({ status, connector }: FiltersProps) {
  return (
    <nav className={styles['filters']} aria-label="Filter by status">
      <Filter label="All" isCurrent={status === null} href={withIngestion('/admin/ingestion', { connector })} />
      {DELIVERY_STATUSES.map((name) => (
        <Filter
          key={name}
          label={WORDS[name]}
          isCurrent={status === name}
          href={withIngestion('/admin/ingestion', { status: name, connector })}
        />
      ))}
    </nav>
  );
}

function Filter({
  label,
  isCurrent,
  href,
}: {
  readonly label: string;
  readonly isCurrent: boolean;
  readonly href: string;
}) {
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      className={styles['filter']}
      {...(isCurrent && { 'aria-current': true as const })}
    >
      {label}
    </Link>
  );
}
