'use client';

import { useShortcut } from '../../components/shell/shortcuts';

/** j and k move the focus from row to row of the table around it, so that Enter opens what is looked at. */
export function WalkRows({ what }: { readonly what: string }) {
  useShortcut({ keys: 'j', label: `Next ${what}`, group: 'List', run: () => walk(1) });
  useShortcut({ keys: 'k', label: `Previous ${what}`, group: 'List', run: () => walk(-1) });
  return null;
}

function walk(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>('[data-walk] [data-open]')];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.max(0, Math.min(links.length - 1, at + step));
  links[next]?.focus();
  links[next]?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}
