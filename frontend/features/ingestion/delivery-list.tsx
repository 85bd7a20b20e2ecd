import Link from 'next/link';
import { DeliveryStatusMark } from '../../components/ingestion/delivery-status';
import { EmptyState } from '../../components/states/empty-state';
import { Table } from '../../components/table/table';
import { bytes, count } from '../../components/text/numbers';
import { duration } from '../../components/text/time';
import { TimeAgo } from '../../components/text/time-ago';
import type { DeliveriesQuery } from '../../graphql/generated/graphql';
import styles from './ingestion.module.css';

type ListedDelivery = DeliveriesQuery['deliveries']['nodes'][number];

const HEAD = [
  'Status',
  'Source',
  'What came of it',
  'Sender',
  { label: 'Size', align: 'end' },
  { label: 'Took', align: 'end' },
  { label: 'Received', align: 'end' },
] as const;

interface DeliveryListProps {
  readonly deliveries: readonly ListedDelivery[];
  readonly isFiltered: boolean;
}

/** Deliveries, newest first, each with what came of it. */
export function DeliveryList({ deliveries, isFiltered }: DeliveryListProps) {
  if (deliveries.length === 0) return isFiltered ? <NoneInThisState /> : <NoneAtAll />;
  return (
    <Table label="Deliveries" head={HEAD}>
      {deliveries.map((delivery) => (
        <DeliveryRow key={delivery.id} delivery={delivery} />
      ))}
    </Table>
  );
}

function NoneInThisState() {
  return (
    <EmptyState title="No delivery is in this state" actions={<Link href="/admin/ingestion">Show all</Link>}>
      Nothing is hidden: the sum above counts every delivery that was ever received.
    </EmptyState>
  );
}

function NoneAtAll() {
  return (
    <EmptyState
      title="Nothing has been delivered yet"
      snippet="npx tributary ingest dbt ./target --namespace postgres://db.internal:5432"
      actions={<Link href="/admin/tokens">Make a token first</Link>}
    >
      Send a dbt project, an OpenLineage event or a document of any other connector; it appears here at once.
    </EmptyState>
  );
}

function DeliveryRow({ delivery }: { readonly delivery: ListedDelivery }) {
  return (
    <tr>
      <td data-tight>
        <DeliveryStatusMark status={delivery.status} />
      </td>
      <td data-tight>
        <Link href={`/admin/ingestion/${delivery.id}`} prefetch={false}>
          {delivery.report?.source ?? delivery.connector}
        </Link>
      </td>
      <td>
        <Outcome delivery={delivery} />
      </td>
      <td className="muted">{delivery.sender}</td>
      <td data-align="end" className="muted">
        {bytes(delivery.byteCount)}
      </td>
      <td data-align="end" className="muted">
        {delivery.report ? duration(delivery.report.durationMs) : ''}
      </td>
      <td data-align="end" data-tight className="subtle">
        <TimeAgo at={delivery.receivedAt} />
      </td>
    </tr>
  );
}

function Outcome({ delivery }: { readonly delivery: ListedDelivery }) {
  if (delivery.error) return <span className={styles['failure']}>{delivery.error.message}</span>;
  if (!delivery.report)
    return (
      <span className="subtle">
        {delivery.status === 'DEDUPLICATED' ? 'the same document had come before' : 'not read yet'}
      </span>
    );
  const { matched, created, changed, closed, refused } = delivery.report;
  const parts = [
    [matched, 'matched'],
    [created, 'created'],
    [changed, 'changed'],
    [closed, 'closed'],
    [refused, 'refused'],
  ] as const;
  const said = parts.filter(([value]) => value > 0).map(([value, word]) => `${count(value)} ${word}`);
  return <span className={styles['result']}>{said.length === 0 ? 'nothing new' : said.join(' · ')}</span>;
}
