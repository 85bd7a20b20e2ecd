import type { Metadata } from 'next';
import { Console } from '../../features/explorer/console';
import { examplesFor } from '../../features/explorer/examples';
import { AnyAsset } from '../../features/explorer/explorer.query';
import { request } from '../../graphql/client';
import { explainRefusal } from '../../graphql/page-errors';

export const metadata: Metadata = { title: 'API explorer' };

/** /explorer — the GraphQL API, asked by hand. */
export default async function ExplorerPage() {
  const { search } = await request(AnyAsset).catch(explainRefusal);
  return <Console examples={examplesFor(search.hits[0]?.asset ?? null)} />;
}
