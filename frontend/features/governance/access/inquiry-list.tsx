import { StatusDot } from '../../../components/asset/chip';
import { Table } from '../../../components/table/table';
import { TimeAgo } from '../../../components/text/time-ago';
import type { AccessInquiriesQuery } from '../../../graphql/generated/graphql';

type Inquiry = AccessInquiriesQuery['accessInquiries']['nodes'][number];

const HEAD = ['Status', 'Asked for', 'What for', { label: 'Ends', align: 'end' }] as const;
const WORDS: Record<Inquiry['status'], string> = { SENT: 'sent', GRANTED: 'granted', OVER: 'over' };
const TONES = { SENT: 'warn', GRANTED: 'pass', OVER: 'unknown' } as const;

/** What the reader has asked for by name; nothing when they have not. */
export function InquiryList({ inquiries }: { readonly inquiries: readonly Inquiry[] }) {
  if (inquiries.length === 0) return null;
  return (
    <section aria-label="Asked for by name">
      <h2>Asked for by name</h2>
      <Table label="Asked for by name" head={HEAD}>
        {inquiries.map(({ id, status, name, namespace, purpose, expiresAt }) => (
          <tr key={id}>
            <td data-tight>
              <StatusDot status={TONES[status]} /> {WORDS[status]}
            </td>
            <td>
              {name}
              <div className="subtle">{namespace}</div>
            </td>
            <td>{purpose}</td>
            <td data-align="end" data-tight>
              <TimeAgo at={expiresAt} />
            </td>
          </tr>
        ))}
      </Table>
    </section>
  );
}
