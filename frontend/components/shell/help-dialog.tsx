'use client';

import { useEffect, useState } from 'react';
import { Icon } from '../icon';
import { Dialog } from '../overlay/dialog';
import styles from './help-dialog.module.css';
import shell from './shell.module.css';
import { offeredShortcuts, SHORTCUTS_OFF, useShortcut, type Shortcut } from './shortcuts';

const OPEN = 'tributary:help';

/** Opens the list of keys. */
export function HelpButton() {
  return (
    <button
      type="button"
      className={shell['ghost']}
      aria-label="Keyboard shortcuts"
      title="Keyboard shortcuts  ?"
      onClick={() => window.dispatchEvent(new Event(OPEN))}
    >
      <Icon name="help" />
    </button>
  );
}

/** Every key that works here and now, and the switch for single keys. */
export function HelpDialog() {
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpen(true);
  };
  useShortcut({ keys: '?', label: 'This list', group: 'View', run: open });
  useEffect(() => {
    window.addEventListener(OPEN, open);
    return () => {
      window.removeEventListener(OPEN, open);
    };
  }, []);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => {
        setOpen(false);
      }}
      title="Keyboard shortcuts"
      width={620}
    >
      {isOpen && <KeyList />}
    </Dialog>
  );
}

function KeyList() {
  const [isOff, setOff] = useState(() => localStorage.getItem(SHORTCUTS_OFF) !== null);
  const groups = Map.groupBy(offeredShortcuts(), (shortcut) => shortcut.group);
  const toggle = () => {
    if (isOff) localStorage.removeItem(SHORTCUTS_OFF);
    else localStorage.setItem(SHORTCUTS_OFF, '1');
    setOff(!isOff);
  };
  return (
    <div className={styles['body']}>
      <div className={styles['groups']}>
        {[...groups].map(([group, shortcuts]) => (
          <section key={group}>
            <h3 className={styles['group']}>{group}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <KeyRow key={shortcut.keys + shortcut.label} shortcut={shortcut} />
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={styles['switch']}>
        <input type="checkbox" checked={!isOff} onChange={toggle} /> Single-key shortcuts
      </label>
    </div>
  );
}

function KeyRow({ shortcut }: { readonly shortcut: Shortcut }) {
  const keys = shortcut.keys.split(/[ +]/).map((key) => (key === 'mod' ? '⌘/Ctrl' : key));
  return (
    <div className={styles['row']}>
      <dt>{shortcut.label}</dt>
      <dd>
        {keys.map((key, index) => (
          <kbd key={index}>{key}</kbd>
        ))}
      </dd>
    </div>
  );
}
