'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { FormDialog } from '../../components/overlay/form-dialog';
import { showToast } from '../../components/shell/toasts';
import { ApiError, browserRequest } from '../../graphql/browser';
import { DeadEventBody, ReplayDeadEvent } from './events.query';

interface MendButtonProps {
  readonly id: string;
  readonly message: string;
}

/** Opens what was sent, to be mended and tried again; what cannot be understood either stays in the dialog. */
export function MendButton({ id, message }: MendButtonProps) {
  const [sent, setSent] = useState<string | null>(null);
  const [body, setBody] = useState('');
  const open = async () => {
    try {
      const { deadEventBody } = await browserRequest(DeadEventBody, { id });
      if (typeof deadEventBody !== 'string') throw new ApiError('NOT_FOUND', 'What was sent is not kept any more.');
      setSent(deadEventBody);
      setBody(readable(deadEventBody));
    } catch (error) {
      showToast({ tone: 'failed', message: error instanceof ApiError ? error.message : 'It could not be opened.' });
    }
  };
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={() => void open()}>
        Edit and replay
      </Button>
      <FormDialog
        isOpen={sent !== null}
        onClose={() => {
          setSent(null);
        }}
        title="Edit and replay"
        verb="Replay"
        width={760}
        done="It is taken up again."
        submit={() => browserRequest(ReplayDeadEvent, { id, body: body === readable(sent ?? '') ? null : body })}
      >
        <BodyField message={message} body={body} onChange={setBody} />
      </FormDialog>
    </>
  );
}

interface BodyFieldProps {
  readonly message: string;
  readonly body: string;
  readonly onChange: (body: string) => void;
}

function BodyField({ message, body, onChange }: BodyFieldProps) {
  return (
    <Textarea
      label="What was sent"
      description={message}
      value={body}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      autosize
      minRows={12}
      maxRows={24}
      spellCheck={false}
      styles={{ input: { fontFamily: 'var(--t-mono)', fontSize: 12 } }}
    />
  );
}

/** JSON with line breaks; anything else as it came. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text; // not JSON: that may be just what is wrong with it
  }
}
