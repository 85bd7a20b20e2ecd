'use client';

import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { Notice } from '../../../components/states/notice';
import { count, counted } from '../../../components/text/numbers';
import { browserRequest } from '../../../graphql/browser';
import type {
  ActOnViolationsInput,
  ActOnViolationsMutation,
  AssigneesQuery,
  ViolationAction,
  ViolationFilter,
} from '../../../graphql/generated/graphql';
import type { Act } from './use-inbox';
import { ActOnViolations, Assignees } from './violations.query';

const WORDS: Record<ViolationAction, { readonly title: string; readonly verb: string; readonly done: string }> = {
  ACKNOWLEDGE: { title: 'Acknowledge', verb: 'Acknowledge', done: 'Acknowledged.' },
  ASSIGN: { title: 'Assign', verb: 'Assign', done: 'Assigned.' },
  COMMENT: { title: 'Comment on', verb: 'Comment', done: 'The comment is there.' },
  DUE: { title: 'Set a due day for', verb: 'Set', done: 'The due day is set.' },
  REOPEN: { title: 'Reopen', verb: 'Reopen', done: 'Open again.' },
};

interface ActDialogProps {
  /** What is about to be done; null and WAIVE, which has a dialog of its own: nothing is shown. */
  readonly act: Act | null;
  readonly target: ViolationFilter;
  readonly size: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Does one thing to one or many violations, after saying how many it will change. */
export function ActDialog({ act: wanted, target, size, onClose, onDone }: ActDialogProps) {
  const isOpen = wanted !== null && wanted !== 'WAIVE';
  const act = isOpen ? wanted : 'COMMENT';
  const { title, verb, done } = WORDS[act];
  const submit = async (fields: FormData) => {
    await browserRequest(ActOnViolations, {
      input: {
        action: act,
        filter: target,
        dryRun: false,
        text: textOf(fields, 'text'),
        assignee: textOf(fields, 'assignee'),
        dueOn: textOf(fields, 'dueOn'),
      },
    });
    onDone();
  };
  return (
    <FormDialog
      isOpen={isOpen}
      onClose={onClose}
      title={`${title} ${counted(size, 'violation')}`}
      verb={verb}
      submit={submit}
      done={done}
    >
      {act !== 'COMMENT' && <ActFields act={act} target={target} />}
      <Textarea
        label={act === 'COMMENT' ? 'Comment' : 'Why'}
        name="text"
        required={act === 'COMMENT'}
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={5000}
      />
    </FormDialog>
  );
}

interface ActFieldsProps {
  readonly act: ViolationAction;
  readonly target: ViolationFilter;
}

/** What the act needs to know, and what it would then do. */
function ActFields({ act, target }: ActFieldsProps) {
  const [value, setValue] = useState('');
  const said = value === '' ? null : value;
  return (
    <>
      {act === 'ASSIGN' && <AssigneeField value={value} onChange={setValue} />}
      {act === 'DUE' && (
        <TextInput
          label="Due on"
          name="dueOn"
          type="date"
          description="Empty: none"
          value={value}
          onChange={(event) => {
            setValue(event.currentTarget.value);
          }}
        />
      )}
      <Effect act={act} target={target} assignee={act === 'ASSIGN' ? said : null} dueOn={act === 'DUE' ? said : null} />
    </>
  );
}

type Report = ActOnViolationsMutation['actOnViolations'];

interface EffectProps extends ActFieldsProps {
  readonly assignee: string | null;
  readonly dueOn: string | null;
}

/** What it would do, asked of the API beforehand. */
function Effect({ act, target, assignee, dueOn }: EffectProps) {
  const [report, setReport] = useState<Report | null>(null);
  const input = JSON.stringify({ action: act, filter: target, assignee, dueOn, dryRun: true });
  useEffect(() => {
    let isCurrent = true;
    browserRequest(ActOnViolations, { input: JSON.parse(input) as ActOnViolationsInput }).then(
      (answer) => {
        if (isCurrent) setReport(answer.actOnViolations);
      },
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [input]);
  return (
    <div role="status">
      {report && <Notice tone={report.changed === 0 ? 'warn' : 'info'}>{effectWords(report)}</Notice>}
    </div>
  );
}

function effectWords({ matched, changed, refused }: Report): string {
  const rest = matched - changed - refused;
  const said = [`Changes ${count(changed)} of ${count(matched)}.`];
  if (rest > 0) said.push(`${count(rest)} ${rest === 1 ? 'is' : 'are'} in that state already, or past it.`);
  if (refused > 0) said.push(`${count(refused)} not yours: a contributor acts on their own alone.`);
  return said.join(' ');
}

interface AssigneeFieldProps {
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function AssigneeField({ value, onChange }: AssigneeFieldProps) {
  const [people, setPeople] = useState<AssigneesQuery['assignees']>([]);
  useEffect(() => {
    browserRequest(Assignees).then(
      ({ assignees }) => {
        setPeople(assignees);
      },
      () => undefined,
    );
  }, []);
  const options = people.map(({ id, displayName }) => ({ value: id, label: displayName }));
  return (
    <NativeSelect
      label="To"
      name="assignee"
      data={[{ value: '', label: 'Nobody' }, ...options]}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
    />
  );
}
