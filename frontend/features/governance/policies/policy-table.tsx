import Link from 'next/link';
import { Chip } from '../../../components/asset/chip';
import { Table } from '../../../components/table/table';
import { count } from '../../../components/text/numbers';
import { TimeAgo } from '../../../components/text/time-ago';
import type { PolicyLineFragment } from '../../../graphql/generated/graphql';
import { withViolations } from '../governance-params';
import styles from './policies.module.css';
import { policyHref } from './policy-href';
import { ModeChip, PolicyStateMark, SeverityMark } from './policy-marks';

const HEAD = [
  'Policy',
  'State',
  'Mode',
  'Severity',
  'Standard',
  'Owner',
  { label: 'Open', align: 'end' },
  { label: 'Waived', align: 'end' },
  { label: 'Changed', align: 'end' },
] as const;

/** Policies with what they find now. */
export function PolicyTable({ policies }: { readonly policies: readonly PolicyLineFragment[] }) {
  return (
    <Table label="Policies" head={HEAD}>
      {policies.map((policy) => (
        <tr key={policy.name} data-dim={policy.state === 'RETIRED' || undefined}>
          <td>
            <Link href={policyHref(policy.name)} prefetch={false} className={styles['title']}>
              {policy.title}
            </Link>
            <div className="mono subtle">
              {policy.name} {policy.isShipped && <Chip title="Came with Tributary">shipped</Chip>}
            </div>
          </td>
          <td data-tight>
            <PolicyStateMark policy={policy} />
          </td>
          <td data-tight>
            <ModeChip mode={policy.mode} />
          </td>
          <td data-tight>
            <SeverityMark severity={policy.severity} />
          </td>
          <td data-tight className="muted">
            {policy.standard}
          </td>
          <td className="muted">{policy.owner}</td>
          <td data-align="end">
            <ViolationCount policy={policy.name} status={['open', 'acknowledged']} size={policy.openViolations} />
          </td>
          <td data-align="end">
            <ViolationCount policy={policy.name} status={['waived']} size={policy.waivedViolations} />
          </td>
          <td data-align="end" data-tight className="subtle">
            <TimeAgo at={policy.updatedAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface ViolationCountProps {
  readonly policy: string;
  readonly status: ('open' | 'acknowledged' | 'waived')[];
  readonly size: number;
}

/** How many, leading to them. */
export function ViolationCount({ policy, status, size }: ViolationCountProps) {
  if (size === 0) return <span className="subtle">0</span>;
  return (
    <Link href={withViolations('/governance/violations', { policy: [policy], status })} prefetch={false}>
      {count(size)}
    </Link>
  );
}
