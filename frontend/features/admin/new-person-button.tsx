'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { CreatePerson } from './admin.query';
import { PasswordSuggestion } from './reset-password-dialog';
import { PERSON_ROLES, roleOptions, type Role } from './roles';

/** Opens an account for somebody. */
export function NewPersonButton() {
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button variant="filled" leftSection={<Icon name="plus" size={14} />} onClick={open}>
        New person
      </Button>
      <FormDialog
        isOpen={isOpen}
        onClose={close}
        title="New person"
        verb="Create"
        submit={createPerson}
        done="The account is open."
      >
        <TextInput
          label="User name"
          name="username"
          required
          withAsterisk={false}
          autoFocus
          autoComplete="off"
          spellCheck={false}
        />
        <TextInput label="Name" name="displayName" autoComplete="off" />
        <TextInput label="E-mail" name="email" type="email" autoComplete="off" />
        <NativeSelect label="Role" name="role" data={roleOptions(PERSON_ROLES)} />
        <PasswordSuggestion />
      </FormDialog>
    </>
  );
}

function createPerson(fields: FormData) {
  const username = textOf(fields, 'username') ?? '';
  return browserRequest(CreatePerson, {
    input: {
      username,
      displayName: textOf(fields, 'displayName') ?? username,
      email: textOf(fields, 'email'),
      role: textOf(fields, 'role') as Role,
      password: textOf(fields, 'password') ?? '',
    },
  });
}
