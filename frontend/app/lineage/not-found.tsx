import { headers } from 'next/headers';
import Link from 'next/link';
import { Page } from '../../components/shell/page';
import { EmptyState } from '../../components/states/empty-state';
import { SuggestFocus } from '../../features/lineage/lineage.query';
import { FocusLinks } from '../../features/lineage/start/focus-links';
import { request } from '../../graphql/client';

/** No asset under this focus: the nearest names, as far as the address holds one. */
export default async function LineageNotFound() {
  const focus = await askedFocus();
  const name =
    focus
      .slice(focus.indexOf(';') + 1)
      .split(/[./]/)
      .at(-1) ?? '';
  const { suggest } = await request(SuggestFocus, { query: name, first: 3 }).catch(() => ({ suggest: [] }));
  return (
    <Page title="Lineage">
      <EmptyState
        title={`Nothing is known as ${focus || 'this focus'}`}
        actions={<Link href="/lineage">Start from another asset</Link>}
      >
        It may have been renamed, merged into another asset, or never reported by any source.
        {suggest.length > 0 && ' The nearest names:'}
      </EmptyState>
      {suggest.length > 0 && <FocusLinks assets={suggest.map(({ asset }) => asset)} />}
    </Page>
  );
}

async function askedFocus(): Promise<string> {
  const address = (await headers()).get('x-address') ?? '';
  return new URLSearchParams(address.slice(address.indexOf('?'))).get('focus') ?? '';
}
