'use client';

import styles from '../modes.module.css';

interface MomentInputProps {
  readonly label: string;
  readonly value: Date | null;
  readonly onChange: (at: Date | null) => void;
}

/** A moment by date and time, in UTC as everywhere on the page; empty is now. */
export function MomentInput({ label, value, onChange }: MomentInputProps) {
  return (
    <label className={styles['moment']} title="Date and time in UTC; empty for now">
      <span className="subtle">{label}</span>
      <input
        type="datetime-local"
        step={1}
        value={value ? value.toISOString().slice(0, 19) : ''}
        onChange={(event) => onChange(momentOf(event.currentTarget.value))}
        data-testid={`moment-${label.replaceAll(' ', '-')}`}
      />
      <span className="subtle">UTC</span>
    </label>
  );
}

function momentOf(text: string): Date | null {
  const at = new Date(`${text}Z`);
  return text === '' || Number.isNaN(at.getTime()) ? null : at;
}
