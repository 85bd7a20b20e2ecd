'use client';

import { Menu } from '@mantine/core';
import { Icon } from '../../components/icon';
import { useAction } from '../../components/overlay/use-action';
import { browserRequest } from '../../graphql/browser';
import { UpdatePerson } from './admin.query';
import styles from './admin.module.css';
import type { PersonRowProps } from './people-table';

/** The menu at the end of a person's row; nobody disables themselves. */
export function PersonMenu({ person, isSelf, onEdit, onReset }: PersonRowProps) {
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={styles['more']} aria-label={`Actions for ${person.displayName}`}>
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Icon name="edit" />}
          onClick={() => {
            onEdit(person);
          }}
        >
          Edit
        </Menu.Item>
        <Menu.Item
          leftSection={<Icon name="key" />}
          onClick={() => {
            onReset(person);
          }}
        >
          Set a new password
        </Menu.Item>
        {!isSelf && <DisableItem person={person} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function DisableItem({ person }: Pick<PersonRowProps, 'person'>) {
  const { run } = useAction();
  const toggle = () => {
    const input = { id: person.id, isDisabled: !person.isDisabled };
    void run(
      () => browserRequest(UpdatePerson, { input }),
      `${person.displayName} is ${person.isDisabled ? 'enabled' : 'disabled'}.`,
    );
  };
  return (
    <Menu.Item leftSection={<Icon name={person.isDisabled ? 'check' : 'lock'} />} onClick={toggle}>
      {person.isDisabled ? 'Enable' : 'Disable and sign out'}
    </Menu.Item>
  );
}
