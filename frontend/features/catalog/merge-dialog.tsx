'use client';

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { assetHref } from '../../components/asset/asset-href';
import { AssetTypeIcon } from '../../components/asset/asset-type';
import { Dialog } from '../../components/overlay/dialog';
import { useSuggestions } from '../../components/shell/use-suggestions';
import { browserRequest } from '../../graphql/browser';
import { MergeAssets } from './curate.query';
import styles from './surgery.module.css';
import { useSurgery } from './use-surgery';

interface MergeDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly assetId: string;
  readonly displayName: string;
}

/** Declares this asset to be another one: its spellings, sources and lineage go there; this page then leads there. */
export function MergeDialog({ isOpen, onClose, ...rest }: MergeDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={`Merge ${rest.displayName} into another asset`} width={560}>
      <MergeForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function MergeForm({ assetId, onClose }: Omit<MergeDialogProps, 'isOpen'>) {
  const [text, setText] = useState('');
  const [target, setTarget] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const { found } = useSuggestions(text);
  const { isBusy, problem, run } = useSurgery();
  const submit = () => run(async () => {
    const { mergeAssets } = await browserRequest(MergeAssets, { input: { assetId, intoAssetId: target ?? '', reason } });
    return assetHref(mergeAssets, 'tab=sources');
  });
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <p className="muted">Everything known under this asset moves to the other, and this address leads there. It is recorded, and a split takes it back.</p>
      <TextInput label="The asset it really is" value={text} onChange={(event) => { setText(event.currentTarget.value); setTarget(null); }} placeholder="Find by name" autoFocus />
      <div className={styles['options']}>
        {found.filter(({ asset }) => asset.id !== assetId).map(({ asset }) => (
          <button key={asset.id} type="button" className={styles['option']} aria-pressed={asset.id === target} onClick={() => { setTarget(asset.id); }}>
            <AssetTypeIcon type={asset.type} /> <span className="clip">{asset.name}</span> <span className="subtle clip">{asset.namespace}</span>
          </button>
        ))}
      </div>
      <TextInput label="Reason" value={reason} onChange={(event) => { setReason(event.currentTarget.value); }} required withAsterisk={false} error={problem} />
      <div className={styles['buttons']}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" disabled={target === null || reason.trim() === ''} loading={isBusy}>
          Merge
        </Button>
      </div>
    </form>
  );
}
