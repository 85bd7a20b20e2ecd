import Link from 'next/link';
import { AssetLink } from '../../../components/asset/asset-link';
import { Panel } from '../../../components/shell/page';
import { count, counted } from '../../../components/text/numbers';
import { TimeAgo } from '../../../components/text/time-ago';
import type { GovernanceInboxQuery } from '../../../graphql/generated/graphql';
import { FixLine } from '../fixes/fix-line';
import { withWaivers } from '../governance-params';
import { requirementWord } from '../../../components/classification/requirement-word';
import styles from './inbox.module.css';
import { waitingLines } from './waiting-lines';

interface InboxProps {
  readonly inbox: GovernanceInboxQuery;
}

/** What waits for the reader, and where one mask clears most. */
export function GovernanceInboxView({ inbox }: InboxProps) {
  return (
    <div className={styles['grid']}>
      <Waiting inbox={inbox} />
      <FixPoints inbox={inbox} />
      {inbox.requests.nodes.length > 0 && <Requests inbox={inbox} />}
      {inbox.expiring.nodes.length > 0 && <Expiring inbox={inbox} />}
    </div>
  );
}

function Waiting({ inbox }: InboxProps) {
  return (
    <Panel title="Waiting for you" isFlush>
      <ul aria-label="Waiting for you">
        {waitingLines(inbox.governanceInbox).map(({ label, hint, count: size, href }) => (
          <li key={label}>
            <Link href={href} prefetch={false} className={styles['line']} data-none={size === 0 || undefined}>
              <span className={styles['size']}>{count(size)}</span>
              <span className={styles['words']}>
                {label} <span className="subtle">{hint}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function FixPoints({ inbox: { fixPoints } }: InboxProps) {
  const { nodes, violations, isComplete } = fixPoints;
  const cleared = nodes.reduce((sum, { clears }) => sum + clears, 0);
  return (
    <Panel title="Where a mask would fix most">
      <p className="muted">
        {violations === 0
          ? 'Nothing arrives unmasked where it must not.'
          : `${isComplete ? '' : 'Of more than '}${counted(violations, 'column')} ${violations === 1 ? 'arrives' : 'arrive'} unmasked where they must not; masked at these ${counted(nodes.length, 'place')}, ${count(cleared)} would not.`}
      </p>
      <ul aria-label="Where a mask would fix most">
        {nodes.map((fix) => (
          <FixLine key={`${fix.asset.id}${fix.column}`} fix={fix} />
        ))}
      </ul>
    </Panel>
  );
}

function Requests({ inbox: { requests } }: InboxProps) {
  return (
    <Panel
      title="Access asked for"
      isFlush
      aside={
        <Link href="/governance/access?show=decide" prefetch={false}>
          Decide
        </Link>
      }
    >
      <ul aria-label="Access asked for">
        {requests.nodes.map(({ id, asset, purpose, requestedBy, requestedAt }) => (
          <li key={id} className={styles['entry']}>
            <span className={styles['head']}>
              {asset ? <AssetLink asset={asset} /> : <span className="subtle">gone</span>}
              <span className="subtle">
                {requestedBy.name}, <TimeAgo at={requestedAt} />
              </span>
            </span>
            <span className="muted">{purpose}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Expiring({ inbox: { expiring } }: InboxProps) {
  return (
    <Panel
      title="Waivers about to end"
      isFlush
      aside={
        <Link href={withWaivers('/governance/waivers', { show: 'expiring' })} prefetch={false}>
          All
        </Link>
      }
    >
      <ul aria-label="Waivers about to end">
        {expiring.nodes.map(({ id, asset, policy, requirement, column, expiresAt }) => (
          <li key={id} className={styles['entry']}>
            <span className={styles['head']}>
              <Link href={withWaivers('/governance/waivers', { show: 'expiring', w: id })} prefetch={false}>
                {[policy ?? 'every policy', requirement && requirementWord(requirement)].filter(Boolean).join(' · ')}
              </Link>
              <span className="subtle">
                ends <TimeAgo at={expiresAt} />
              </span>
            </span>
            <span className={styles['head']}>
              {asset ? <AssetLink asset={asset} /> : <span className="muted">wherever it applies</span>}
              {column && <code>{column}</code>}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
