import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import { AssetLink } from '../../components/asset/asset-link';
import { Chip } from '../../components/asset/chip';
import { DeliveryStatusMark } from '../../components/ingestion/delivery-status';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { CopyButton } from '../../components/text/copy-button';
import { bytes } from '../../components/text/numbers';
import { duration } from '../../components/text/time';
import { TimeAgo } from '../../components/text/time-ago';
import type { DeliveryOutcome, DeliveryReportQuery } from '../../graphql/generated/graphql';
import styles from './ingestion.module.css';
import { ReportCounts } from './report-counts';

export type ShownDelivery = NonNullable<DeliveryReportQuery['delivery']>;

interface DeliveryViewProps {
  readonly delivery: ShownDelivery;
  readonly outcome: DeliveryOutcome | null;
}

const PAGE = 100;

/** One delivery: what was in it, what came of each thing, and why. */
export function DeliveryView({ delivery, outcome }: DeliveryViewProps) {
  return (
    <div className={styles['two']}>
      <div className={styles['stack']}>
        {delivery.error && <DeliveryFailure error={delivery.error} />}
        {delivery.report && (
          <Panel title="Report" isFlush>
            <ReportCounts id={delivery.id} report={delivery.report} outcome={outcome} />
          </Panel>
        )}
        <Panel
          title={outcome ? `Things that were ${outcome.toLowerCase()}` : 'What came of each thing'}
          isFlush
          aside={outcome && <Link href={`/admin/ingestion/${delivery.id}`}>Show all</Link>}
        >
          <Items delivery={delivery} outcome={outcome} />
        </Panel>
      </div>
      <Panel title="Delivery">
        <Facts delivery={delivery} />
      </Panel>
    </div>
  );
}

function DeliveryFailure({ error }: { readonly error: NonNullable<ShownDelivery['error']> }) {
  return (
    <section className={styles['error']} role="alert">
      <h2>{error.message}</h2>
      <p className="muted">
        <code>{error.code}</code>
        {error.part && (
          <>
            {' '}
            in the part <code>{error.part}</code>
          </>
        )}
        {error.position && <> at {error.position}</>}. The bytes are kept: mend the cause and replay it, nothing has to
        be sent again.
      </p>
    </section>
  );
}

function Items({ delivery, outcome }: DeliveryViewProps) {
  const { items } = delivery;
  if (items.length === 0)
    return (
      <p className="subtle" style={{ padding: 14 }}>
        {delivery.report ? 'Nothing to say: what is unchanged has no line.' : 'It has not been read yet.'}
      </p>
    );
  const query = outcome ? `outcome=${outcome.toLowerCase()}&` : '';
  return (
    <>
      <Table label="Outcomes" head={['Outcome', 'Thing', 'Why', 'Asset']}>
        {items.map((item) => (
          <tr key={item.seq}>
            <td data-tight>
              <Chip bar={item.outcome === 'REFUSED' ? 'var(--t-status-fail)' : undefined}>
                {item.outcome.toLowerCase()}
              </Chip>
            </td>
            <td className="mono" style={{ overflowWrap: 'anywhere' }}>
              {item.key}
            </td>
            <td className="muted">{item.reason}</td>
            <td>{item.asset && <AssetLink asset={item.asset} />}</td>
          </tr>
        ))}
      </Table>
      {items.length === PAGE && (
        <p className={styles['more']}>
          <Link href={`/admin/ingestion/${delivery.id}?${query}after=${String(items.at(-1)?.seq ?? 0)}`}>
            Next {PAGE}
          </Link>
        </p>
      )}
    </>
  );
}

function Facts({ delivery }: { readonly delivery: ShownDelivery }) {
  const rows: [string, ReactNode][] = [
    ['Status', <DeliveryStatusMark key="status" status={delivery.status} />],
    ['Connector', delivery.connector],
    ['Sender', delivery.sender],
    ['Received', <TimeAgo key="at" at={delivery.receivedAt} />],
    ['Took', delivery.report && duration(delivery.report.durationMs)],
    ['Attempts', delivery.attempts],
    ['Parameters', <Parameters key="parameters" parameters={delivery.parameters} />],
    ['Parts', <Parts key="parts" parts={delivery.parts} />],
    ['Content', delivery.contentHash && <ContentHash hash={delivery.contentHash} />],
  ];
  return (
    <dl className={styles['facts']}>
      {rows
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

function Parameters({ parameters }: { readonly parameters: unknown }) {
  return Object.entries(asRecord(parameters)).map(([key, value]) => (
    <div key={key} className="mono">
      {key}={typeof value === 'string' ? value : JSON.stringify(value)}
    </div>
  ));
}

function Parts({ parts }: Pick<ShownDelivery, 'parts'>) {
  return parts.map((part) => (
    <div key={part.name}>
      {part.name} <span className="subtle">{bytes(part.byteCount)}</span>
    </div>
  ));
}

function ContentHash({ hash }: { readonly hash: string }) {
  return (
    <span className="mono">
      {hash.slice(0, 20)}… <CopyButton text={hash} what="the hash" />
    </span>
  );
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
