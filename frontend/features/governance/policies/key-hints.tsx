'use client';

import { useEffect, useState } from 'react';
import { browserRequest } from '../../../graphql/browser';
import { insertAt, suggestionsAt } from './completion';
import { PolicySchema } from './policies.query';
import styles from './policies.module.css';

interface KeyHintsProps {
  readonly text: string;
  readonly caret: number;
  readonly onInsert: (text: string, caret: number) => void;
}

/** What may stand where the caret is; a press puts it there. */
export function KeyHints({ text, caret, onInsert }: KeyHintsProps) {
  const [schema, setSchema] = useState<unknown>(null);
  useEffect(() => {
    browserRequest(PolicySchema).then(
      ({ policySchema }) => {
        setSchema(policySchema);
      },
      () => undefined,
    );
  }, []);
  const offered = schema === null ? [] : suggestionsAt(text, caret, schema);
  if (offered.length === 0) return null;
  return (
    <div role="group" aria-label="What may stand here" className={styles['keys']}>
      {offered.map((suggestion) => (
        <button
          key={suggestion.word}
          type="button"
          className={styles['key']}
          title={suggestion.about ?? undefined}
          onClick={() => {
            const next = insertAt(text, caret, suggestion);
            onInsert(next.text, next.caret);
          }}
        >
          {suggestion.word}
        </button>
      ))}
    </div>
  );
}
