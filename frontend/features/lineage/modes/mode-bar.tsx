'use client';

import dynamic from 'next/dynamic';
import type { Explorer } from '../use-explorer';
import type { Mode } from './modes';
import styles from './modes.module.css';

const LABELS: Readonly<Record<Mode, { readonly label: string; readonly title: string }>> = {
  time: { label: 'Time', title: 'As it was at any moment, and when it changed' },
  compare: { label: 'Compare', title: 'What came, went and changed between two moments, and what caused it' },
  path: { label: 'Path', title: 'By which ways one asset feeds another (p on a card)' },
  select: { label: 'Select', title: "Which assets a selector of dbt's language means" },
};

/** What a mode asks; its code travels when it is first opened. */
const CONTROLS = {
  time: dynamic(() => import('./time/time-controls').then((module) => module.TimeControls)),
  compare: dynamic(() => import('./compare/compare-controls').then((module) => module.CompareControls)),
  path: dynamic(() => import('./path/path-controls').then((module) => module.PathControls)),
  select: dynamic(() => import('./select/select-controls').then((module) => module.SelectControls)),
} satisfies Record<Mode, unknown>;

/** Which question is asked beside what feeds what, and all that it needs to know. */
export function ModeBar({ explorer }: { readonly explorer: Explorer }) {
  const { params, actions } = explorer;
  const Controls = params.mode === null ? null : CONTROLS[params.mode];
  return (
    <div className={styles['bar']} role="toolbar" aria-label="Questions">
      <div className={styles['switch']} role="group" aria-label="Ask about">
        {Object.entries(LABELS).map(([mode, { label, title }]) => (
          <button
            key={mode}
            type="button"
            title={title}
            aria-pressed={params.mode === mode}
            onClick={() => actions.setMode(params.mode === mode ? null : (mode as Mode))}
            data-testid={`mode-${mode}`}
          >
            {label}
          </button>
        ))}
      </div>
      {Controls && <Controls explorer={explorer} />}
    </div>
  );
}
