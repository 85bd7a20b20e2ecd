'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { useAction } from '../../../components/overlay/use-action';
import { browserRequest } from '../../../graphql/browser';
import type { PolicyPageQuery } from '../../../graphql/generated/graphql';
import { DecidePolicy, RetirePolicy, SubmitPolicy } from './policies.query';

type ShownPolicy = NonNullable<PolicyPageQuery['policy']>;

interface PolicyActsProps {
  readonly policy: ShownPolicy;
  /** The reader as the API writes actors; null for a visitor. */
  readonly selfKey: string | null;
  readonly mayWrite: boolean;
  readonly mayDecide: boolean;
}

/** What can be done with the latest version: submitted by its author, decided by somebody else; and an end. */
export function PolicyActs({ policy, selfKey, mayWrite, mayDecide }: PolicyActsProps) {
  const latest = policy.versions.nodes[0];
  return (
    <>
      {latest?.status === 'DRAFT' && mayWrite && <Submit policy={policy} />}
      {latest?.status === 'SUBMITTED' && (
        <Decision policy={policy} version={latest} selfKey={selfKey} mayDecide={mayDecide} />
      )}
      {isRetirable(policy) && mayDecide && <Retire name={policy.name} />}
    </>
  );
}

/** What is enforced is first changed to another mode, which a second person approves. */
function isRetirable({ state, mode }: ShownPolicy): boolean {
  return state === 'ACTIVE' && mode !== 'enforce';
}

type DecisionProps = Omit<PolicyActsProps, 'mayWrite'> & { readonly version: ShownPolicy['versions']['nodes'][number] };

function Decision({ policy, version, selfKey, mayDecide }: DecisionProps) {
  const isOwn = [version.author.key, version.submittedBy?.key].includes(selfKey ?? '');
  if (isOwn) return <span className="subtle">Somebody else decides.</span>;
  if (!mayDecide) return <span className="subtle">A steward decides.</span>;
  return (
    <>
      <Decide policy={policy} hash={version.hash} isApproval />
      <Decide policy={policy} hash={version.hash} isApproval={false} />
    </>
  );
}

function Submit({ policy: { name, latestVersion: version } }: Pick<PolicyActsProps, 'policy'>) {
  const { isBusy, run } = useAction();
  const submit = () =>
    run(() => browserRequest(SubmitPolicy, { name, version }), `Version ${String(version)} is submitted.`);
  return (
    <Button variant="filled" loading={isBusy} onClick={() => void submit()}>
      Submit version {version}
    </Button>
  );
}

interface DecideProps {
  readonly policy: ShownPolicy;
  readonly hash: string;
  readonly isApproval: boolean;
}

function Decide({ policy: { name, latestVersion: version }, hash, isApproval }: DecideProps) {
  const word = isApproval ? 'Approve' : 'Reject';
  const decide = (fields: FormData) =>
    browserRequest(DecidePolicy, {
      input: { name, version, hash, approve: isApproval, reason: textOf(fields, 'reason') },
    });
  return (
    <ReasonDialog
      button={word}
      isMain={isApproval}
      title={`${word} version ${String(version)} of ${name}`}
      label={isApproval ? 'Remark' : 'Why not'}
      isReasonNeeded={!isApproval}
      done={isApproval ? 'Approved. It is in force.' : 'Rejected.'}
      submit={decide}
    />
  );
}

function Retire({ name }: { readonly name: string }) {
  const retire = (fields: FormData) => browserRequest(RetirePolicy, { name, reason: textOf(fields, 'reason') ?? '' });
  return (
    <ReasonDialog
      button="Retire"
      isMain={false}
      title={`Take ${name} out of force`}
      label="Why"
      isReasonNeeded
      done="Retired. What it found is resolved by the next evaluation."
      submit={retire}
    />
  );
}

interface ReasonDialogProps {
  readonly button: string;
  readonly isMain: boolean;
  readonly title: string;
  readonly label: string;
  readonly isReasonNeeded: boolean;
  readonly done: string;
  readonly submit: (fields: FormData) => Promise<unknown>;
}

function ReasonDialog({ button, isMain, title, label, isReasonNeeded, done, submit }: ReasonDialogProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant={isMain ? 'filled' : 'default'}
        onClick={() => {
          setOpen(true);
        }}
      >
        {button}
      </Button>
      <FormDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={title}
        verb={button}
        submit={submit}
        done={done}
      >
        <Textarea
          label={label}
          name="reason"
          required={isReasonNeeded}
          withAsterisk={false}
          autosize
          minRows={2}
          maxLength={5000}
        />
      </FormDialog>
    </>
  );
}
