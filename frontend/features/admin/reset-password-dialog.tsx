'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { useAction } from '../../components/overlay/use-action';
import { browserRequest } from '../../graphql/browser';
import { ResetPassword } from './admin.query';
import { freshPassword } from './fresh-password';
import type { Person } from './people-table';

/** A new password for somebody who lost theirs; their sessions end. */
export function ResetPasswordDialog({ person, onClose }: { readonly person: Person | null; readonly onClose: () => void }) {
  const { isBusy, problem, run } = useAction();
  const save = async (fields: FormData) => {
    if (!person) return;
    const newPassword = textOf(fields, 'password') ?? '';
    if (await run(() => browserRequest(ResetPassword, { personId: person.id, newPassword }), `${person.displayName} can sign in with the new password.`)) onClose();
  };
  return (
    <FormDialog isOpen={person !== null} onClose={onClose} title={`New password for ${person?.displayName ?? ''}`} verb="Set it" isBusy={isBusy} problem={problem} onSubmit={(fields) => void save(fields)}>
      <PasswordSuggestion key={person?.id ?? ''} />
    </FormDialog>
  );
}

/** A random password, shown so that it can be handed over; may be overwritten. */
export function PasswordSuggestion() {
  const [suggestion] = useState(freshPassword);
  return <TextInput label="Password" name="password" defaultValue={suggestion} required withAsterisk={false} minLength={12} autoComplete="off" spellCheck={false} styles={{ input: { fontFamily: 'var(--t-mono)' } }} description="At least 12 characters. Hand it over by a way you trust." />;
}
