import type { WebhooksQuery } from '../../../graphql/generated/graphql';

/** One of the list. */
export type Webhook = WebhooksQuery['webhooks'][number];

/** What a webhook may ask to be told of, with what happened in words. */
export const NOTICE_EVENTS = [
  { value: 'violation.opened', label: 'Violations opened' },
  { value: 'violation.reopened', label: 'Violations opened again' },
  { value: 'violation.resolved', label: 'Violations resolved' },
  { value: 'waiver.requested', label: 'A waiver is asked for' },
  { value: 'waiver.decided', label: 'A waiver is decided' },
  { value: 'waiver.expiring', label: 'A waiver ends in 14 days' },
  { value: 'waiver.ended', label: 'A waiver has ended' },
  { value: 'access.requested', label: 'Access is asked for' },
  { value: 'access.decided', label: 'Access is decided' },
  { value: 'access.ended', label: 'Access has ended' },
  { value: 'policy.submitted', label: 'A policy is proposed' },
  { value: 'policy.decided', label: 'A policy is decided' },
] as const;
