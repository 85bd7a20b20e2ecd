import type { Metadata } from 'next';
import Link from 'next/link';
import { Page } from '../../../components/shell/page';
import { currentViewer } from '../../../components/shell/viewer';
import { EmptyState } from '../../../components/states/empty-state';
import { AccessInquiries, AccessRequests } from '../../../features/governance/access/access.query';
import { accessFilter } from '../../../features/governance/access/access-filter';
import { AccessList } from '../../../features/governance/access/access-list';
import { AskByNameButton } from '../../../features/governance/access/ask-by-name-button';
import { InquiryList } from '../../../features/governance/access/inquiry-list';
import { FilterLinks } from '../../../features/governance/filter-links';
import { ACCESS_SHOWS, loadAccess, withAccess } from '../../../features/governance/governance-params';
import styles from '../../../features/governance/governance.module.css';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Access' };

const HERE = '/governance/access';
const WORDS: Record<(typeof ACCESS_SHOWS)[number], string> = {
  decide: 'For me to decide',
  mine: 'Asked by me',
  active: 'Granted',
  ended: 'Over',
};

/** /governance/access?show=decide — who asks for access to what, and what became of it. */
export default async function AccessPage({ searchParams }: PageProps<'/governance/access'>) {
  const { show, after, namespace, name } = await loadAccess(searchParams);
  const [answer, own, viewer] = await Promise.all([
    request(AccessRequests, { filter: accessFilter(show), after }).catch(explainRefusal),
    request(AccessInquiries, {}).catch(explainRefusal),
    currentViewer(),
  ]);
  const { nodes, endCursor } = answer.accessRequests;
  return (
    <Page
      title="Access"
      lead="Asked for on the page of an asset, decided by its owner or a steward. It ends by itself."
      actions={<AskByNameButton namespace={namespace ?? ''} name={name ?? ''} isAsked={name !== null} />}
      isWide
    >
      <Filters show={show} />
      {nodes.length === 0 ? (
        <EmptyState title={show === null ? 'Nobody has asked for access yet' : 'No request is in this state'} />
      ) : (
        <AccessList requests={nodes} selfKey={viewer && `person:${viewer.id}`} />
      )}
      <InquiryList inquiries={own.accessInquiries.nodes} />
      {endCursor && (
        <p className={styles['more']}>
          <Link href={withAccess(HERE, { show, after: endCursor })}>Older requests</Link>
        </p>
      )}
    </Page>
  );
}

function Filters({ show }: { readonly show: (typeof ACCESS_SHOWS)[number] | null }) {
  const links = ACCESS_SHOWS.map((name) => ({
    label: WORDS[name],
    href: withAccess(HERE, { show: name }),
    isCurrent: show === name,
  }));
  return (
    <FilterLinks label="Filter by status" links={[{ label: 'All', href: HERE, isCurrent: show === null }, ...links]} />
  );
}
