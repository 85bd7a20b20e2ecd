import type { ReactNode } from 'react';
import { GovernanceNav, type GovernancePart } from '../../features/governance/governance-nav';
import { GovernanceCounts } from '../../features/governance/governance.query';
import styles from '../../features/governance/governance.module.css';
import { request } from '../../graphql/client';
import type { GovernanceCountsQuery } from '../../graphql/generated/graphql';

/** The parts of governance above each of its pages; without an answer they stand without counts. */
export default async function GovernanceLayout({ children }: { readonly children: ReactNode }) {
  const counts = await request(GovernanceCounts).catch(() => UNKNOWN);
  return (
    <div className={styles['frame']}>
      <GovernanceNav parts={partsOf(counts)} />
      <div className={styles['content']}>{children}</div>
    </div>
  );
}

const UNKNOWN: GovernanceCountsQuery = {
  violations: { total: 0 },
  classificationSuggestions: { total: 0 },
  policies: { total: 0 },
  waivers: { total: 0 },
};

function partsOf({
  violations,
  classificationSuggestions,
  waivers,
  policies,
}: GovernanceCountsQuery): GovernancePart[] {
  return [
    { href: '/governance/violations', label: 'Violations', open: violations.total },
    { href: '/governance/suggestions', label: 'Suggestions', open: classificationSuggestions.total },
    { href: '/governance/waivers', label: 'Waivers', open: waivers.total },
    { href: '/governance/policies', label: 'Policies', open: policies.total },
    { href: '/governance/standards', label: 'Standards', open: null },
  ];
}
