'use client';

import { Menu } from '@mantine/core';
import { Icon } from '../icon';
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
    <Menu>
      <Menu.Target>
        <button type="button" className={styles['person']} aria-label={`Account of ${viewer.displayName}`}>
          <span className={styles['initials']} aria-hidden="true">
            {initialsOf(viewer.displayName)}
          </span>
          <Icon name="down" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <strong>{viewer.displayName}</strong>
          <br />
          {viewer.username} · {viewer.role.toLowerCase()}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component="a" href="/account" leftSection={<Icon name="lock" />}>
          Change password
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="signOut" />} onClick={() => void endSession()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
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
