'use client';

import { TextInput } from '@mantine/core';
import { assetHref } from '../../components/asset/asset-href';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { SplitAsset } from './curate.query';
import styles from './surgery.module.css';
import { useDeparture } from './use-departure';

/** A spelling that may be taken out. */
export interface SplitIdentifier {
  readonly namespace: string;
  readonly name: string;
  readonly rawNamespace: string;
  readonly rawName: string;
  readonly role: string;
}

interface SplitDialogProps {
  readonly onClose: () => void;
  readonly assetId: string;
  readonly identifiers: readonly SplitIdentifier[];
}

/** Takes spellings, and what their sources say, out into an asset of their own. */
export function SplitDialog({ onClose, assetId, identifiers }: SplitDialogProps) {
  const leaveFor = useDeparture();
  const split = async (fields: FormData) => {
    const chosen = new Set(fields.getAll('spelling').map(Number));
    const taken = identifiers.filter((_, index) => chosen.has(index));
    const input = { assetId, identifiers: taken.map(asSpelled), reason: textOf(fields, 'reason') ?? '' };
    const { splitAsset } = await browserRequest(SplitAsset, { input });
    leaveFor(assetHref(splitAsset, 'tab=sources'));
  };
  return (
    <FormDialog
      isOpen
      onClose={onClose}
      title="Split off what is something else"
      verb="Split off"
      submit={split}
      done="It is an asset of its own now."
    >
      <p className="muted">
        Choose the spellings that mean something else. They become an asset of their own, with what their sources say.
      </p>
      <div className={styles['options']} style={{ padding: '4px 10px' }}>
        {identifiers.map((identifier, index) => (
          <label key={identifier.rawNamespace + identifier.rawName} className={styles['choice']}>
            <input type="checkbox" name="spelling" value={index} />
            <span>
              {identifier.rawName} <span className="subtle">{identifier.rawNamespace}</span>
            </span>
          </label>
        ))}
      </div>
      <TextInput label="Reason" name="reason" required withAsterisk={false} />
    </FormDialog>
  );
}

function asSpelled({ rawNamespace, rawName }: SplitIdentifier) {
  return { namespace: rawNamespace, name: rawName };
}
