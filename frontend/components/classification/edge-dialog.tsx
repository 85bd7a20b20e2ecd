'use client';

import { Textarea, TextInput } from '@mantine/core';
import { browserRequest } from '../../graphql/browser';
import { FormDialog, textOf } from '../overlay/form-dialog';
import type { Edge } from './why-types';
import { BlockPropagation, UnblockPropagation } from './why.query';

/** An edge that is about to be closed, or opened again. */
export interface EdgeAct {
  readonly edge: Edge;
  readonly isOpening: boolean;
}

interface EdgeDialogProps {
  /** Null: nothing is asked. */
  readonly act: EdgeAct | null;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const CLOSE = { head: 'Close', verb: 'Close', done: 'Nothing follows over it any more.' };
const OPEN = { head: 'Open', verb: 'Open again', done: 'It is open again.' };

/** Closes a column edge to classifications where lineage says more than is true, or opens it again; with a reason. */
export function EdgeDialog({ act, onClose, onDone }: EdgeDialogProps) {
  const { head, verb, done } = act?.isOpening ? OPEN : CLOSE;
  const submit = async (fields: FormData) => {
    if (act) await settle(act, fields);
    onDone();
  };
  const title = act ? `${head} the way from ${act.edge.parentColumn} to ${act.edge.column}` : head;
  return (
    <FormDialog isOpen={act !== null} onClose={onClose} title={title} verb={verb} submit={submit} done={done}>
      {act?.isOpening === false && (
        <TextInput
          label="Categories"
          name="categories"
          description="That do not pass, separated by commas; empty: nothing passes"
          autoComplete="off"
        />
      )}
      <Textarea label="Why" name="reason" required withAsterisk={false} autosize minRows={2} maxLength={500} />
    </FormDialog>
  );
}

async function settle({ edge, isOpening }: EdgeAct, fields: FormData): Promise<void> {
  const said = { ...edge, reason: textOf(fields, 'reason') ?? '' };
  if (isOpening) await browserRequest(UnblockPropagation, { input: said });
  else await browserRequest(BlockPropagation, { input: { ...said, categories: categoriesIn(fields) } });
}

function categoriesIn(fields: FormData): string[] {
  const words = (textOf(fields, 'categories') ?? '').split(',');
  return words.map((word) => word.trim()).filter(Boolean);
}
