'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { Place } from './places';
import { listenForShortcuts, useShortcut } from './shortcuts';

/** Keys that work on every page: `g` and a letter to go somewhere, `/` to search, `c` to copy the address. */
export function GlobalKeys({ places }: { readonly places: readonly Place[] }) {
  useEffect(() => listenForShortcuts(document), []);
  useShortcut({ keys: '/', label: 'Focus the search field', group: 'Find', run: focusSearch });
  useShortcut({ keys: 'c', label: 'Copy the address of this view', group: 'View', run: copyAddress });
  return places.map(
    (place) => place.key !== null && <GoTo key={place.href} href={place.href} label={place.label} letter={place.key} />,
  );
}

function GoTo({ href, label, letter }: { readonly href: string; readonly label: string; readonly letter: string }) {
  const router = useRouter();
  useShortcut({
    keys: `g ${letter}`,
    label,
    group: 'Go to',
    run: () => {
      router.push(href);
    },
  });
  return null;
}

/** The field of the page if it has one, else the one above. */
function focusSearch(): void {
  const fields = document.querySelectorAll<HTMLInputElement>('input[data-search]');
  const field = [...fields].at(-1);
  field?.focus();
  field?.select();
}

function copyAddress(): void {
  void navigator.clipboard.writeText(location.href).then(() => {
    window.dispatchEvent(new CustomEvent('tributary:toast', { detail: { message: 'Address copied' } }));
  });
}
