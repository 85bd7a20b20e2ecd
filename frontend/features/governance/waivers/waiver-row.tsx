import { Button } from '@mantine/core';
import Link from 'next/link';
import { AssetLink } from '../../../components/asset/asset-link';
import { StatusDot } from '../../../components/asset/chip';
import { TimeAgo } from '../../../components/text/time-ago';
import type { WaiverStatus } from '../../../graphql/generated/graphql';
import { policyHref } from '../policies/policy-href';
import { requirementWord } from '../../../components/classification/requirement-word';
import type { ListedWaiver, WaiverAct } from './listed-waiver';
import { SOON_DAYS } from './waiver-filter';
import styles from './waivers.module.css';

const TONES: Record<WaiverStatus, 'pass' | 'warn' | 'fail' | 'unknown'> = {
  REQUESTED: 'warn',
  APPROVED: 'pass',
  EXPIRED: 'unknown',
  REJECTED: 'fail',
  REVOKED: 'unknown',
  WITHDRAWN: 'unknown',
};
const VERBS: Record<WaiverAct, string> = { approve: 'Approve', reject: 'Reject', end: 'End' };
const DAY_MS = 86_400_000;

interface WaiverRowProps {
  readonly waiver: ListedWaiver;
  readonly isCurrent: boolean;
  readonly isOwn: boolean;
  readonly acts: readonly WaiverAct[];
  readonly onAct: (waiver: ListedWaiver, act: WaiverAct) => void;
}

/** One waiver: what it lets pass, why, until when, and what can be done about it. */
export function WaiverRow({ waiver, isCurrent, isOwn, acts, onAct }: WaiverRowProps) {
  const { status, reason, conditions, requestedBy, requestedAt } = waiver;
  return (
    <tr data-current={isCurrent || undefined} id={`waiver-${waiver.id}`}>
      <td data-tight>
        <span className={styles['status']}>
          <StatusDot status={TONES[status]} /> {status === 'REQUESTED' ? 'pending' : status.toLowerCase()}
        </span>
      </td>
      <td>
        <WaiverScope waiver={waiver} />
      </td>
      <td className={styles['reason']}>
        {reason}
        {conditions && <p className="subtle">On condition that {conditions}</p>}
        <Decision waiver={waiver} />
      </td>
      <td data-tight>
        {isOwn ? 'you' : requestedBy.name}
        <div className="subtle">
          <TimeAgo at={requestedAt} />
        </div>
      </td>
      <td data-align="end" data-tight>
        <End waiver={waiver} />
      </td>
      <td data-tight>
        <Acts waiver={waiver} acts={acts} onAct={onAct} />
        {status === 'REQUESTED' && isOwn && <span className="subtle">somebody else decides</span>}
      </td>
    </tr>
  );
}

function Acts({ waiver, acts, onAct }: Pick<WaiverRowProps, 'waiver' | 'acts' | 'onAct'>) {
  return (
    <span className={styles['acts']}>
      {acts.map((act) => (
        <Button
          key={act}
          onClick={() => {
            onAct(waiver, act);
          }}
        >
          {act === 'end' && waiver.status === 'REQUESTED' ? 'Withdraw' : VERBS[act]}
        </Button>
      ))}
    </span>
  );
}

/** The policy, the requirement and the asset that it is about; what is not said is any. */
export function WaiverScope({ waiver }: { readonly waiver: ListedWaiver }) {
  const { policy, requirement, asset, column } = waiver;
  return (
    <div className={styles['scope']}>
      {policy ? (
        <Link href={policyHref(policy)} prefetch={false}>
          {policy}
        </Link>
      ) : (
        <span className="muted">every policy</span>
      )}
      {requirement && <span className="muted">{requirementWord(requirement)}</span>}
      {asset ? <AssetLink asset={asset} /> : <span className="muted">wherever it applies</span>}
      {column && <code>{column}</code>}
    </div>
  );
}

function Decision({ waiver: { decidedBy, decidedAt, decisionReason, status } }: { readonly waiver: ListedWaiver }) {
  if (!decidedBy || !decidedAt) return null;
  return (
    <p className="subtle">
      {status === 'REJECTED' ? 'Rejected' : 'Approved'} by {decidedBy.name} <TimeAgo at={decidedAt} />
      {decisionReason && `: ${decisionReason}`}
    </p>
  );
}

function End({ waiver: { status, expiresAt, endedAt } }: { readonly waiver: ListedWaiver }) {
  if (endedAt) return <TimeAgo at={endedAt} />;
  const isSoon = status === 'APPROVED' && Date.parse(expiresAt) - Date.now() < SOON_DAYS * DAY_MS;
  return (
    <span className={isSoon ? styles['soon'] : undefined}>
      <TimeAgo at={expiresAt} />
    </span>
  );
}
