'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { useAction } from '../../components/overlay/use-action';
import { browserRequest } from '../../graphql/browser';
import { UpdatePerson } from './admin.query';
import type { Person } from './people-table';
import { PERSON_ROLES, roleOptions, type Role } from './roles';

/** Name, address and role of one person; a new role counts from the next request on. */
export function EditPersonDialog({ person, onClose }: { readonly person: Person | null; readonly onClose: () => void }) {
  const { isBusy, problem, run } = useAction();
  const save = async (fields: FormData) => {
    if (!person) return;
    const input = { id: person.id, displayName: textOf(fields, 'displayName'), email: textOf(fields, 'email'), role: textOf(fields, 'role') as Role };
    if (await run(() => browserRequest(UpdatePerson, { input }), 'Saved.')) onClose();
  };
  return (
    <FormDialog isOpen={person !== null} onClose={onClose} title={`Edit ${person?.displayName ?? ''}`} verb="Save" isBusy={isBusy} problem={problem} onSubmit={(fields) => void save(fields)}>
      <TextInput label="Name" name="displayName" defaultValue={person?.displayName} required withAsterisk={false} autoFocus />
      <TextInput label="E-mail" name="email" type="email" defaultValue={person?.email ?? ''} />
      <NativeSelect label="Role" name="role" data={roleOptions(PERSON_ROLES)} defaultValue={person?.role} />
    </FormDialog>
  );
}
