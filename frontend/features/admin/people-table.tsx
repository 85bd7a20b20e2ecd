'use client';

import { Menu } from '@mantine/core';
import { useState } from 'react';
import { Chip } from '../../components/asset/chip';
import { Icon } from '../../components/icon';
import { useAction } from '../../components/overlay/use-action';
import { showToast } from '../../components/shell/toasts';
import { Table } from '../../components/table/table';
import { TimeAgo } from '../../components/text/time-ago';
import { browserRequest } from '../../graphql/browser';
import type { PeopleQuery } from '../../graphql/generated/graphql';
import { UpdatePerson } from './admin.query';
import styles from './admin.module.css';
import { EditPersonDialog } from './edit-person-dialog';
import { ResetPasswordDialog } from './reset-password-dialog';

export type Person = PeopleQuery['people']['nodes'][number];

/** Everybody with an account, the disabled ones last. */
export function PeopleTable({ people, selfId }: { readonly people: readonly Person[]; readonly selfId: string }) {
  const [edited, setEdited] = useState<Person | null>(null);
  const [reset, setReset] = useState<Person | null>(null);
  const ordered = [...people].sort((left, right) => Number(left.isDisabled) - Number(right.isDisabled) || left.displayName.localeCompare(right.displayName));
  return (
    <>
      <Table label="People" head={['Name', 'User name', 'E-mail', 'Role', { label: 'Last seen', align: 'end' }, { label: 'Actions', isHidden: true }]}>
        {ordered.map((person) => (
          <tr key={person.id} data-dim={person.isDisabled || undefined}>
            <td>
              {person.displayName} {person.isDisabled && <Chip>disabled</Chip>} {person.id === selfId && <Chip>you</Chip>}
            </td>
            <td className="mono">{person.username}</td>
            <td>{person.email ?? <span className="subtle">—</span>}</td>
            <td>{person.role.toLowerCase()}</td>
            <td data-align="end" className="subtle">
              {person.lastSeenAt ? <TimeAgo at={person.lastSeenAt} /> : 'never'}
            </td>
            <td data-tight>
              <PersonMenu person={person} isSelf={person.id === selfId} onEdit={() => { setEdited(person); }} onReset={() => { setReset(person); }} />
            </td>
          </tr>
        ))}
      </Table>
      <EditPersonDialog person={edited} onClose={() => { setEdited(null); }} />
      <ResetPasswordDialog person={reset} onClose={() => { setReset(null); }} />
    </>
  );
}

interface PersonMenuProps {
  readonly person: Person;
  readonly isSelf: boolean;
  readonly onEdit: () => void;
  readonly onReset: () => void;
}

function PersonMenu({ person, isSelf, onEdit, onReset }: PersonMenuProps) {
  const { run } = useAction();
  const toggle = async () => {
    const isDone = await run(() => browserRequest(UpdatePerson, { input: { id: person.id, isDisabled: !person.isDisabled } }));
    showToast(isDone ? { message: `${person.displayName} is ${person.isDisabled ? 'enabled' : 'disabled'}.` } : { tone: 'failed', message: 'The account was not changed.' });
  };
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={styles['more']} aria-label={`Actions for ${person.displayName}`}>
          <Icon name="more" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<Icon name="edit" />} onClick={onEdit}>
          Edit
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="key" />} onClick={onReset}>
          Set a new password
        </Menu.Item>
        {!isSelf && (
          <Menu.Item leftSection={<Icon name={person.isDisabled ? 'check' : 'lock'} />} onClick={() => void toggle()}>
            {person.isDisabled ? 'Enable' : 'Disable and sign out'}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
