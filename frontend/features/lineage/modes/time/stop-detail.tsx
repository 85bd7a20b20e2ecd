import Link from 'next/link';
import styles from '../modes.module.css';
import { changeWords, type Stop } from './stops';

/** What happened at the change the slider stands at, with the reports of the deliveries that brought it. */
export function StopDetail({ stop }: { readonly stop: Stop | undefined }) {
  if (stop?.kind === 'before') return <span className={styles['words']}>before the first known change</span>;
  if (!stop?.moment) return null;
  const { deliveryIds } = stop.moment;
  return (
    <span className={styles['words']} data-testid="change">
      {changeWords(stop.moment)}
      {deliveryIds.slice(0, 3).map((id) => (
        <Link key={id} href={`/admin/ingestion/${id}`} prefetch={false}>
          {' '}
          delivery
        </Link>
      ))}
    </span>
  );
}
