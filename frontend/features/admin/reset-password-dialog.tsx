'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { ResetPassword } from './admin.query';
import { freshPassword } from './fresh-password';
import type { Person } from './person';

interface ResetPasswordDialogProps {
  readonly person: Person | null;
  readonly onClose: () => void;
}

/** A new password for somebody who lost theirs; their sessions end. */
export function ResetPasswordDialog({ person, onClose }: ResetPasswordDialogProps) {
  if (!person) return null;
  const { id, displayName } = person;
  const save = (fields: FormData) =>
    browserRequest(ResetPassword, { personId: id, newPassword: textOf(fields, 'password') ?? '' });
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={`New password for ${displayName}`}
      verb="Set it"
      submit={save}
      done={`${displayName} can sign in with the new password.`}
    >
      <PasswordSuggestion />
    </FormDialog>
  );
}

/** A random password, shown so that it can be handed over; may be overwritten. */
export function PasswordSuggestion() {
  const [suggestion] = useState(freshPassword);
  return (
    <TextInput
      label="Password"
      name="password"
      defaultValue={suggestion}
      required
      withAsterisk={false}
      minLength={12}
      autoComplete="off"
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--t-mono)' } }}
      description="At least 12 characters. Hand it over by a way you trust."
    />
  );
}
