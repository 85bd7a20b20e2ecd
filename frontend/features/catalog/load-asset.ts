import { notFound, permanentRedirect } from 'next/navigation';
import { assetHref, decodeIdentity, typeSegment } from '../../components/asset/asset-href';
import type { AssetTab } from '../../components/url-state';
import { request } from '../../graphql/client';
import type { AssetHeaderFragment } from '../../graphql/generated/graphql';
import { explainRefusal } from '../../graphql/page-errors';
import {
  AddressOfAsset,
  AssetCode,
  AssetColumns,
  AssetHistory,
  AssetIdentity,
  AssetLineageTab,
  AssetOverview,
  AssetQuality,
} from './asset.query';
import { AssetPolicies } from './policies.query';
import { AssetRuns } from './runs.query';

/** A canonical pair, or any spelling of it. */
export interface Identity {
  readonly namespace: string;
  readonly name: string;
}

const QUERIES = {
  overview: (identity: Identity) => request(AssetOverview, identity),
  columns: (identity: Identity) => request(AssetColumns, identity),
  lineage: (identity: Identity) => request(AssetLineageTab, identity),
  runs: (identity: Identity) => request(AssetRuns, identity),
  quality: (identity: Identity) => request(AssetQuality, identity),
  policies: (identity: Identity) => request(AssetPolicies, identity),
  history: (identity: Identity) => request(AssetHistory, identity),
  sources: (identity: Identity) => request(AssetIdentity, identity),
  sql: (identity: Identity) => request(AssetCode, identity),
} satisfies Record<AssetTab, (identity: Identity) => Promise<{ assetByName?: AssetHeaderFragment | null }>>;

type Loaded<Tab extends AssetTab> = NonNullable<Awaited<ReturnType<(typeof QUERIES)[Tab]>>['assetByName']>;

/** One tab's asset, tagged with the tab so that the page can tell them apart. */
export type TabAsset = { [Tab in AssetTab]: { readonly tab: Tab; readonly asset: Loaded<Tab> } }[AssetTab];

/** Everything one tab shows, in one request; leads to not-found, sign-in or forbidden where the API says so. */
export async function loadTab(identity: Identity, tab: AssetTab): Promise<TabAsset> {
  const { assetByName } = await QUERIES[tab](identity).catch(explainRefusal);
  if (!assetByName) notFound();
  return { tab, asset: assetByName } as TabAsset;
}

/** The pair in an address; not-found for segments that are nobody's. */
export function identityOf(segment: string): Identity {
  return decodeIdentity(segment) ?? notFound();
}

/** Other spellings and the wrong type lead to the one address of the asset. */
export function leadToOwnAddress(asset: AssetHeaderFragment, identity: Identity, type: string, query: string): void {
  const isOwn =
    asset.namespace === identity.namespace && asset.name === identity.name && typeSegment(asset.type) === type;
  if (!isOwn) permanentRedirect(assetHref(asset, query));
}

/** The pair of an id, after merges that of the survivor. */
export async function identityOfId(id: string): Promise<Identity & { readonly href: string }> {
  const { asset } = await request(AddressOfAsset, { id }).catch(explainRefusal);
  if (!asset) notFound();
  return { namespace: asset.namespace, name: asset.name, href: assetHref(asset) };
}
