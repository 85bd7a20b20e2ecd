'use client';

import { useState } from 'react';
import { Chip } from '../../components/asset/chip';
import { Table } from '../../components/table/table';
import { TimeAgo } from '../../components/text/time-ago';
import { EditPersonDialog } from './edit-person-dialog';
import { ErasePersonDialog } from './erase-person-dialog';
import type { Person, PersonRowProps } from './person';
import { PersonMenu } from './person-menu';
import { ResetPasswordDialog } from './reset-password-dialog';

const HEAD = [
  'Name',
  'User name',
  'E-mail',
  'Role',
  { label: 'Last seen', align: 'end' },
  { label: 'Actions', isHidden: true },
] as const;

/** Everybody with an account, the disabled ones last. */
export function PeopleTable({ people, selfId }: { readonly people: readonly Person[]; readonly selfId: string }) {
  const [edited, setEdited] = useState<Person | null>(null);
  const [reset, setReset] = useState<Person | null>(null);
  const [erased, setErased] = useState<Person | null>(null);
  const close = () => {
    setErased(null);
    setEdited(null);
    setReset(null);
  };
  return (
    <>
      <Table label="People" head={HEAD}>
        {[...people].sort(byStanding).map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            isSelf={person.id === selfId}
            onEdit={setEdited}
            onReset={setReset}
            onErase={setErased}
          />
        ))}
      </Table>
      <EditPersonDialog person={edited} onClose={close} />
      <ErasePersonDialog person={erased} onClose={close} />
      <ResetPasswordDialog person={reset} onClose={close} />
    </>
  );
}

function byStanding(left: Person, right: Person): number {
  return Number(left.isDisabled) - Number(right.isDisabled) || left.displayName.localeCompare(right.displayName);
}

/** What can be done to one person. */
function PersonRow(props: PersonRowProps) {
  const { person, isSelf } = props;
  return (
    <tr data-dim={person.isDisabled || undefined}>
      <td>
        {person.displayName} {person.isDisabled && <Chip>disabled</Chip>} {isSelf && <Chip>you</Chip>}
      </td>
      <td className="mono">{person.username}</td>
      <td>{person.email ?? <span className="subtle">—</span>}</td>
      <td>{person.role.toLowerCase()}</td>
      <td data-align="end" className="subtle">
        {person.lastSeenAt ? <TimeAgo at={person.lastSeenAt} /> : 'never'}
      </td>
      <td data-tight>
        <PersonMenu {...props} />
      </td>
    </tr>
  );
}
