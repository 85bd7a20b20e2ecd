import { Table } from '../../components/table/table';
import { bytes } from '../../components/text/numbers';
import { TimeAgo } from '../../components/text/time-ago';
import type { DeadEventsQuery } from '../../graphql/generated/graphql';
import { MendButton } from './mend-button';

type DeadEvent = DeadEventsQuery['deadEvents']['nodes'][number];

const HEAD = [
  'What is wrong',
  'Sender',
  { label: 'Size', align: 'end' },
  { label: 'Failed', align: 'end' },
  { label: 'Mend', align: 'end', isHidden: true },
] as const;

interface DeadEventListProps {
  readonly events: readonly DeadEvent[];
  readonly mayReplay: boolean;
}

/** Events that failed for one reason, the latest first. */
export function DeadEventList({ events, mayReplay }: DeadEventListProps) {
  return (
    <Table label="Events" head={HEAD}>
      {events.map((event) => (
        <tr key={event.id}>
          <td style={{ overflowWrap: 'anywhere' }}>{event.message}</td>
          <td data-tight className="mono muted" title={event.sender}>
            {event.sender.slice(0, 24)}
          </td>
          <td data-align="end" data-tight>
            {typeof event.byteCount === 'number' ? bytes(event.byteCount) : 'gone'}
          </td>
          <td data-align="end" data-tight className="muted">
            <TimeAgo at={event.failedAt} />
          </td>
          <td data-align="end" data-tight>
            {mayReplay && typeof event.byteCount === 'number' && <MendButton id={event.id} message={event.message} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}
