import { headers } from 'next/headers';
import { forbidden, notFound, redirect } from 'next/navigation';
import { ApiError } from './transport';

/**
 * For `.catch` of a page's request: leads to the page that explains the refusal.
 *
 * Unknown → not-found, not signed in → sign-in and back, not allowed → forbidden; anything else goes on to error.tsx.
 */
export async function explainRefusal(error: unknown): Promise<never> {
  if (!(error instanceof ApiError)) throw error;
  if (error.code === 'UNAUTHENTICATED') redirect(`/sign-in?next=${encodeURIComponent(await currentAddress())}`);
  if (error.code === 'NOT_FOUND') notFound();
  if (error.code === 'FORBIDDEN') forbidden();
  throw error;
}

async function currentAddress(): Promise<string> {
  return (await headers()).get('x-address') ?? '/';
}
