'use client';

import { Button, PasswordInput } from '@mantine/core';
import { useAction } from '../../components/overlay/use-action';
import { textOf } from '../../components/overlay/form-dialog';
import { Notice } from '../../components/states/notice';
import { browserRequest } from '../../graphql/browser';
import { ChangeMyPassword } from './admin.query';
import styles from './admin.module.css';

/** Changes one's own password; other sessions of the account end. */
export function PasswordForm() {
  const { isBusy, problem, run } = useAction();
  const change = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    const variables = { currentPassword: textOf(fields, 'current') ?? '', newPassword: textOf(fields, 'new') ?? '' };
    if (await run(() => browserRequest(ChangeMyPassword, variables), 'The password is changed.')) form.reset();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void change(event.currentTarget);
      }}
    >
      {problem !== null && (
        <div role="alert">
          <Notice tone="fail">{problem}</Notice>
        </div>
      )}
      <PasswordInput
        label="Current password"
        name="current"
        autoComplete="current-password"
        required
        withAsterisk={false}
      />
      <NewPasswordField />
      <div>
        <Button type="submit" variant="filled" loading={isBusy}>
          Change password
        </Button>
      </div>
    </form>
  );
}

function NewPasswordField() {
  const words = { label: 'New password', description: 'At least 12 characters' };
  return (
    <PasswordInput {...words} name="new" autoComplete="new-password" required withAsterisk={false} minLength={12} />
  );
}
