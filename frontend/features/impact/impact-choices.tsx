'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic } from 'react';
import { withImpact } from '../../components/url-state';
import styles from './impact.module.css';
import { changesOf, type Change, type ImpactQuestion } from './impact-question';

interface ImpactChoicesProps {
  readonly question: ImpactQuestion;
  readonly columns: readonly string[];
}

/** What is changed and how; each choice is a step that Back undoes. */
export function ImpactChoices({ question, columns }: ImpactChoicesProps) {
  const router = useRouter();
  const [wanted, setWanted] = useOptimistic(question);
  const ask = (changes: Partial<ImpactQuestion>) => {
    const next = { ...wanted, ...changes, class: null, after: null };
    startTransition(() => {
      setWanted(next);
      router.push(withImpact('/impact', next), { scroll: false });
    });
  };
  const setChange = (change: string) => {
    ask({ change: change as Change });
  };
  const setColumn = (column: string) => {
    const isWhole = column === '';
    ask({
      column: isWhole ? null : column,
      change: isWhole && wanted.change === 'retype' ? 'drop' : wanted.change,
    });
  };
  return (
    <div className={styles['choices']} role="group" aria-label="The change">
      <Choice label="change" value={wanted.change} options={options(changesOf(wanted.column))} onChange={setChange} />
      <Choice label="column" value={wanted.column ?? ''} options={[WHOLE, ...options(columns)]} onChange={setColumn} />
    </div>
  );
}

type Option = readonly [value: string, label: string];

const WHOLE: Option = ['', 'the whole asset'];
const options = (values: readonly string[]): Option[] => values.map((value) => [value, value]);

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options: offered, onChange }: ChoiceProps) {
  return (
    <label className={styles['choice']}>
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {offered.map(([each, word]) => (
          <option key={each} value={each}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}
