import Link from 'next/link';
import { EmptyState } from '../../../components/states/empty-state';
import { withViolations } from '../governance-params';
import { isNarrowed, type ViolationQuestion } from './violation-filter';
import styles from './violations.module.css';

/** Nothing fits: good news where nothing narrows the list, a way out where something does. */
export function NoViolations({ question }: { readonly question: ViolationQuestion }) {
  if (!isNarrowed(question))
    return (
      <div className={styles['none']}>
        <EmptyState
          title={`No ${question.status.join(' or ')} violations`}
          actions={<Link href="/governance/policies">Policies in force</Link>}
        >
          Policies are evaluated after each change of the catalog and every night.
        </EmptyState>
      </div>
    );
  return (
    <div className={styles['none']}>
      <EmptyState
        title="No violation fits all of this"
        actions={<Link href={withViolations('/governance/violations', { status: question.status })}>Show all</Link>}
      >
        Take a filter back on the left, or choose another status.
      </EmptyState>
    </div>
  );
}
