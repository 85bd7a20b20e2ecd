'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { count } from '../../components/text/numbers';
import styles from './governance.module.css';

/** One part of governance; `open` is what waits there, null where nothing is counted. */
export interface GovernancePart {
  readonly href: string;
  readonly label: string;
  readonly open: number | null;
}

/** Every part lies below it. */
const ROOT = '/governance';

/** The parts of governance, each with what waits there. */
export function GovernanceNav({ parts }: { readonly parts: readonly GovernancePart[] }) {
  const pathname = usePathname();
  return (
    <nav className={styles['nav']} aria-label="Governance">
      {parts.map(({ href, label, open }) => {
        const isCurrent = pathname === href || (href !== ROOT && pathname.startsWith(`${href}/`));
        return (
          <Link
            key={href}
            href={href}
            prefetch={false}
            className={styles['part']}
            {...(isCurrent && { 'aria-current': 'page' as const })}
          >
            {label}
            {open !== null && open > 0 && <span className={styles['partCount']}>{count(open)}</span>}
          </Link>
        );
      })}
    </nav>
  );
}
