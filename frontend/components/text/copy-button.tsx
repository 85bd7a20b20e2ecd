'use client';

import { useState } from 'react';
import { Icon } from '../icon';
import styles from './text.module.css';

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for the button's name: "Copy the name". */
  readonly what: string;
}

/** Copies a text and says so on itself for a moment. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => {
      setCopied(false);
    }, 1600);
  };
  return (
    <button
      type="button"
      className={styles['copy']}
      onClick={() => void copy()}
      title={`Copy ${what}`}
      aria-label={isCopied ? 'Copied' : `Copy ${what}`}
    >
      <Icon name={isCopied ? 'check' : 'copy'} size={14} />
    </button>
  );
}
