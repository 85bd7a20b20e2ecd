import type { Metadata } from 'next';
import Link from 'next/link';
import { Page } from '../../../components/shell/page';
import { currentViewer, may } from '../../../components/shell/viewer';
import { EmptyState } from '../../../components/states/empty-state';
import { FilterLinks } from '../../../features/governance/filter-links';
import { loadPolicyList, POLICY_STATES, withPolicyList } from '../../../features/governance/governance-params';
import styles from '../../../features/governance/governance.module.css';
import { Policies } from '../../../features/governance/policies/policies.query';
import { PolicyTable } from '../../../features/governance/policies/policy-table';
import { request } from '../../../graphql/client';
import type { PolicyState } from '../../../graphql/generated/graphql';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Policies' };

const HERE = '/governance/policies';
const WORDS: Record<(typeof POLICY_STATES)[number], string> = {
  active: 'In force',
  proposed: 'Waiting for a decision',
  draft: 'Drafts',
  retired: 'Retired',
};

/** /governance/policies?state=proposed — what must hold of which assets. */
export default async function PoliciesPage({ searchParams }: PageProps<'/governance/policies'>) {
  const { state, after } = await loadPolicyList(searchParams);
  const filter = state ? { state: [state.toUpperCase() as PolicyState] } : null;
  const [answer, viewer] = await Promise.all([
    request(Policies, { filter, after }).catch(explainRefusal),
    currentViewer(),
  ]);
  const { nodes, endCursor } = answer.policies;
  return (
    <Page
      title="Policies"
      lead="Which assets, and what must hold of them; as text, with versions."
      actions={may(viewer, 'policy:write') && <Link href={`${HERE}/new`}>New policy</Link>}
      isWide
    >
      <FilterLinks
        label="Filter by state"
        links={[
          { label: 'All', href: HERE, isCurrent: state === null },
          ...POLICY_STATES.map((name) => ({
            label: WORDS[name],
            href: withPolicyList(HERE, { state: name }),
            isCurrent: state === name,
          })),
        ]}
      />
      {nodes.length === 0 ? (
        <EmptyState title="No policy is in this state" actions={<Link href={HERE}>Show all</Link>} />
      ) : (
        <PolicyTable policies={nodes} />
      )}
      {endCursor && (
        <p className={styles['more']}>
          <Link href={withPolicyList(HERE, { state, after: endCursor })}>More policies</Link>
        </p>
      )}
    </Page>
  );
}
