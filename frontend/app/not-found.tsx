import Link from 'next/link';
import { Page } from '../components/shell/page';
import { EmptyState } from '../components/states/empty-state';

/** No such page, or nothing of that name. */
export default function NotFound() {
  return (
    <Page title="Not found">
      <EmptyState title="Nothing is known under this address" actions={<Link href="/search">Search the catalog</Link>}>
        It may have been renamed, merged into another asset, or never reported by any source.
      </EmptyState>
    </Page>
  );
}
