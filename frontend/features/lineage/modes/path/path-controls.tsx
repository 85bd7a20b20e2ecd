'use client';

import { Icon } from '../../../../components/icon';
import { FocusPicker } from '../../toolbar/focus-picker';
import type { Explorer } from '../../use-explorer';
import styles from '../modes.module.css';
import { wayAt } from './way-words';

/** Between which two assets, and which of the ways is in the light. */
export function PathControls({ explorer }: { readonly explorer: Explorer }) {
  const { params, actions, view, sceneState, nameOf } = explorer;
  if (view.level === 'column')
    return <span className={styles['words']}>Ways lead between whole assets. Switch to Assets.</span>;
  const ways = sceneState.scene.ways?.ways ?? [];
  const { index } = wayAt(ways, params.way);
  return (
    <>
      <span className={styles['words']}>from {nameOf(view.focus)}</span>
      <FocusPicker
        key={params.path}
        current={params.path === null ? '' : nameOf(params.path)}
        label="to"
        name="The other end of the path"
        onPick={actions.pathTo}
      />
      {ways.length > 0 && (
        <span className={styles['group']} role="group" aria-label="Ways">
          <Step name="The way before" icon="left" isOff={index === 0} onStep={() => actions.setWay(index)} />
          <span className="num">
            way {index + 1} of {ways.length}
          </span>
          <Step
            name="The next way"
            icon="right"
            isOff={index + 1 === ways.length}
            onStep={() => actions.setWay(index + 2)}
          />
        </span>
      )}
      {params.path === null && (
        <span className="subtle">Choose another asset: by name, Shift-click, or p on its card.</span>
      )}
    </>
  );
}

interface StepProps {
  readonly name: string;
  readonly icon: 'left' | 'right';
  readonly isOff: boolean;
  readonly onStep: () => void;
}

function Step({ name, icon, isOff, onStep }: StepProps) {
  return (
    <button type="button" className={styles['icon']} aria-label={name} title={name} disabled={isOff} onClick={onStep}>
      <Icon name={icon} size={14} />
    </button>
  );
}
