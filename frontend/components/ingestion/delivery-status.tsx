import type { DeliveryStatus } from '../../graphql/generated/graphql';
import { StatusDot } from '../asset/chip';

const WORDS: Record<DeliveryStatus, { label: string; tone: 'pass' | 'warn' | 'fail' | 'info' | 'unknown' }> = {
  RECEIVING: { label: 'receiving', tone: 'info' },
  PENDING: { label: 'pending', tone: 'info' },
  PROCESSED: { label: 'processed', tone: 'pass' },
  DEDUPLICATED: { label: 'deduplicated', tone: 'unknown' },
  DEAD: { label: 'dead letter', tone: 'fail' },
};

/** Where a delivery stands, as a dot and a word. */
export function DeliveryStatusMark({ status }: { readonly status: DeliveryStatus }) {
  const { label, tone } = WORDS[status];
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 7, whiteSpace: 'nowrap' }}>
      <StatusDot status={tone} />
      {label}
    </span>
  );
}
