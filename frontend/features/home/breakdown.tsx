import Link from 'next/link';
import { count } from '../../components/text/numbers';
import styles from './home.module.css';

interface BreakdownProps {
  readonly title: string;
  /** The search key that leads to each part. */
  readonly field: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly colorOf?: (value: string) => string;
  readonly labelOf?: (value: string) => string;
}

const MOST = 8;

/** How the catalog divides, largest first; each bar leads to its assets. */
export function Breakdown({ title, field, values, colorOf, labelOf }: BreakdownProps) {
  const largest = Math.max(1, ...values.map((value) => value.count));
  return (
    <section className={styles['breakdown']}>
      <h3>{title}</h3>
      <ul>
        {values.slice(0, MOST).map(({ value, count: size }) => (
          <li key={value}>
            <Link
              href={`/search?q=${encodeURIComponent(`${field}:${value}`)}`}
              prefetch={false}
              className={styles['bar']}
            >
              <span className="clip">{labelOf ? labelOf(value) : value}</span>
              <span className={styles['track']}>
                <span
                  style={{
                    width: `${String((size / largest) * 100)}%`,
                    background: colorOf ? colorOf(value) : 'var(--t-edge)',
                  }}
                />
              </span>
              <span className="num subtle">{count(size)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {values.length === 0 && <p className="subtle">Nothing yet.</p>}
    </section>
  );
}
