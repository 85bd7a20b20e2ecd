'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Icon } from '../../components/icon';
import styles from './asset.module.css';
import type { SplitIdentifier } from './split-dialog';

const MergeDialog = dynamic(() => import('./merge-dialog').then((module) => module.MergeDialog), { ssr: false });
const SplitDialog = dynamic(() => import('./split-dialog').then((module) => module.SplitDialog), { ssr: false });

interface IdentitySurgeryProps {
  readonly assetId: string;
  readonly displayName: string;
  readonly identifiers: readonly SplitIdentifier[];
}

/** For stewards: take a spelling out, or declare two assets one. Both are audited and can be taken back by the other. */
export function IdentitySurgery({ assetId, displayName, identifiers }: IdentitySurgeryProps) {
  const [open, setOpen] = useState<'merge' | 'split' | null>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <span style={{ display: 'flex', gap: 6 }}>
      <button
        type="button"
        className={styles['action']}
        onClick={() => {
          setOpen('merge');
        }}
      >
        <Icon name="merge" size={14} /> Merge into…
      </button>
      <button
        type="button"
        className={styles['action']}
        onClick={() => {
          setOpen('split');
        }}
        disabled={identifiers.length < 2}
      >
        <Icon name="split" size={14} /> Split off…
      </button>
      {open === 'merge' && <MergeDialog onClose={close} assetId={assetId} displayName={displayName} />}
      {open === 'split' && <SplitDialog onClose={close} assetId={assetId} identifiers={identifiers} />}
    </span>
  );
}
