import Link from 'next/link';
import { count } from '../../components/text/numbers';
import styles from './home.module.css';
import type { OverviewData } from './overview-data';

/** The catalog in numbers, gaps beside what is known; every number is counted, none is a score. */
export function Stats({ overview }: { readonly overview: OverviewData }) {
  const of = overview.assetCount;
  return (
    <div className={styles['stats']}>
      <Stat label="assets" value={of} href="/search" />
      <Stat label="columns" value={overview.columnCount} />
      <Stat label="lineage edges" value={overview.edgeCount} />
      <Stat label="only mentioned" value={overview.stubCount} of={of} href="/search?q=status%3Astub" />
      <Stat label="without an owner" value={overview.unownedCount} of={of} href="/search?q=missing%3Aowner" />
      <Stat
        label="without a description"
        value={overview.undescribedCount}
        of={of}
        href="/search?q=missing%3Adescription"
      />
      <Stat label="failing checks" value={overview.failingRules} />
    </div>
  );
}

interface StatProps {
  readonly label: string;
  readonly value: number;
  /** The whole that the value is a part of. */
  readonly of?: number;
  readonly href?: string;
}

function Stat({ label, value, of, href }: StatProps) {
  const inside = (
    <>
      <span className={styles['statValue']}>{count(value)}</span>
      <span className={styles['statLabel']}>
        {label}
        {of !== undefined && of > 0 && <span className={styles['share']}>{Math.round((value / of) * 100)} %</span>}
      </span>
    </>
  );
  if (href === undefined) return <div className={styles['stat']}>{inside}</div>;
  return (
    <Link href={href} prefetch={false} className={styles['stat']}>
      {inside}
    </Link>
  );
}
