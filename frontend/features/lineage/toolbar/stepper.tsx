'use client';

import { MAX_DEPTH } from '../graph/view';
import styles from './toolbar.module.css';

interface StepperProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** How many hops are shown on one side, 0 to 10. */
export function Stepper({ label, value, onChange }: StepperProps) {
  return (
    <div className={styles['stepper']} role="group" aria-label={`${label} hops`} data-testid={`depth-${label}`}>
      <span className={styles['stepperLabel']}>{label}</span>
      <button
        type="button"
        aria-label={`One hop less ${label}stream`}
        disabled={value === 0}
        onClick={() => onChange(value - 1)}
      >
        −
      </button>
      <output aria-live="off">{value}</output>
      <button
        type="button"
        aria-label={`One hop more ${label}stream`}
        disabled={value === MAX_DEPTH}
        onClick={() => onChange(value + 1)}
      >
        +
      </button>
    </div>
  );
}
