'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { useAction } from '../../components/overlay/use-action';
import { browserRequest } from '../../graphql/browser';
import { CreatePerson } from './admin.query';
import { PasswordSuggestion } from './reset-password-dialog';
import { PERSON_ROLES, roleOptions, type Role } from './roles';

/** Opens an account for somebody. */
export function NewPersonButton() {
  const [isOpen, setOpen] = useState(false);
  const { isBusy, problem, run } = useAction();
  const create = async (fields: FormData) => {
    const username = textOf(fields, 'username') ?? '';
    const input = {
      username,
      displayName: textOf(fields, 'displayName') ?? username,
      email: textOf(fields, 'email'),
      role: textOf(fields, 'role') as Role,
      password: textOf(fields, 'password') ?? '',
    };
    if (await run(() => browserRequest(CreatePerson, { input }), `${input.displayName} can sign in.`)) setOpen(false);
  };
  return (
    <>
      <Button variant="filled" leftSection={<Icon name="plus" size={14} />} onClick={() => { setOpen(true); }}>
        New person
      </Button>
      <FormDialog isOpen={isOpen} onClose={() => { setOpen(false); }} title="New person" verb="Create" isBusy={isBusy} problem={problem} onSubmit={(fields) => void create(fields)}>
        <TextInput label="User name" name="username" required withAsterisk={false} autoFocus autoComplete="off" spellCheck={false} />
        <TextInput label="Name" name="displayName" autoComplete="off" />
        <TextInput label="E-mail" name="email" type="email" autoComplete="off" />
        <NativeSelect label="Role" name="role" data={roleOptions(PERSON_ROLES)} />
        <PasswordSuggestion />
      </FormDialog>
    </>
  );
}
