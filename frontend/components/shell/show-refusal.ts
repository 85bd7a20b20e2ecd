import { ApiError } from '../../graphql/browser';
import { showToast } from './toasts';

/**
 * Says that something was not done, and why. A session that has ended can be begun anew in another tab: what stands on
 * this page stays.
 */
export function showRefusal(what: string, error: unknown): void {
  if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') {
    showToast({
      tone: 'failed',
      message: `${what} Your session has ended.`,
      action: { label: 'Sign in again', run: () => void window.open('/sign-in', '_blank', 'noopener') },
    });
    return;
  }
  showToast({ tone: 'failed', message: `${what} ${error instanceof ApiError ? error.message : 'Try again.'}` });
}
