'use client';

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { Notice } from '../../../components/states/notice';
import { counted } from '../../../components/text/numbers';
import { browserRequest } from '../../../graphql/browser';
import type { ViolationRowFragment } from '../../../graphql/generated/graphql';
import { RequestWaiver } from '../waivers/waivers.query';
import { dayAhead, scopesOf, type WaiverScope } from './waiver-scope';

interface WaiveDialogProps {
  readonly isOpen: boolean;
  readonly violations: readonly ViolationRowFragment[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const LONGEST_DAYS = 365;
const SCOPE_CHOICES: readonly { readonly value: WaiverScope; readonly label: string }[] = [
  { value: 'finding', label: 'Only this finding' },
  { value: 'asset', label: 'All that the policy demands of the asset' },
  { value: 'policy', label: 'The policy, wherever it applies' },
];
const TERMS = [14, 30, 90, LONGEST_DAYS].map((days) => ({
  value: String(days),
  label: days === LONGEST_DAYS ? 'A year, the longest' : `${String(days)} days`,
}));

/** Asks for leave to break a policy for a while; one request per scope, each decided by somebody else. */
export function WaiveDialog({ isOpen, violations, onClose, onDone }: WaiveDialogProps) {
  const [scope, setScope] = useState<WaiverScope>('finding');
  const scopes = scopesOf(violations, scope);
  const submit = async (fields: FormData) => {
    const day = textOf(fields, 'until') ?? dayAhead(Date.now(), Number(textOf(fields, 'term')));
    const said = {
      reason: textOf(fields, 'reason') ?? '',
      conditions: textOf(fields, 'conditions'),
      expiresAt: `${day}T00:00:00Z`,
    };
    for (const one of scopes) await browserRequest(RequestWaiver, { input: { ...one, ...said } });
    onDone();
  };
  return (
    <FormDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`Ask to waive ${counted(violations.length, 'violation')}`}
      verb="Ask"
      submit={submit}
      done={`${counted(scopes.length, 'request')} made. Somebody else decides.`}
    >
      <Notice tone="info">
        {counted(scopes.length, 'request')}; another person decides. When the time is over, the violation opens again by
        itself.
      </Notice>
      <NativeSelect
        label="What may pass"
        data={SCOPE_CHOICES.map((choice) => ({ ...choice }))}
        value={scope}
        onChange={(event) => {
          setScope(event.currentTarget.value as WaiverScope);
        }}
      />
      <Term />
      <Reasons />
    </FormDialog>
  );
}

function Reasons() {
  return (
    <>
      <Textarea
        label="Why"
        name="reason"
        description="At least 20 characters: what is done meanwhile, or why it is acceptable"
        required
        withAsterisk={false}
        minLength={20}
        maxLength={5000}
        autosize
        minRows={2}
      />
      <TextInput label="On condition that" name="conditions" description="May stay empty" autoComplete="off" />
    </>
  );
}

/** Some days, or a day of one's own; a year at most. */
function Term() {
  const [term, setTerm] = useState('30');
  const now = Date.now();
  return (
    <>
      <NativeSelect
        label="For"
        name="term"
        data={[...TERMS, { value: '', label: 'Until a certain day' }]}
        value={term}
        onChange={(event) => {
          setTerm(event.currentTarget.value);
        }}
      />
      {term === '' && (
        <TextInput
          label="Until"
          name="until"
          type="date"
          min={dayAhead(now, 1)}
          max={dayAhead(now, LONGEST_DAYS)}
          required
          withAsterisk={false}
        />
      )}
    </>
  );
}
