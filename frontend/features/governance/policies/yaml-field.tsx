'use client';

import { useId, type RefObject } from 'react';
import styles from './policies.module.css';

interface YamlFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCaret: (offset: number) => void;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  /** Lines, from 1, that have a problem. */
  readonly badLines: ReadonlySet<number>;
  /** Id of the list of problems. */
  readonly describedBy: string;
}

/** A text with numbered lines, as high as it is long. Tab leaves it, as everywhere: nobody is trapped. */
export function YamlField({ value, onChange, onCaret, field, badLines, describedBy }: YamlFieldProps) {
  const id = useId();
  const lines = value.split('\n');
  return (
    <div className={styles['editor']}>
      <ol className={styles['gutter']} aria-hidden="true">
        {lines.map((_line, index) => (
          <li key={index} data-bad={badLines.has(index + 1) || undefined}>
            {index + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={field}
        id={id}
        className={styles['text']}
        aria-label="Text of the policy"
        aria-describedby={describedBy}
        aria-invalid={badLines.size > 0}
        value={value}
        rows={lines.length + 1}
        wrap="off"
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={(event) => {
          onChange(event.target.value);
          onCaret(event.target.selectionStart);
        }}
        onSelect={(event) => {
          onCaret(event.currentTarget.selectionStart);
        }}
      />
    </div>
  );
}

/** Where a line, from 1, and a column, from 1, are in a text; the end of the line when it is shorter. */
export function offsetOf(text: string, line: number, column: number): number {
  const before = text.split('\n').slice(0, line - 1);
  const length = text.split('\n')[line - 1]?.length ?? 0;
  return before.reduce((sum, part) => sum + part.length + 1, 0) + Math.min(column - 1, length);
}
