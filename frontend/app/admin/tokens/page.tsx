import type { Metadata } from 'next';
import Link from 'next/link';
import { Page } from '../../../components/shell/page';
import { loadList } from '../../../components/url-state';
import { ApiTokens } from '../../../features/admin/admin.query';
import { NewTokenButton } from '../../../features/admin/new-token-button';
import { TokenTable } from '../../../features/admin/token-table';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Tokens' };

/** /admin/tokens — the keys of programs. */
export default async function TokensPage({ searchParams }: PageProps<'/admin/tokens'>) {
  const { after } = await loadList(searchParams);
  const { apiTokens } = await request(ApiTokens, { after }).catch(explainRefusal);
  return (
    <Page title="Tokens" lead="Programs sign in with a token: Authorization: Bearer …" actions={<NewTokenButton />}>
      <TokenTable tokens={apiTokens.nodes} />
      {apiTokens.endCursor && (
        <Link href={`/admin/tokens?after=${encodeURIComponent(apiTokens.endCursor)}`}>More tokens</Link>
      )}
    </Page>
  );
}
