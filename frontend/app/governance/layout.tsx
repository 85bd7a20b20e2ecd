import type { ReactNode } from 'react';
import { GovernanceNav, type GovernancePart } from '../../features/governance/governance-nav';
import { GovernanceCounts } from '../../features/governance/governance.query';
import styles from '../../features/governance/governance.module.css';
import { request } from '../../graphql/client';

/** The parts of governance above each of its pages. */
export default async function GovernanceLayout({ children }: { readonly children: ReactNode }) {
  const counts = await request(GovernanceCounts).catch(() => null);
  const parts: GovernancePart[] = [
    { href: '/governance/violations', label: 'Violations', open: counts?.violations.total ?? null },
    {
      href: '/governance/suggestions',
      label: 'Suggestions',
      open: counts?.classificationSuggestions.total ?? null,
    },
    { href: '/governance/waivers', label: 'Waivers', open: counts?.waivers.total ?? null },
    { href: '/governance/policies', label: 'Policies', open: counts?.policies.total ?? null },
  ];
  return (
    <div className={styles['frame']}>
      <GovernanceNav parts={parts} />
      <div className={styles['content']}>{children}</div>
    </div>
  );
}
