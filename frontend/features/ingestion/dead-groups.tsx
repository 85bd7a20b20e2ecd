import Link from 'next/link';
import { Chip } from '../../components/asset/chip';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';
import type { DeadGroupFragment } from '../../graphql/generated/graphql';

const HEAD = [
  'Reason',
  'Where',
  { label: 'Events', align: 'end' },
  { label: 'First', align: 'end' },
  { label: 'Last', align: 'end' },
] as const;

/** Reasons why events failed; each leads to its events. */
export function DeadGroupTable({ groups }: { readonly groups: readonly DeadGroupFragment[] }) {
  return (
    <Table label="Events that failed, by reason" head={HEAD}>
      {groups.map((group) => (
        <tr key={`${group.fingerprint} ${group.status}`}>
          <td style={{ overflowWrap: 'anywhere' }}>
            <Link href={`/admin/ingestion/events/${group.fingerprint}`} prefetch={false}>
              {group.message}
            </Link>
          </td>
          <td data-tight>
            <Chip bar="var(--t-status-fail)">
              {group.status === 'REFUSED' ? 'refused at the door' : 'not understood'}
            </Chip>
          </td>
          <td data-align="end">{count(group.count)}</td>
          <td data-align="end" data-tight className="muted">
            <TimeAgo at={group.firstAt} />
          </td>
          <td data-align="end" data-tight className="muted">
            <TimeAgo at={group.lastAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
