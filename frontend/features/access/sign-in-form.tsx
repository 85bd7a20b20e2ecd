'use client';

import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Notice } from '../../components/states/notice';
import { startSession } from '../../components/shell/session';
import styles from './sign-in.module.css';

/** Name and password; after success the whole document is loaded anew, with the session in it. */
export function SignInForm({ next }: { readonly next: string }) {
  const { problem, isBusy, signIn } = useSignIn(next);
  useEffect(leaveShell, []);
  return (
    <form
      className={styles['form']}
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        void signIn(new FormData(event.currentTarget));
      }}
    >
      {problem !== null && (
        <div role="alert">
          <Notice tone="fail">{problem}</Notice>
        </div>
      )}
      <TextInput
        label="User name"
        name="username"
        autoComplete="username"
        required
        autoFocus
        size="sm"
        withAsterisk={false}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        size="sm"
        withAsterisk={false}
      />
      <Button type="submit" variant="filled" size="sm" loading={isBusy}>
        Sign in
      </Button>
    </form>
  );
}

function useSignIn(next: string) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const signIn = async (fields: FormData) => {
    setBusy(true);
    setProblem(null);
    const outcome = await startSession(textOf(fields, 'username'), textOf(fields, 'password'));
    if (outcome.isIn) {
      location.assign(next);
      return;
    }
    setBusy(false);
    setProblem(outcome.message);
  };
  return { problem, isBusy, signIn };
}

/** Reached by a client-side redirect when a session ended, the old shell would still stand around this page. */
function leaveShell(): void {
  if (document.querySelector('[data-shell]')) location.reload();
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}
