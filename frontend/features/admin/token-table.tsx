'use client';

import { Button } from '@mantine/core';
import { Chip } from '../../components/asset/chip';
import { useAction } from '../../components/overlay/use-action';
import { EmptyState } from '../../components/states/empty-state';
import { Table } from '../../components/table/table';
import { TimeAgo } from '../../components/text/time-ago';
import { browserRequest } from '../../graphql/browser';
import type { ApiTokensQuery } from '../../graphql/generated/graphql';
import { RevokeApiToken } from './admin.query';

type Token = ApiTokensQuery['apiTokens']['nodes'][number];

/** Tokens of programs; the secret itself is kept nowhere. */
export function TokenTable({ tokens }: { readonly tokens: readonly Token[] }) {
  if (tokens.length === 0)
    return (
      <EmptyState title="No token has been made yet">
        Programs sign in with tokens: CI that sends dbt artifacts, a scheduler, a script.
      </EmptyState>
    );
  return (
    <Table
      label="Tokens"
      head={[
        'Name',
        'Role',
        'Namespaces',
        'Made by',
        { label: 'Last used', align: 'end' },
        { label: 'Expires', align: 'end' },
        { label: 'Actions', isHidden: true },
      ]}
    >
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} />
      ))}
    </Table>
  );
}

function TokenRow({ token }: { readonly token: Token }) {
  const isOver = token.revokedAt !== null;
  return (
    <tr data-dim={isOver || undefined}>
      <td>
        {token.name} {isOver && <Chip>revoked</Chip>}
      </td>
      <td>{token.role.toLowerCase()}</td>
      <td className="mono" style={{ overflowWrap: 'anywhere' }}>
        {token.namespaces.length === 0 ? <span className="subtle">all</span> : token.namespaces.join(', ')}
      </td>
      <td className="muted">{token.createdBy ?? <span className="subtle">—</span>}</td>
      <MomentCell at={token.lastUsedAt} />
      <MomentCell at={token.expiresAt} />
      <td data-tight>{!isOver && <RevokeButton token={token} />}</td>
    </tr>
  );
}

function MomentCell({ at }: { readonly at: string | null }) {
  return (
    <td data-align="end" className="subtle">
      {at === null ? 'never' : <TimeAgo at={at} />}
    </td>
  );
}

function RevokeButton({ token }: { readonly token: Token }) {
  const { isBusy, run } = useAction();
  const revoke = () => void run(() => browserRequest(RevokeApiToken, { id: token.id }), `${token.name} is revoked.`);
  return (
    <Button size="compact-xs" onClick={revoke} loading={isBusy} aria-label={`Revoke ${token.name}`}>
      Revoke
    </Button>
  );
}
