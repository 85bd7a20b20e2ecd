import Link from 'next/link';
import { AssetLink } from '../../../components/asset/asset-link';
import { counted } from '../../../components/text/numbers';
import { withViolations } from '../governance-params';
import type { FixPoint } from './fixes.query';
import styles from './fixes.module.css';

/** A column to mask, who makes it, and what that clears: the number leads to these violations. */
export function FixLine({ fix: { asset, column, clears, violationIds } }: { readonly fix: FixPoint }) {
  const href = withViolations('/governance/violations', {
    status: ['open', 'acknowledged'],
    ids: [...violationIds],
  });
  return (
    <li className={styles['line']}>
      <span className={styles['place']}>
        <span className="muted">mask</span>
        <AssetLink asset={asset} query={`tab=columns&col=${encodeURIComponent(column)}`} />
        <code>{column}</code>
      </span>
      <Link href={href} prefetch={false} className={styles['clears']}>
        clears {counted(clears, 'violation')}
      </Link>
    </li>
  );
}
