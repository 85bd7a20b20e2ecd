import type { ReactNode } from 'react';
import { currentViewer, may } from '../../components/shell/viewer';
import { GovernanceNav, type GovernancePart } from '../../features/governance/governance-nav';
import { GovernanceCounts } from '../../features/governance/governance.query';
import styles from '../../features/governance/governance.module.css';
import { request } from '../../graphql/client';
import type { GovernanceCountsQuery } from '../../graphql/generated/graphql';

/** The parts of governance above each of its pages; without an answer they stand without counts. */
export default async function GovernanceLayout({ children }: { readonly children: ReactNode }) {
  const [counts, viewer] = await Promise.all([request(GovernanceCounts).catch(() => UNKNOWN), currentViewer()]);
  return (
    <div className={styles['frame']}>
      <GovernanceNav parts={partsOf(counts, may(viewer, 'audit:read'))} />
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

function partsOf(counts: GovernanceCountsQuery, mayAudit: boolean): GovernancePart[] {
  const { violations, classificationSuggestions, waivers, policies } = counts;
  return [
    { href: '/governance', label: 'Inbox', open: null },
    { href: '/governance/violations', label: 'Violations', open: violations.total },
    { href: '/governance/suggestions', label: 'Suggestions', open: classificationSuggestions.total },
    { href: '/governance/waivers', label: 'Waivers', open: waivers.total },
    { href: '/governance/access', label: 'Access', open: null },
    { href: '/governance/policies', label: 'Policies', open: policies.total },
    { href: '/governance/standards', label: 'Standards', open: null },
    ...(mayAudit ? [{ href: '/governance/audit', label: 'Audit', open: null }] : []),
  ];
}
