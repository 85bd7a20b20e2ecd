import { invalid } from '../../../shared/errors';
import { NOTICE_EVENTS } from './notification';

const NAME = /^[a-z0-9][a-z0-9_-]{0,62}$/;
const LONGEST_URL = 2_000;
const [SHORTEST_SECRET, LONGEST_SECRET] = [16, 256];

/** Settings of a webhook as somebody gives them. */
export interface WebhookSettings {
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly secret?: string | null | undefined;
}

/** @throws DomainError INVALID naming the setting and the rule */
export function checkWebhook({ name, url, events, secret }: WebhookSettings): void {
  if (!NAME.test(name)) throw invalid('Name: takes 1 to 63 lower-case letters, digits, dashes and underscores');
  if (url.length > LONGEST_URL) throw invalid(`URL: is longer than ${LONGEST_URL} characters`);
  const unknown = events.find((event) => !NOTICE_EVENTS.some((one) => one === event));
  if (unknown !== undefined) throw invalid(`Event ${unknown.slice(0, 60)}: there are ${NOTICE_EVENTS.join(', ')}`);
  if (secret !== null && secret !== undefined) checkSecret(secret);
}

function checkSecret(secret: string): void {
  if (secret.length < SHORTEST_SECRET || secret.length > LONGEST_SECRET || /[^\x21-\x7e]/.test(secret))
    throw invalid(`Secret: takes ${SHORTEST_SECRET} to ${LONGEST_SECRET} printable characters without spaces`);
}
