'use client';

import { useQueryState } from 'nuqs';
import { useId, useRef, useState } from 'react';
import { policyParams } from '../governance-params';
import { DryRun } from './dry-run';
import { KeyHints } from './key-hints';
import styles from './policies.module.css';
import { SavePolicyButton } from './save-policy-button';
import { usePolicyCheck, type TextProblem } from './use-policy-check';
import { offsetOf, YamlField } from './yaml-field';

interface PolicyEditorProps {
  readonly yaml: string;
  /** The version that the text is of; null: a new policy. */
  readonly basedOn: number | null;
}

/** The text on the left; what is wrong with it below, what it would find on the right. */
export function PolicyEditor({ yaml, basedOn }: PolicyEditorProps) {
  const [text, setText] = useState(yaml);
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useQueryState('at', policyParams.at);
  const day = at?.toISOString().slice(0, 10) ?? '';
  const field = useRef<HTMLTextAreaElement>(null);
  const problemsId = useId();
  const check = usePolicyCheck(text, day === '' ? null : `${day}T00:00:00Z`);
  const problems = check.problems ?? [];
  const isNew = text !== yaml || basedOn === null;
  const goTo = (offset: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(offset, offset);
  };
  const insert = (next: string, at: number) => {
    setText(next);
    setCaret(at);
    requestAnimationFrame(() => goTo(at));
  };
  return (
    <div className={styles['two']}>
      <div className={styles['stack']}>
        <YamlField
          value={text}
          onChange={setText}
          onCaret={setCaret}
          field={field}
          badLines={new Set(problems.map(({ line }) => line))}
          describedBy={problemsId}
        />
        <Problems id={problemsId} problems={problems} text={text} onPick={goTo} />
        <KeyHints text={text} caret={caret} onInsert={insert} />
        <SavePolicyButton text={text} basedOn={basedOn} isReady={isNew && check.problems?.length === 0} />
      </div>
      <DryRun check={check} day={day} onDay={(next) => void setAt(next === '' ? null : new Date(next))} />
    </div>
  );
}

interface ProblemsProps {
  readonly id: string;
  readonly problems: readonly TextProblem[];
  readonly text: string;
  readonly onPick: (offset: number) => void;
}

/** What is wrong, each leading to its place. */
function Problems({ id, problems, text, onPick }: ProblemsProps) {
  return (
    <div id={id} role="status" className={styles['problems']}>
      {problems.map(({ line, column, path, message }, index) => (
        <button
          key={index}
          type="button"
          className={styles['problem']}
          onClick={() => {
            onPick(offsetOf(text, line, column));
          }}
        >
          <b>
            line {line}:{column}
          </b>
          <span>
            {path !== '' && <code>{path}</code>} {message}
          </span>
        </button>
      ))}
    </div>
  );
}
