'use client';

import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { ErasePerson } from './admin.query';
import styles from './admin.module.css';
import type { Person } from './person';

/** Forgets a person for good; says before that what goes and what stays, and has their user name typed. */
export function ErasePersonDialog({
  person,
  onClose,
}: {
  readonly person: Person | null;
  readonly onClose: () => void;
}) {
  return person && <EraseDialog key={person.id} person={person} onClose={onClose} />;
}

function EraseDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const { id, displayName, username } = person;
  const erase = (fields: FormData) =>
    browserRequest(ErasePerson, { personId: id, reason: textOf(fields, 'reason') ?? '' });
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={`Erase ${displayName}`}
      verb="Erase for good"
      submit={erase}
      isReady={typed.trim() === username}
      done={`${displayName} is forgotten.`}
    >
      <Consequences id={id} />
      <TextInput
        label={`User name, to be sure: ${username}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
        }}
        required
        withAsterisk={false}
        autoComplete="off"
        spellCheck={false}
      />
      <Textarea label="Why, for the audit log" name="reason" required withAsterisk={false} minLength={10} rows={2} />
    </FormDialog>
  );
}

/** What erasing means, in two sentences each. */
function Consequences({ id }: { readonly id: string }) {
  return (
    <div className={styles['consequences']}>
      <p>
        <strong>Goes, and cannot come back:</strong> name, user name, e-mail and password. All sessions and API tokens
        end.
      </p>
      <p>
        <strong>Stays, under an opaque id (“Deleted user {id.slice(-4)}”):</strong> what they changed and decided in the
        audit log, their comments, requests, waivers and approvals. Assets that name them as owner keep that text until
        somebody else is named; so do names in documents that were ingested.
      </p>
    </div>
  );
}
