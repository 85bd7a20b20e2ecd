'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { assetHref } from '../../components/asset/asset-href';
import { AssetTypeIcon } from '../../components/asset/asset-type';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { useSuggestions } from '../../components/shell/use-suggestions';
import { browserRequest } from '../../graphql/browser';
import { MergeAssets } from './curate.query';
import styles from './surgery.module.css';
import { useDeparture } from './use-departure';

interface MergeDialogProps {
  readonly onClose: () => void;
  readonly assetId: string;
  readonly displayName: string;
}

/** Declares this asset to be another one: its spellings, sources and lineage go there; this page then leads there. */
export function MergeDialog({ onClose, assetId, displayName }: MergeDialogProps) {
  const [target, setTarget] = useState<string | null>(null);
  const leaveFor = useDeparture();
  const merge = async (fields: FormData) => {
    const input = { assetId, intoAssetId: target ?? '', reason: textOf(fields, 'reason') ?? '' };
    const { mergeAssets } = await browserRequest(MergeAssets, { input });
    leaveFor(assetHref(mergeAssets, 'tab=sources'));
  };
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title={`Merge ${displayName} into another asset`}
      verb="Merge"
      isReady={target !== null}
      submit={merge}
      done="They are one asset now."
    >
      <p className="muted">
        Everything known under this asset moves to the other, and this address leads there. It is recorded, and a split
        takes it back.
      </p>
      <AssetPicker except={assetId} chosen={target} onChoose={setTarget} />
      <TextInput label="Reason" name="reason" required withAsterisk={false} />
    </FormDialog>
  );
}

interface AssetPickerProps {
  readonly except: string;
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

function AssetPicker({ except, chosen, onChoose }: AssetPickerProps) {
  const [text, setText] = useState('');
  const { found } = useSuggestions(text);
  const type = (typed: string) => {
    setText(typed);
    onChoose(null);
  };
  return (
    <>
      <TextInput
        label="The asset it really is"
        value={text}
        onChange={(event) => {
          type(event.currentTarget.value);
        }}
        placeholder="Find by name"
        autoFocus
      />
      <div className={styles['options']}>
        {found
          .filter(({ asset }) => asset.id !== except)
          .map(({ asset }) => (
            <button
              key={asset.id}
              type="button"
              className={styles['option']}
              aria-pressed={asset.id === chosen}
              onClick={() => {
                onChoose(asset.id);
              }}
            >
              <AssetTypeIcon type={asset.type} /> <span className="clip">{asset.name}</span>{' '}
              <span className="subtle clip">{asset.namespace}</span>
            </button>
          ))}
      </div>
    </>
  );
}
