'use client';

import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Dialog } from '../../components/overlay/dialog';
import styles from './editing.module.css';

/** Fetched when somebody asks. */
const AssetWhy = dynamic(() => import('./asset-why').then((module) => module.AssetWhy));

interface AssetWhyButtonProps {
  readonly assetId: string;
  readonly name: string;
  readonly mayBlock: boolean;
}

/** Opens what an asset's classification rests on. */
export function AssetWhyButton({ assetId, name, mayBlock }: AssetWhyButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles['edit']}
        onClick={() => {
          setOpen(true);
        }}
      >
        Why?<span className="hidden-visually"> {name} is classified so</span>
      </button>
      <Dialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={`Why ${name} is classified so`}
        width={680}
      >
        <AssetWhy assetId={assetId} mayBlock={mayBlock} />
      </Dialog>
    </>
  );
}
