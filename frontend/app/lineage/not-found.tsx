import { headers } from 'next/headers';
import Link from 'next/link';
import { findNearest } from '../../components/asset/find-nearest';
import { NearList } from '../../components/asset/near-list';
import { Page } from '../../components/shell/page';
import { EmptyState } from '../../components/states/empty-state';

/** No asset under this focus: the nearest names, as far as the address holds one. */
export default async function LineageNotFound() {
  const focus = await askedFocus();
  const near = await findNearest(focus.slice(focus.indexOf(';') + 1));
  return (
    <Page title="Lineage">
      <EmptyState
        title={`Nothing is known as ${focus || 'this focus'}`}
        actions={<Link href="/lineage">Start from another asset</Link>}
      >
        It may have been renamed, merged into another asset, or never reported by any source.
        {near.length > 0 && ' The nearest names:'}
      </EmptyState>
      {near.length > 0 && <NearList assets={near} hrefOf={({ id }) => `/lineage?focus=${id}`} />}
    </Page>
  );
}

async function askedFocus(): Promise<string> {
  const address = (await headers()).get('x-address') ?? '';
  return new URLSearchParams(address.slice(address.indexOf('?'))).get('focus') ?? '';
}
