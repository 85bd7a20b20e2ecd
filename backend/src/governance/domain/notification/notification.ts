/** What a webhook can be told of. */
export const NOTICE_EVENTS = [
  'violation.opened',
  'violation.reopened',
  'violation.resolved',
  'waiver.requested',
  'waiver.decided',
  'waiver.expiring',
  'waiver.ended',
  'access.requested',
  'access.decided',
  'access.ended',
  'policy.submitted',
  'policy.decided',
] as const;
export type NoticeEvent = (typeof NOTICE_EVENTS)[number];

/** Something that happened, told once to each webhook that wants to know. */
export interface Notice {
  readonly event: NoticeEvent;
  /** Of what happened: `waiver:<uuid>:approved`. The same again is not told. */
  readonly key: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** CLOSED: all is sent; OPEN: nothing is, for a minute after five failures in a row; HALF_OPEN: one is tried. */
export type CircuitState = 'CLOSED' | 'OPEN' | 'HALF_OPEN';

/** Where notices are sent. The secret never leaves the store but to sign. */
export interface Webhook {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly isEnabled: boolean;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly failures: number;
  readonly circuit: CircuitState;
  readonly waiting: number;
  readonly lastDeliveredAt: Date | null;
  /** Of the last attempt that failed, while none has succeeded since. */
  readonly lastError: string | null;
}

export type DeliveryState = 'WAITING' | 'DELIVERED' | 'FAILED';

/** One notice to one webhook. */
export interface WebhookDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly event: string;
  readonly status: DeliveryState;
  readonly attempts: number;
  readonly createdAt: Date;
  /** Of the next attempt; null when there is none. */
  readonly dueAt: Date | null;
  readonly finishedAt: Date | null;
  readonly httpStatus: number | null;
  readonly error: string | null;
}
