'use client';

import { Icon } from '../../components/icon';
import { Menu, type MenuEntry } from '../../components/overlay/menu';
import { useAction } from '../../components/overlay/use-action';
import { browserRequest } from '../../graphql/browser';
import { UpdatePerson } from './admin.query';
import styles from './admin.module.css';
import type { PersonRowProps } from './person';

/** The menu at the end of a person's row; nobody disables themselves. */
export function PersonMenu({ person, isSelf, onEdit, onReset }: PersonRowProps) {
  const { run } = useAction();
  const toggle = () => {
    const input = { id: person.id, isDisabled: !person.isDisabled };
    const done = `${person.displayName} is ${person.isDisabled ? 'enabled' : 'disabled'}.`;
    void run(() => browserRequest(UpdatePerson, { input }), done);
  };
  const entries: MenuEntry[] = [
    {
      label: 'Edit',
      icon: 'edit',
      onSelect: () => {
        onEdit(person);
      },
    },
    {
      label: 'Set a new password',
      icon: 'key',
      onSelect: () => {
        onReset(person);
      },
    },
  ];
  if (!isSelf)
    entries.push(
      person.isDisabled
        ? { label: 'Enable', icon: 'check', onSelect: toggle }
        : { label: 'Disable and sign out', icon: 'lock', onSelect: toggle },
    );
  return (
    <Menu label={`Actions for ${person.displayName}`} className={styles['more']} entries={entries}>
      <Icon name="more" />
    </Menu>
  );
}
