'use client';

import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { AssetLink } from '../../../components/asset/asset-link';
import { StatusDot } from '../../../components/asset/chip';
import { FormDialog, textOf } from '../../../components/overlay/form-dialog';
import { Table } from '../../../components/table/table';
import { TimeAgo } from '../../../components/text/time-ago';
import { browserRequest } from '../../../graphql/browser';
import type { AccessRequestsQuery } from '../../../graphql/generated/graphql';
import styles from '../waivers/waivers.module.css';
import { DecideAccess, EndAccess } from './access.query';

type Request = AccessRequestsQuery['accessRequests']['nodes'][number];
type Act = 'grant' | 'refuse' | 'end';

interface Pending {
  readonly request: Request;
  readonly act: Act;
}

interface AccessListProps {
  readonly requests: readonly Request[];
  /** The reader as the API writes actors. */
  readonly selfKey: string | null;
}

const HEAD = [
  'Status',
  'Asset',
  'What for',
  'Asked by',
  { label: 'Ends', align: 'end' },
  { label: 'Actions', isHidden: true },
] as const;
const WORDS: Record<Act, string> = { grant: 'Grant', refuse: 'Refuse', end: 'End' };

/** Who asks for access to what, and what became of it. */
export function AccessList({ requests, selfKey }: AccessListProps) {
  const [pending, setPending] = useState<Pending | null>(null);
  return (
    <>
      <Table label="Access requests" head={HEAD}>
        {requests.map((request) => (
          <AccessRow
            key={request.id}
            request={request}
            isOwn={request.requestedBy.key === selfKey}
            onAct={setPending}
          />
        ))}
      </Table>
      <ActDialog
        pending={pending}
        onClose={() => {
          setPending(null);
        }}
      />
    </>
  );
}

interface AccessRowProps {
  readonly request: Request;
  readonly isOwn: boolean;
  readonly onAct: (pending: Pending) => void;
}

function AccessRow({ request, isOwn, onAct }: AccessRowProps) {
  const { status, asset, requestedBy, requestedAt, endedAt, expiresAt } = request;
  return (
    <tr>
      <td data-tight>
        <span className={styles['status']}>
          <StatusDot status={toneOf(status)} /> {status === 'REQUESTED' ? 'pending' : status.toLowerCase()}
        </span>
      </td>
      <td>{asset ? <AssetLink asset={asset} /> : <span className="subtle">gone, or not yours to see</span>}</td>
      <td className={styles['reason']}>
        <Purpose request={request} />
      </td>
      <td data-tight>
        {isOwn ? 'you' : requestedBy.name}
        <div className="subtle">
          <TimeAgo at={requestedAt} />
        </div>
      </td>
      <td data-align="end" data-tight>
        <TimeAgo at={endedAt ?? expiresAt} />
      </td>
      <td data-tight>
        <span className={styles['acts']}>
          {actsOn(request, isOwn).map((act) => (
            <Button
              key={act}
              onClick={() => {
                onAct({ request, act });
              }}
            >
              {act === 'end' && status === 'REQUESTED' ? 'Withdraw' : WORDS[act]}
            </Button>
          ))}
        </span>
      </td>
    </tr>
  );
}

function Purpose({ request: { purpose, decidedBy, decisionReason } }: { readonly request: Request }) {
  return (
    <>
      {purpose}
      {decidedBy && (
        <p className="subtle">
          Decided by {decidedBy.name}
          {decisionReason && `: ${decisionReason}`}
        </p>
      )}
    </>
  );
}

function toneOf(status: Request['status']): 'pass' | 'warn' | 'unknown' {
  if (status === 'REQUESTED') return 'warn';
  return status === 'APPROVED' ? 'pass' : 'unknown';
}

/** Who asked never decides; both sides may end what was granted. */
function actsOn({ status, isMineToDecide }: Request, isOwn: boolean): readonly Act[] {
  const isMine = isOwn || isMineToDecide;
  if (status === 'APPROVED') return isMine ? ['end'] : [];
  if (status !== 'REQUESTED' || !isMine) return [];
  return isOwn ? ['end'] : ['grant', 'refuse'];
}

function ActDialog({ pending, onClose }: { readonly pending: Pending | null; readonly onClose: () => void }) {
  const isGrant = pending?.act === 'grant';
  const word = pending ? WORDS[pending.act] : '';
  const submit = async (fields: FormData) => {
    if (pending) await act(pending, textOf(fields, 'reason'));
  };
  return (
    <FormDialog
      isOpen={pending !== null}
      onClose={onClose}
      title={`${word} access${pending?.request.asset ? ` to ${pending.request.asset.displayName}` : ''}`}
      verb={word}
      submit={submit}
      done="Done."
    >
      {pending && <p className={styles['decided']}>{pending.request.purpose}</p>}
      <Textarea
        label={isGrant ? 'Remark' : 'Why'}
        name="reason"
        required={!isGrant}
        withAsterisk={false}
        autosize
        minRows={2}
        maxLength={5000}
      />
    </FormDialog>
  );
}

/** A decision is of exactly what was shown. */
function act({ request: { id, contentHash: hash }, act: what }: Pending, reason: string | null): Promise<unknown> {
  if (what === 'end') return browserRequest(EndAccess, { id, reason: reason ?? '' });
  return browserRequest(DecideAccess, { input: { id, hash, approve: what === 'grant', reason } });
}
