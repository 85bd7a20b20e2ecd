'use client';

import { useEffect, useState } from 'react';
import { ApiError, abortableRequest } from '../../../graphql/browser';
import type { PreviewPolicyQuery, ValidatePolicyQuery } from '../../../graphql/generated/graphql';
import { PreviewPolicy, ValidatePolicy } from './policies.query';

export type Preview = PreviewPolicyQuery['previewPolicy'];
export type TextProblem = ValidatePolicyQuery['validatePolicy'][number];

export interface PolicyCheck {
  /** Null while they are not known for what is written. */
  readonly problems: readonly TextProblem[] | null;
  /** The last one; of an older text while `isCurrent` is false. */
  readonly preview: Preview | null;
  readonly isCurrent: boolean;
  readonly isBusy: boolean;
  /** Why there is no answer; null while there is one. */
  readonly failure: string | null;
}

const PAUSE_MS = 600;
const NOTHING: PolicyCheck = { problems: null, preview: null, isCurrent: false, isBusy: false, failure: null };

/** What is wrong with a text, and else what it would find; asked a while after the last stroke, the newest alone. */
export function usePolicyCheck(yaml: string, at: string | null): PolicyCheck {
  const [check, setCheck] = useState<PolicyCheck>(NOTHING);
  useEffect(() => {
    const abort = new AbortController();
    setCheck((before) => ({ ...before, isCurrent: false, problems: null }));
    const timer = setTimeout(() => {
      setCheck((before) => ({ ...before, isBusy: true }));
      judge(yaml, at, abort.signal).then(
        (found) => {
          setCheck((before) => ({ ...before, ...found, isBusy: false, failure: null }));
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          const failure = error instanceof ApiError ? error.message : 'The dry run gave no answer.';
          setCheck((before) => ({ ...before, isBusy: false, failure }));
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [yaml, at]);
  return check;
}

async function judge(yaml: string, at: string | null, signal: AbortSignal): Promise<Partial<PolicyCheck>> {
  const { validatePolicy: problems } = await abortableRequest(signal, ValidatePolicy, { yaml });
  if (problems.length > 0) return { problems };
  const { previewPolicy: preview } = await abortableRequest(signal, PreviewPolicy, { yaml, at });
  return { problems, preview, isCurrent: true };
}
