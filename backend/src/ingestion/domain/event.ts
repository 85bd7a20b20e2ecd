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
