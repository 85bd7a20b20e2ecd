'use client';

import { Button, Textarea } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Icon } from '../../components/icon';
import { useShortcut } from '../../components/shell/shortcuts';
import styles from './editing.module.css';
import { useCuration } from './use-curation';

interface EditableDescriptionProps {
  readonly assetId: string;
  readonly description: string | null;
  /** What a person had said before, to go back to. */
  readonly own: string | readonly string[] | null;
  readonly mayEdit: boolean;
  /** The description as the server drew it. */
  readonly children: ReactNode;
}

/** The description, and for contributors its editor in place. */
export function EditableDescription({ assetId, description, own, mayEdit, children }: EditableDescriptionProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const { pending, say } = useCuration(assetId, 'description');
  const save = (text: string) => {
    setDraft(null);
    if (text === (description ?? '')) return;
    const before = { description: typeof own === 'string' ? own : null };
    say(text, { description: text === '' ? null : text }, before, () => {
      setDraft(text);
    });
  };
  return (
    <section className={styles['description']}>
      <header className={styles['head']}>
        <h2>Description</h2>
        {mayEdit && draft === null && (
          <EditButton
            onEdit={() => {
              setDraft(description ?? '');
            }}
          />
        )}
      </header>
      {draft !== null ? (
        <DescriptionForm
          initial={draft}
          onSave={save}
          onCancel={() => {
            setDraft(null);
          }}
        />
      ) : (
        <Shown pending={pending}>{children ?? <p className="subtle">Nobody has described it yet.</p>}</Shown>
      )}
    </section>
  );
}

/** While the answer is on its way the new words stand as plain text. */
function Shown({ pending, children }: { readonly pending: string | null; readonly children: ReactNode }) {
  return pending === null ? children : <p className={styles['pending']}>{pending}</p>;
}

function EditButton({ onEdit }: { readonly onEdit: () => void }) {
  useShortcut({ keys: 'e', label: 'Edit the description', group: 'Asset', run: onEdit });
  return (
    <button type="button" className={styles['edit']} onClick={onEdit} title="Edit the description  e">
      <Icon name="edit" size={14} /> Edit
    </button>
  );
}

interface DescriptionFormProps {
  readonly initial: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

function DescriptionForm({ initial, onSave, onCancel }: DescriptionFormProps) {
  const [text, setText] = useState(initial);
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSave(text.trim());
      }}
    >
      <Textarea
        aria-label="Description"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
        }}
        rows={6}
        autoFocus
        size="sm"
      />
      <div className={styles['buttons']}>
        <Button type="submit" variant="filled">
          Save
        </Button>
        <Button onClick={onCancel}>Cancel</Button>
        <span className="subtle">Markdown. Empty goes back to what the sources say.</span>
      </div>
    </form>
  );
}
