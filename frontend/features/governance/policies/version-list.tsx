import Link from 'next/link';
import { Chip } from '../../../components/asset/chip';
import { Panel } from '../../../components/shell/page';
import { Table } from '../../../components/table/table';
import { TimeAgo } from '../../../components/text/time-ago';
import type { PolicyPageQuery } from '../../../graphql/generated/graphql';
import { withPolicy } from '../governance-params';
import { diffLines } from './diff-lines';
import styles from './policies.module.css';
import { policyHref } from './policy-href';

type ShownPolicy = NonNullable<PolicyPageQuery['policy']>;
type Version = ShownPolicy['versions']['nodes'][number];

interface VersionListProps {
  readonly policy: ShownPolicy;
  /** The version that is compared, and the one it is compared with; null: the latest, and the one before. */
  readonly version: number | null;
  readonly base: number | null;
}

/** All versions, and the difference of two of them. */
export function VersionList({ policy, version, base }: VersionListProps) {
  const versions = policy.versions.nodes;
  const shown = versions.find((one) => one.version === version) ?? versions[0];
  if (!shown) return null;
  const old = versions.find((one) => one.version === (base ?? shown.version - 1));
  return (
    <div className={styles['two']}>
      <Panel title="Versions" isFlush>
        <Table label="Versions" head={['Version', 'State', 'Why', 'By', { label: 'Saved', align: 'end' }]}>
          {versions.map((one) => (
            <VersionRow key={one.version} name={policy.name} version={one} isCurrent={one === shown} />
          ))}
        </Table>
      </Panel>
      <Panel
        title={
          old
            ? `Version ${String(old.version)} → ${String(shown.version)}`
            : `Version ${String(shown.version)}, the first`
        }
        isFlush
      >
        <Diff before={old?.yaml ?? ''} after={shown.yaml} />
      </Panel>
    </div>
  );
}

interface VersionRowProps {
  readonly name: string;
  readonly version: Version;
  readonly isCurrent: boolean;
}

function VersionRow({ name, version, isCurrent }: VersionRowProps) {
  const { status, isActive, comment, author, decidedBy, decisionReason, createdAt } = version;
  return (
    <tr data-current={isCurrent || undefined}>
      <td data-tight>
        <Link
          href={withPolicy(policyHref(name), { tab: 'versions', version: version.version })}
          prefetch={false}
          scroll={false}
        >
          {version.version}
        </Link>{' '}
        {isActive && <Chip>in force</Chip>}
      </td>
      <td data-tight className="muted">
        {status.toLowerCase()}
      </td>
      <td style={{ overflowWrap: 'anywhere' }}>
        {comment ?? <span className="subtle">—</span>}
        {decidedBy && (
          <p className="subtle">
            {status === 'REJECTED' ? 'Rejected' : 'Approved'} by {decidedBy.name}
            {decisionReason && `: ${decisionReason}`}
          </p>
        )}
      </td>
      <td data-tight>{author.name}</td>
      <td data-align="end" data-tight className="subtle">
        <TimeAgo at={createdAt} />
      </td>
    </tr>
  );
}

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;
const WORDS = { same: '', added: 'added: ', removed: 'removed: ' } as const;

function Diff({ before, after }: { readonly before: string; readonly after: string }) {
  const lines =
    before === '' ? after.split('\n').map((text) => ({ kind: 'same' as const, text })) : diffLines(before, after);
  return (
    <ol className={styles['diff']} aria-label="Difference" tabIndex={0}>
      {lines.map(({ kind, text }, index) => (
        <li key={index} data-kind={kind}>
          <span aria-hidden="true">{SIGNS[kind]}</span>
          <span>
            <span className="hidden-visually">{WORDS[kind]}</span>
            {text}
          </span>
        </li>
      ))}
    </ol>
  );
}
