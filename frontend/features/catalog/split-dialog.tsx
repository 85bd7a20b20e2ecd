'use client';

import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { assetHref } from '../../components/asset/asset-href';
import { Dialog } from '../../components/overlay/dialog';
import { browserRequest } from '../../graphql/browser';
import { SplitAsset } from './curate.query';
import styles from './surgery.module.css';
import { useSurgery } from './use-surgery';

/** A spelling that may be taken out. */
export interface SplitIdentifier {
  readonly namespace: string;
  readonly name: string;
  readonly rawNamespace: string;
  readonly rawName: string;
  readonly role: string;
}

interface SplitDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly assetId: string;
  readonly identifiers: readonly SplitIdentifier[];
}

/** Takes spellings, and what their sources say, out into an asset of their own. */
export function SplitDialog({ isOpen, onClose, ...rest }: SplitDialogProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Split off what is something else" width={560}>
      <SplitForm {...rest} onClose={onClose} />
    </Dialog>
  );
}

function SplitForm({ assetId, identifiers, onClose }: Omit<SplitDialogProps, 'isOpen'>) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [reason, setReason] = useState('');
  const { isBusy, problem, run } = useSurgery();
  const submit = () => run(async () => {
    const taken = identifiers.filter((_, index) => chosen.has(index)).map(({ rawNamespace, rawName }) => ({ namespace: rawNamespace, name: rawName }));
    const { splitAsset } = await browserRequest(SplitAsset, { input: { assetId, identifiers: taken, reason } });
    return assetHref(splitAsset, 'tab=sources');
  });
  const toggle = (index: number) => { setChosen((before) => new Set(before.has(index) ? [...before].filter((other) => other !== index) : [...before, index])); };
  return (
    <form className={styles['form']} onSubmit={(event) => { event.preventDefault(); void submit(); }}>
      <p className="muted">Choose the spellings that mean something else. They become an asset of their own, with what their sources say.</p>
      <div className={styles['options']} style={{ padding: '4px 10px' }}>
        {identifiers.map((identifier, index) => (
          <label key={identifier.rawNamespace + identifier.rawName} className={styles['choice']}>
            <input type="checkbox" checked={chosen.has(index)} onChange={() => { toggle(index); }} />
            <span>
              {identifier.rawName} <span className="subtle">{identifier.rawNamespace}</span>
            </span>
          </label>
        ))}
      </div>
      <TextInput label="Reason" value={reason} onChange={(event) => { setReason(event.currentTarget.value); }} required withAsterisk={false} error={problem} />
      <div className={styles['buttons']}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" disabled={chosen.size === 0 || chosen.size === identifiers.length || reason.trim() === ''} loading={isBusy}>
          Split off
        </Button>
      </div>
    </form>
  );
}
