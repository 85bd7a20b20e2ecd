import { Chip, StatusDot } from '../../../components/asset/chip';
import type { PolicyLineFragment } from '../../../graphql/generated/graphql';
import { severityTone } from '../words';
import styles from './policies.module.css';

const STATE_WORDS = {
  ACTIVE: 'in force',
  DRAFT: 'draft',
  PROPOSED: 'waits for a decision',
  RETIRED: 'retired',
} as const;
const STATE_TONES = { ACTIVE: 'pass', DRAFT: 'unknown', PROPOSED: 'warn', RETIRED: 'unknown' } as const;

/** Where a policy is in its life. */
export function PolicyStateMark({ policy }: { readonly policy: Pick<PolicyLineFragment, 'state' | 'activeVersion'> }) {
  return (
    <span className={styles['mark']}>
      <StatusDot status={STATE_TONES[policy.state]} />
      {STATE_WORDS[policy.state]}
      {policy.state === 'PROPOSED' && typeof policy.activeVersion === 'number' && (
        <span className="subtle">· version {policy.activeVersion} in force</span>
      )}
    </span>
  );
}

export function SeverityMark({ severity }: { readonly severity: string }) {
  return (
    <span className={styles['mark']}>
      <StatusDot status={severityTone(severity)} />
      {severity}
    </span>
  );
}

/** What becomes of what breaks it; only `enforce` is closed to those who break it. */
export function ModeChip({ mode }: { readonly mode: string }) {
  return <Chip title={`Mode: ${mode}`}>{mode}</Chip>;
}
