'use client';

import { ErrorState } from '../components/states/error-state';

const EXPLANATIONS: Record<string, [title: string, explanation: string]> = {
  UNAVAILABLE: [
    'The catalog service is not available',
    'The web app is up, but the service behind it did not answer. It may be starting or restarting; nothing is lost.',
  ],
  TOO_COMPLEX: ['This is more than one answer may hold', 'Narrow the view and try again.'],
  INVALID: [
    'This address asks for something that does not exist',
    'A part of the address could not be understood. Remove the last filter or start from search.',
  ],
};
const UNKNOWN = ['Something went wrong here', 'The failure was recorded. The rest of the app still works.'] as const;

/** What went wrong in a page, in words; the digest carries the API's code and the request's id. */
export default function PageError({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  const { title, explanation, requestId } = explain(
    error instanceof Error && 'digest' in error ? String(error.digest) : '',
  );
  return (
    <div style={{ padding: '16px 24px' }}>
      <ErrorState
        title={title}
        explanation={explanation}
        requestId={requestId === '' ? null : requestId}
        onRetry={retry}
      />
    </div>
  );
}

/** Digests of our own are `code;request id`; others are Next's hash, which finds the failure in its log. */
function explain(digest: string): { title: string; explanation: string; requestId: string } {
  const [code = '', requestId = ''] = digest.split(';');
  const known = EXPLANATIONS[code];
  const [title, explanation] = known ?? UNKNOWN;
  return { title, explanation, requestId: known || digest.includes(';') ? requestId : digest };
}
