import type { KeyboardEvent } from 'react';

/** A handler that does what a key stands for and keeps the key from everybody else. */
export function keysOf(keys: Readonly<Record<string, () => void>>): (event: KeyboardEvent) => void {
  return (event) => {
    const act = keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
