import Link from 'next/link';
import type { LedgerCountsFragment } from '../../graphql/generated/graphql';
import { count } from '../text/numbers';
import styles from './ledger-line.module.css';

/** received = processed + deduplicated + dead letters + pending, as the sum it is; each part leads to its deliveries. */
export function LedgerLine({ ledger }: { readonly ledger: LedgerCountsFragment }) {
  const parts = [
    { label: 'processed', value: ledger.processed },
    { label: 'repeated', status: 'deduplicated', value: ledger.deduplicated },
    { label: 'dead', value: ledger.deadLettered, status: 'dead' },
    { label: 'pending', value: ledger.pending },
  ];
  return (
    <div className={styles['line']}>
      <Part label="received" value={ledger.received} href="/admin/ingestion" />
      {parts.map((part, index) => (
        <span key={part.label} className={styles['term']}>
          <span className={styles['sign']}>{index === 0 ? '=' : '+'}</span>
          <Part
            label={part.label}
            value={part.value}
            href={`/admin/ingestion?status=${part.status ?? part.label}`}
            isAlarming={part.status === 'dead' && part.value > 0}
          />
        </span>
      ))}
      <span className={styles['verdict']} data-ok={ledger.balances || undefined}>
        {ledger.balances ? '✓ balances' : '✗ does not add up'}
      </span>
    </div>
  );
}

interface PartProps {
  readonly label: string;
  readonly value: number;
  readonly href: string;
  readonly isAlarming?: boolean;
}

function Part({ label, value, href, isAlarming = false }: PartProps) {
  return (
    <Link href={href} prefetch={false} className={styles['part']} data-alarming={isAlarming || undefined}>
      <span className={styles['value']}>{count(value)}</span>
      <span className={styles['label']}>{label}</span>
    </Link>
  );
}
