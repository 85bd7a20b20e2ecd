import Link from 'next/link';
import styles from './governance.module.css';

interface FilterLinksProps {
  /** What they filter by, for those who listen. */
  readonly label: string;
  readonly links: readonly { readonly label: string; readonly href: string; readonly isCurrent: boolean }[];
}

/** One of several parts of a list, each an address. */
export function FilterLinks({ label, links }: FilterLinksProps) {
  return (
    <nav className={styles['filters']} aria-label={label}>
      {links.map(({ label: word, href, isCurrent }) => (
        <Link
          key={word}
          href={href}
          prefetch={false}
          scroll={false}
          className={styles['filter']}
          {...(isCurrent && { 'aria-current': true as const })}
        >
          {word}
        </Link>
      ))}
    </nav>
  );
}
