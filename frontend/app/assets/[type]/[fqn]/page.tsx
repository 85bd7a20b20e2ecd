import type { Metadata } from 'next';
import { decodeIdentity } from '../../../../components/asset/asset-href';
import { loadAsset, withAsset } from '../../../../components/url-state';
import { AssetPage } from '../../../../features/catalog/asset-page';
import { identityOf, leadToOwnAddress, loadTab } from '../../../../features/catalog/load-asset';

export async function generateMetadata({ params }: PageProps<'/assets/[type]/[fqn]'>): Promise<Metadata> {
  const { fqn } = await params;
  const name = decodeIdentity(fqn)?.name ?? 'Asset';
  return { title: name.split(/[./]/).findLast((part) => part !== '') ?? name };
}

/** /assets/table/{namespace;name}?tab=columns&col=email — one asset; other spellings of it lead here. */
export default async function NamedAssetPage({ params, searchParams }: PageProps<'/assets/[type]/[fqn]'>) {
  const { type, fqn } = await params;
  const state = await loadAsset(searchParams);
  const identity = identityOf(fqn);
  const loaded = await loadTab(identity, state.tab);
  leadToOwnAddress(loaded.asset, identity, type, withAsset(state).slice(1));
  return <AssetPage loaded={loaded} at={state.at} />;
}
