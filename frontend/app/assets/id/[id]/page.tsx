import { permanentRedirect } from 'next/navigation';
import { loadAsset, withAsset } from '../../../../components/url-state';
import { AssetPage } from '../../../../features/catalog/asset-page';
import { identityOfId, loadTab } from '../../../../features/catalog/load-asset';

/** /assets/id/{uuid} — survives renames and merges; leads to the name, or stands in for names too long for an address. */
export default async function AssetByIdPage({ params, searchParams }: PageProps<'/assets/id/[id]'>) {
  const { id } = await params;
  const state = await loadAsset(searchParams);
  const { href, ...identity } = await identityOfId(id);
  if (!href.startsWith('/assets/id/')) permanentRedirect(href + withAsset(state));
  return <AssetPage loaded={await loadTab(identity, state.tab)} at={state.at} />;
}
