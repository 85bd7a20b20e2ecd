import type { Metadata } from 'next';
import Link from 'next/link';
import { currentViewer, may } from '../../../components/shell/viewer';
import { loadViolations, withViolations } from '../../../features/governance/governance-params';
import { findViolations, type ViolationAnswer } from '../../../features/governance/violations/load-violations';
import type { GroupKey } from '../../../features/governance/violations/group-violations';
import { NoViolations } from '../../../features/governance/violations/no-violations';
import { ViolationFacets } from '../../../features/governance/violations/violation-facets';
import { filterOf, type ViolationQuestion } from '../../../features/governance/violations/violation-filter';
import { ViolationInbox } from '../../../features/governance/violations/violation-inbox';
import styles from '../../../features/governance/violations/violations.module.css';

export const metadata: Metadata = { title: 'Violations' };

/** /governance/violations?policy=de-pii&assigned=nobody&v=… — what breaks a policy, to be looked at and dealt with. */
export default async function ViolationsPage({ searchParams }: PageProps<'/governance/violations'>) {
  const { after, group, v: _, ...question } = await loadViolations(searchParams);
  const viewer = await currentViewer();
  const viewerId = viewer?.id ?? null;
  const answer = await findViolations(question, after, viewerId);
  return (
    <div className={styles['layout']}>
      <h1 className="hidden-visually">Violations</h1>
      <ViolationFacets question={question} group={group} facets={answer.facets} />
      <ViolationInbox
        key={withViolations('', { ...question, after })}
        violations={answer.page.nodes}
        total={answer.page.total}
        group={group}
        counts={group === null ? [] : answer.facets[group]}
        filter={filterOf(question, viewerId)}
        mayAct={may(viewer, 'violation:act')}
        mayWaive={may(viewer, 'waiver:request')}
        drawnAt={Date.now()}
        foot={<Foot question={question} group={group} after={after} answer={answer} />}
      />
    </div>
  );
}

interface FootProps {
  readonly question: ViolationQuestion;
  readonly group: GroupKey | null;
  readonly after: string | null;
  readonly answer: ViolationAnswer;
}

function Foot({ question, group, after, answer }: FootProps) {
  const { nodes, endCursor } = answer.page;
  if (nodes.length === 0) return <NoViolations question={question} />;
  return (
    <div className={styles['foot']}>
      {after !== null && (
        <Link href={withViolations('/governance/violations', { ...question, group })}>First page</Link>
      )}
      {endCursor ? (
        <Link href={withViolations('/governance/violations', { ...question, group, after: endCursor })}>Next page</Link>
      ) : (
        <span>That is all.</span>
      )}
    </div>
  );
}
