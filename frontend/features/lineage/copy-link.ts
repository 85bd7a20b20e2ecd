import { showToast } from '../../components/shell/toasts';
import { writeSight, type Sight } from './graph/sight';

/** Copies the address of the view; with a sight, it opens at exactly that place and zoom. */
export async function copyLink(sight: Sight | null = null): Promise<void> {
  const address = new URL(location.href);
  if (sight) address.searchParams.set('v', writeSight(sight));
  const message = sight ? 'Link to exactly this view copied' : 'Link to this view copied';
  await navigator.clipboard.writeText(address.href).then(
    () => showToast({ message }),
    () => showToast({ message: 'The browser did not allow copying; the address bar has the link', tone: 'failed' }),
  );
}
