'use client';

import { useState, type ReactNode } from 'react';
import { Icon } from '../../components/icon';
import styles from './editing.module.css';
import { useCuration } from './use-curation';

interface EditableLineProps {
  readonly assetId: string;
  readonly field: 'owner' | 'tags';
  /** As it is edited: tags joined by commas. */
  readonly value: string;
  readonly own: string | readonly string[] | null;
  readonly mayEdit: boolean;
  readonly children: ReactNode;
}

/** One short fact that contributors may say themselves: Enter saves, Esc leaves it. */
export function EditableLine({ assetId, field, value, own, mayEdit, children }: EditableLineProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const { pending, say } = useCuration(assetId, field);
  const save = (text: string) => {
    setDraft(null);
    if (text === value) return;
    say(text === '' ? 'as the sources say' : text, saidOf(field, text), { [field]: own }, () => {
      setDraft(text);
    });
  };
  if (draft !== null)
    return (
      <LineForm
        label={field}
        initial={draft}
        isList={field === 'tags'}
        onSave={save}
        onCancel={() => {
          setDraft(null);
        }}
      />
    );
  return (
    <span className={styles['line']}>
      {pending === null ? children : <span>{pending}</span>}
      {mayEdit && (
        <button
          type="button"
          className={styles['pencil']}
          onClick={() => {
            setDraft(value);
          }}
          aria-label={`Edit the ${field}`}
        >
          <Icon name="edit" size={13} />
        </button>
      )}
    </span>
  );
}

function saidOf(field: 'owner' | 'tags', text: string) {
  if (field === 'owner') return { owner: text === '' ? null : text };
  const tags = text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return { tags: tags.length === 0 ? null : tags };
}

interface LineFormProps {
  readonly label: string;
  readonly initial: string;
  readonly isList: boolean;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

function LineForm({ label, initial, isList, onSave, onCancel }: LineFormProps) {
  const [text, setText] = useState(initial);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSave(text.trim());
      }}
    >
      <input
        className={styles['input']}
        aria-label={isList ? `${label}, separated by commas` : label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel();
        }}
        onBlur={onCancel}
        autoFocus
      />
    </form>
  );
}
