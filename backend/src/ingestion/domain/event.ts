import { textDigest } from '../../shared/text-digest';

/** One event as it came in. */
export interface IncomingEvent {
  /** Person or token, as in the audit log. */
  readonly sender: string;
  /** Inflated. */
  readonly bytes: Buffer;
}

/** An event taken out of the queue; `receivedAt` as Postgres spells it. */
export interface WaitingEvent extends IncomingEvent {
  readonly id: string;
  readonly receivedAt: string;
  readonly attempts: number;
}

/** Why an event was not taken in. */
export interface EventFailure {
  readonly code: string;
  readonly message: string;
  readonly fingerprint: string;
}

export interface RefusedEvent extends IncomingEvent, EventFailure {}

export interface DeadEvent extends EventFailure {
  readonly id: string;
  readonly receivedAt: string;
}

export interface EventBacklog {
  readonly waiting: number;
  readonly oldest: Date | null;
}

/** `code` is an ErrorCode or INTERNAL. The same mistake in another place has the same fingerprint. */
export function failureOf(code: string, message: string): EventFailure {
  const bare = message
    .replace(/`[^`]*`|"[^"]*"/g, '…')
    .replace(/\d+/g, 'n')
    .slice(0, 500);
  return { code, message: message.slice(0, 2_000), fingerprint: textDigest(`${code} ${bare}`).slice(0, 16) };
}

/** An event that was refused or could not be understood, as it is shown. */
export interface KeptEvent extends EventFailure {
  readonly internalId: string;
  readonly id: string;
  readonly status: 'REFUSED' | 'DEAD' | 'DISCARDED';
  readonly receivedAt: Date;
  readonly failedAt: Date;
  readonly sender: string;
  /** Null once retention took the bytes. */
  readonly byteCount: number | null;
}

/** Events that failed for the same reason. */
export interface DeadEventGroup extends EventFailure {
  readonly status: KeptEvent['status'];
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly lastId: string;
}

/** What happened in one minute. */
export interface EventMinute {
  readonly minute: Date;
  readonly received: number;
  readonly processed: number;
  readonly deduplicated: number;
  readonly refused: number;
  readonly bytes: number;
}
