import { ApiError } from '../../../../graphql/transport';
import type { View } from '../../graph/view';

/** A mistake in a selector: its text in three parts, the middle one being wrong, and what is wrong with it. */
export interface Refusal {
  readonly before: string;
  readonly mistake: string;
  readonly after: string;
  readonly message: string;
}

/** What the API says against the selector of a view; null for any other failure. */
export function refusalOf({ selector }: View, error: unknown): Refusal | null {
  if (selector === null || !(error instanceof ApiError) || error.code !== 'INVALID') return null;
  const { start, end } = (error.details ?? {}) as { readonly start?: number; readonly end?: number };
  if (start === undefined || end === undefined) return null;
  return {
    before: selector.slice(0, start),
    mistake: selector.slice(start, end),
    after: selector.slice(end),
    message: error.message.replace(/^selector: /, ''),
  };
}
