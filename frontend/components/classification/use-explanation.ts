'use client';

import { useEffect, useState } from 'react';
import { ApiError, abortableRequest } from '../../graphql/browser';
import type { ExplainClassificationQuery } from '../../graphql/generated/graphql';
import { ExplainClassification } from './why.query';

/** The explanation; null while it is on its way, the refusal when there is one. Asked again with each new `attempt`. */
export function useExplanation(
  id: string,
  column: string,
  attempt: number,
): ExplainClassificationQuery | ApiError | null {
  const [answer, setAnswer] = useState<ExplainClassificationQuery | ApiError | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    abortableRequest(abort.signal, ExplainClassification, { id, column }).then(setAnswer, (error: unknown) => {
      if (error instanceof ApiError) setAnswer(error);
    });
    return () => abort.abort();
  }, [id, column, attempt]);
  return answer;
}
