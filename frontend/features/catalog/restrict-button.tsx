'use client';

import { Button, Textarea } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { browserRequest } from '../../graphql/browser';
import { LiftRestriction, RestrictAsset } from './policies.query';

interface RestrictButtonProps {
  readonly assetId: string;
  /** What it is under now. */
  readonly restriction: { readonly id: string; readonly namespace: string | null; readonly reason: string } | null;
}

const MEANING =
  'Only its owner, stewards and people whose access is granted will know of it. For others it is not there: not in search, counts, lineage or exports.';

/** For stewards: hides an asset from all but its owner, stewards and people with access, or lets all know of it again. */
export function RestrictButton({ assetId, restriction }: RestrictButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  const verb = restriction ? 'Lift restriction' : 'Restrict';
  const submit = async (fields: FormData) => {
    const reason = textOf(fields, 'reason') ?? '';
    await (restriction
      ? browserRequest(LiftRestriction, { id: restriction.id, reason })
      : browserRequest(RestrictAsset, { input: { assetId, reason } }));
    router.refresh();
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpen(true);
        }}
      >
        {verb}
      </Button>
      <FormDialog
        isOpen={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={restriction?.namespace ? `${verb} of namespace ${restriction.namespace}` : verb}
        verb={verb}
        submit={submit}
        done={restriction ? 'Lifted. Everybody who may read sees it.' : 'Restricted. Others do not find it any more.'}
      >
        <p className="subtle">{restriction ? `Restricted because: ${restriction.reason}` : MEANING}</p>
        <Textarea label="Why" name="reason" required withAsterisk={false} minLength={10} autosize minRows={2} />
      </FormDialog>
    </>
  );
}
