import Link from 'next/link';
import { count } from '../../components/text/numbers';
import type { DeliveryOutcome, DeliveryReportQuery } from '../../graphql/generated/graphql';
import styles from './ingestion.module.css';

type Report = NonNullable<NonNullable<DeliveryReportQuery['delivery']>['report']>;

const OUTCOMES = ['matched', 'created', 'stubbed', 'merged', 'changed', 'closed', 'refused'] as const;
const WRITTEN = [
  ['unchanged', 'unchanged'],
  ['columns', 'columns'],
  ['edges', 'edges'],
  ['columnEdges', 'column edges'],
  ['rules', 'checks'],
  ['results', 'results'],
  ['rowsWritten', 'rows written'],
] as const;

interface ReportCountsProps {
  readonly id: string;
  readonly report: Report;
  readonly outcome: DeliveryOutcome | null;
}

/** What a delivery did, counted; each outcome filters the list below. */
export function ReportCounts({ id, report, outcome }: ReportCountsProps) {
  return (
    <>
      <div className={styles['counts']}>
        {OUTCOMES.map((name) => {
          const isCurrent = outcome === name.toUpperCase();
          return (
            <Link
              key={name}
              href={`/admin/ingestion/${id}${isCurrent ? '' : `?outcome=${name}`}`}
              prefetch={false}
              scroll={false}
              className={styles['count']}
              data-zero={report[name] === 0 || undefined}
              {...(isCurrent && { 'aria-current': true as const })}
            >
              <span className={styles['countValue']}>{count(report[name])}</span>
              <span className={styles['countLabel']}>{name}</span>
            </Link>
          );
        })}
      </div>
      <div className={styles['counts']} style={{ borderTop: '1px solid var(--t-border)' }}>
        {WRITTEN.map(([name, label]) => (
          <div key={name} className={styles['count']} data-zero={report[name] === 0 || undefined}>
            <span className={styles['countValue']}>{count(report[name])}</span>
            <span className={styles['countLabel']}>{label}</span>
          </div>
        ))}
      </div>
    </>
  );
}
