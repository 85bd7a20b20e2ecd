import Link from 'next/link';
import { Page } from '../components/shell/page';
import { EmptyState } from '../components/states/empty-state';

/** The API refused; says what to do about it. */
export default function Forbidden() {
  return (
    <Page title="Not allowed">
      <EmptyState title="Your role does not include this page" actions={<Link href="/">Back to the overview</Link>}>
        An administrator can change your role under People.
      </EmptyState>
    </Page>
  );
}
