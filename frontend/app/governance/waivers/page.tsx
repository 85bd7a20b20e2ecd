import type { Metadata } from 'next';
import Link from 'next/link';
import { Page } from '../../../components/shell/page';
import { currentViewer, may } from '../../../components/shell/viewer';
import { EmptyState } from '../../../components/states/empty-state';
import { FilterLinks } from '../../../features/governance/filter-links';
import { loadWaivers, WAIVER_SHOWS, withWaivers } from '../../../features/governance/governance-params';
import styles from '../../../features/governance/governance.module.css';
import { SOON_DAYS, waiverFilter } from '../../../features/governance/waivers/waiver-filter';
import { WaiverList } from '../../../features/governance/waivers/waiver-list';
import { Waivers } from '../../../features/governance/waivers/waivers.query';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Waivers' };

const HERE = '/governance/waivers';
const WORDS: Record<(typeof WAIVER_SHOWS)[number], string> = {
  pending: 'Pending',
  active: 'In force',
  expiring: `Ending within ${String(SOON_DAYS)} days`,
  ended: 'Over',
};

/** /governance/waivers?show=expiring&w=… — what is let pass for a while, and what waits for a decision. */
export default async function WaiversPage({ searchParams }: PageProps<'/governance/waivers'>) {
  const { show, after } = await loadWaivers(searchParams);
  const [answer, viewer] = await Promise.all([
    request(Waivers, { filter: waiverFilter(show), after }).catch(explainRefusal),
    currentViewer(),
  ]);
  const { nodes, endCursor } = answer.waivers;
  return (
    <Page
      title="Waivers"
      lead="Leave to break a policy for a while, asked for by one person and given by another. It ends by itself."
      isWide
    >
      <Filters show={show} />
      {nodes.length === 0 ? (
        <NoWaivers isFiltered={show !== null} />
      ) : (
        <WaiverList
          waivers={nodes}
          selfKey={viewer && `person:${viewer.id}`}
          mayDecide={may(viewer, 'waiver:decide')}
          mayRequest={may(viewer, 'waiver:request')}
        />
      )}
      {endCursor && (
        <p className={styles['more']}>
          <Link href={withWaivers(HERE, { show, after: endCursor })}>Older waivers</Link>
        </p>
      )}
    </Page>
  );
}

function Filters({ show }: { readonly show: (typeof WAIVER_SHOWS)[number] | null }) {
  const links = WAIVER_SHOWS.map((name) => ({
    label: WORDS[name],
    href: withWaivers(HERE, { show: name }),
    isCurrent: show === name,
  }));
  return (
    <FilterLinks label="Filter by status" links={[{ label: 'All', href: HERE, isCurrent: show === null }, ...links]} />
  );
}

function NoWaivers({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title="No waiver is in this state" actions={<Link href={HERE}>Show all</Link>} />;
  return (
    <EmptyState
      title="Nothing was ever waived"
      actions={<Link href="/governance/violations">Go to the violations</Link>}
    >
      Select a violation and press w to ask for a waiver.
    </EmptyState>
  );
}
