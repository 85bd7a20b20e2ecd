import Link from 'next/link';
import { Fragment, type ReactNode } from 'react';
import styles from './page.module.css';

interface PageProps {
  readonly title: ReactNode;
  readonly crumbs?: readonly { readonly label: string; readonly href: string }[];
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  /** Uses the whole width: tables and graphs. */
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** Where one is, what it is, what can be done; then the page. */
export function Page({ title, crumbs = [], lead, actions, isWide = false, children }: PageProps) {
  return (
    <div className={styles['page']} data-wide={isWide || undefined}>
      <header className={styles['head']}>
        <div className={styles['titles']}>
          {crumbs.length > 0 && <Crumbs crumbs={crumbs} />}
          <h1>{title}</h1>
          {lead && <p className={styles['lead']}>{lead}</p>}
        </div>
        {actions && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

function Crumbs({ crumbs }: { readonly crumbs: readonly { readonly label: string; readonly href: string }[] }) {
  return (
    <nav aria-label="Breadcrumb" className={styles['crumbs']}>
      {crumbs.map((crumb) => (
        <Fragment key={crumb.href}>
          <Link href={crumb.href} prefetch={false}>
            {crumb.label}
          </Link>
          <span aria-hidden="true">/</span>
        </Fragment>
      ))}
    </nav>
  );
}

interface PanelProps {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  /** No padding: the content is rows that reach the edges. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
}

/** A titled box. */
export function Panel({ title, aside, isFlush = false, children }: PanelProps) {
  return (
    <section className={styles['panel']}>
      <header className={styles['panelHead']}>
        <h2>{title}</h2>
        {aside}
      </header>
      <div className={styles['panelBody']} data-flush={isFlush || undefined}>
        {children}
      </div>
    </section>
  );
}
