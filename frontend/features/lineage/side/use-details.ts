'use client';

import { ApiError, abortableRequest } from '../../../graphql/browser';
import type { NodeDetailsQuery } from '../../../graphql/generated/graphql';
import { NodeDetails } from '../lineage.query';
import { useAnswer } from '../modes/use-answer';

export type NodeDetailsAsset = NonNullable<NodeDetailsQuery['asset']>;

export type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ApiError }
  | { readonly state: 'ready'; readonly asset: NodeDetailsAsset };

const GONE = new ApiError('NOT_FOUND', 'This asset is no longer in the catalog.');

/** What is known of an asset beyond its card, at a moment or now (null). */
export function useDetails(id: string, at: Date | null): [Loaded, retry: () => void] {
  const moment = at?.toISOString() ?? null;
  const { value, isCurrent, error, retry } = useAnswer(`${id} ${moment ?? ''}`, async (signal) => {
    const isPast = moment !== null;
    const { asset } = await abortableRequest(signal, NodeDetails, {
      id,
      isPast,
      at: moment ?? new Date().toISOString(),
    });
    if (!asset) throw GONE;
    return asset;
  });
  if (error) return [{ state: 'failed', error }, retry];
  return [value && isCurrent ? { state: 'ready', asset: value } : { state: 'loading' }, retry];
}
