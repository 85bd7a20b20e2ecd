'use client';

import { useId, useState } from 'react';
import { counted } from '../../../../components/text/numbers';
import type { Explorer } from '../../use-explorer';
import styles from '../modes.module.css';
import { keysOf } from '../../toolbar/keys-of';
import { examplesFor } from './examples';
import selectStyles from './select.module.css';

/** A selector of dbt's language, what it was understood to mean, or where its mistake is. */
export function SelectControls({ explorer }: { readonly explorer: Explorer }) {
  const { params, actions, view, refusal, nameOf } = explorer;
  const meaningId = useId();
  if (view.level === 'column')
    return <span className={styles['words']}>Selectors mean whole assets. Switch to Assets.</span>;
  if (params.at !== null)
    return <span className={styles['words']}>Selectors mean the graph of today. Go back to today.</span>;
  return (
    <>
      <SelectorField
        key={params.select}
        applied={params.select ?? ''}
        meaningId={meaningId}
        isRefused={refusal !== null}
        onApply={actions.setSelector}
      />
      {params.select === null && <Examples name={nameOf(view.focus)} onTake={actions.setSelector} />}
      <p id={meaningId} className={selectStyles['meaning']} role="status" data-testid="selector-meaning">
        <Meaning explorer={explorer} />
      </p>
    </>
  );
}

interface SelectorFieldProps {
  readonly applied: string;
  readonly meaningId: string;
  readonly isRefused: boolean;
  readonly onApply: (text: string | null) => void;
}

/** Typing changes nothing yet; Enter draws it, Escape takes back what was typed. */
function SelectorField({ applied, meaningId, isRefused, onApply }: SelectorFieldProps) {
  const [text, setText] = useState(applied);
  const apply = (): void => onApply(text.trim() === '' ? null : text.trim());
  return (
    <form
      className={selectStyles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <input
        className={selectStyles['field']}
        aria-label="Selector"
        aria-describedby={meaningId}
        aria-invalid={isRefused}
        placeholder="+fct_orders+1,tag:nightly --exclude stg_*"
        title="A space adds, a comma intersects, --exclude leaves out; + walks up or down, @ takes all that feeds it too"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={keysOf({ Escape: () => setText(applied) })}
        data-testid="selector"
      />
      <button type="submit" className={selectStyles['act']}>
        Select
      </button>
      {applied !== '' && (
        <button type="button" className={selectStyles['act']} onClick={() => onApply(null)}>
          Clear
        </button>
      )}
    </form>
  );
}

interface ExamplesProps {
  readonly name: string;
  readonly onTake: (text: string) => void;
}

function Examples({ name, onTake }: ExamplesProps) {
  return (
    <span className={selectStyles['examples']} role="group" aria-label="Examples">
      <span className="subtle">for example</span>
      {examplesFor(name).map((example) => (
        <button key={example} type="button" onClick={() => onTake(example)}>
          {example}
        </button>
      ))}
    </span>
  );
}

function Meaning({ explorer: { refusal, sceneState, params } }: { readonly explorer: Explorer }) {
  if (params.select === null) return null;
  if (refusal) {
    const { before, mistake, after, message } = refusal;
    return (
      <>
        <code>
          {before}
          <mark>{mistake === '' ? ' ' : mistake}</mark>
          {after}
        </code>{' '}
        <strong>{message}</strong>. The graph is still the one before.
      </>
    );
  }
  const { selection } = sceneState.scene;
  if (sceneState.isLoading || !selection) return 'Selecting…';
  const { meaning, total, isComplete } = selection;
  return (
    <>
      {meaning} → <strong>{`${isComplete ? '' : 'at least '}${counted(total, 'asset')}`}</strong>
    </>
  );
}
