'use client';

import { Icon, type IconName } from '../../components/icon';
import { Menu, type MenuEntry } from '../../components/overlay/menu';
import { useAction } from '../../components/overlay/use-action';
import { browserRequest } from '../../graphql/browser';
import { UpdatePerson } from './admin.query';
import styles from './admin.module.css';
import type { PersonRowProps } from './person';

/** The menu at the end of a person's row; nobody disables or erases themselves. */
export function PersonMenu({ person, isSelf, onEdit, onReset, onErase }: PersonRowProps) {
  const { run } = useAction();
  const toggle = () => {
    const input = { id: person.id, isDisabled: !person.isDisabled };
    const done = `${person.displayName} is ${person.isDisabled ? 'enabled' : 'disabled'}.`;
    void run(() => browserRequest(UpdatePerson, { input }), done);
  };
  const entry = (label: string, icon: IconName, onSelect: () => void): MenuEntry => ({ label, icon, onSelect });
  const entries = [
    entry('Edit', 'edit', () => onEdit(person)),
    entry('Set a new password', 'key', () => onReset(person)),
    ...(isSelf
      ? []
      : [
          person.isDisabled ? entry('Enable', 'check', toggle) : entry('Disable and sign out', 'lock', toggle),
          entry('Erase…', 'close', () => onErase(person)),
        ]),
  ];
  return (
    <Menu label={`Actions for ${person.displayName}`} className={styles['more']} entries={entries}>
      <Icon name="more" />
    </Menu>
  );
}
