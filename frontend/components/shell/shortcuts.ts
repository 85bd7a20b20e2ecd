'use client';

import { useEffect, useEffectEvent } from 'react';

/** Something a key does; listed in the `?` dialog while the part that offers it is on screen. */
export interface Shortcut {
  /** One key (`/`, `?`, `e`), two after each other (`g h`) or with the command key (`mod+k`). */
  readonly keys: string;
  readonly label: string;
  readonly group: string;
  readonly run: () => void;
}

const offered = new Map<symbol, Shortcut>();
const CHORD_WINDOW_MS = 1200;
let pending: { key: string; at: number } | null = null;

/** Single keys can be switched off for those who dictate or whose keyboard sends strays (WCAG 2.1.4). */
export const SHORTCUTS_OFF = 'tributary-shortcuts-off';

/** All that is offered now, in the order it was offered; later ones win over earlier ones on the same keys. */
export function offeredShortcuts(): readonly Shortcut[] {
  return [...offered.values()];
}

/** Offers a shortcut while the component is mounted. Inert while a text field has focus, but for `mod+` ones. */
export function useShortcut(shortcut: Shortcut): void {
  const run = useEffectEvent(() => {
    shortcut.run();
  });
  const { keys, label, group } = shortcut;
  useEffect(() => {
    const token = Symbol(keys);
    offered.set(token, {
      keys,
      label,
      group,
      run: () => {
        run();
      },
    });
    return () => {
      offered.delete(token);
    };
  }, [keys, label, group]);
}

/** Listens once for the whole page; see GlobalKeys. */
export function listenForShortcuts(target: Document): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    const match = event.metaKey || event.ctrlKey ? find(`mod+${event.key.toLowerCase()}`) : plain(event);
    if (!match) return;
    event.preventDefault();
    match.run();
  };
  target.addEventListener('keydown', onKeyDown);
  return () => {
    target.removeEventListener('keydown', onKeyDown);
  };
}

function plain(event: KeyboardEvent): Shortcut | undefined {
  if (event.altKey || isInert(event.target)) return undefined;
  const first = pending && event.timeStamp - pending.at < CHORD_WINDOW_MS ? `${pending.key} ` : '';
  pending = null;
  const found = find(first + event.key);
  if (!found && event.key.length === 1) pending = { key: event.key, at: event.timeStamp };
  return found;
}

/** While somebody types, has a dialog open, or has switched single keys off. */
function isInert(target: EventTarget | null): boolean {
  if (isTyping(target) || localStorage.getItem(SHORTCUTS_OFF) !== null) return true;
  return document.querySelector('dialog[open]') !== null;
}

function find(keys: string): Shortcut | undefined {
  return [...offered.values()].reverse().find((shortcut) => shortcut.keys === keys);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
