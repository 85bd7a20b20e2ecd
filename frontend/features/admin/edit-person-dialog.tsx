'use client';

import { NativeSelect, TextInput } from '@mantine/core';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { UpdatePerson } from './admin.query';
import type { Person } from './person';
import { PERSON_ROLES, roleOptions, type Role } from './roles';

/** Name, address and role of one person; a new role counts from the next request on. */
export function EditPersonDialog({
  person,
  onClose,
}: {
  readonly person: Person | null;
  readonly onClose: () => void;
}) {
  if (!person) return null;
  const { id, displayName, email, role } = person;
  const save = (fields: FormData) => browserRequest(UpdatePerson, { input: { id, ...personFields(fields) } });
  return (
    <FormDialog isOpen onClose={onClose} title={`Edit ${displayName}`} verb="Save" submit={save} done="Saved.">
      <TextInput label="Name" name="displayName" defaultValue={displayName} required withAsterisk={false} autoFocus />
      <TextInput label="E-mail" name="email" type="email" defaultValue={email ?? ''} />
      <NativeSelect label="Role" name="role" data={roleOptions(PERSON_ROLES)} defaultValue={role} />
    </FormDialog>
  );
}

function personFields(fields: FormData) {
  return {
    displayName: textOf(fields, 'displayName'),
    email: textOf(fields, 'email'),
    role: textOf(fields, 'role') as Role,
  };
}
