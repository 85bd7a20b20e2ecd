'use client';

import { Icon } from '../icon';
import { Menu, type MenuEntry } from '../overlay/menu';
import { endSession } from './session';
import styles from './shell.module.css';
import type { Viewer } from './viewer';

/** Who is signed in, and the way out; for visitors the way in. */
export function UserMenu({ viewer }: { readonly viewer: Viewer | null }) {
  if (!viewer) {
    return (
      <a href="/sign-in" className={styles['person']}>
        <Icon name="user" /> Sign in
      </a>
    );
  }
  return (
    <Menu
      label={`${initialsOf(viewer.displayName)}, account of ${viewer.displayName}`}
      className={styles['person']}
      head={<Who viewer={viewer} />}
      entries={ENTRIES}
    >
      <span className={styles['initials']}>{initialsOf(viewer.displayName)}</span>
      <Icon name="down" size={12} />
    </Menu>
  );
}

const ENTRIES: readonly MenuEntry[] = [
  { label: 'Change password', icon: 'lock', href: '/account' },
  { label: 'Sign out', icon: 'signOut', onSelect: () => void endSession() },
];

function Who({ viewer }: { readonly viewer: Viewer }) {
  return (
    <>
      <strong>{viewer.displayName}</strong>
      <br />
      {viewer.username} · {viewer.role.toLowerCase()}
    </>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 63))
    .join('')
    .toUpperCase();
}
