import { headers } from 'next/headers';
import Link from 'next/link';
import { assetHref, decodeIdentity } from '../../components/asset/asset-href';
import { findNearest } from '../../components/asset/find-nearest';
import { NearList } from '../../components/asset/near-list';
import { Page } from '../../components/shell/page';
import { EmptyState } from '../../components/states/empty-state';
import { withSearch } from '../../components/url-state';
import { withAccess } from '../../features/governance/governance-params';

/** No asset under this address: the nearest names, as far as the address holds one. */
export default async function AssetNotFound() {
  const { namespace, name } = await askedFor();
  const near = await findNearest(name);
  return (
    <Page title="No such asset">
      <EmptyState
        title={name === '' ? 'Nothing is known under this address' : `Nothing is known as ${name}`}
        actions={
          <>
            <Link href={withSearch('/search', { q: near.length > 0 ? '' : name })}>Search the catalog</Link>
            <Link href={withAccess('/governance/access', { namespace, name })}>Ask for access by name</Link>
          </>
        }
      >
        It may have been renamed, merged into another asset, never reported by any source, or it is not yours to see.
        {near.length > 0 && ' The nearest names:'}
      </EmptyState>
      {near.length > 0 && <NearList assets={near} hrefOf={(asset) => assetHref(asset)} />}
    </Page>
  );
}

/** The pair in `/assets/{type}/{namespace;name}`; empty for an id, which says nothing. */
async function askedFor(): Promise<{ readonly namespace: string; readonly name: string }> {
  const address = (await headers()).get('x-address') ?? '';
  const segment = address.split('?', 1)[0]?.split('/').at(-1) ?? '';
  return decodeIdentity(segment) ?? { namespace: '', name: '' };
}
