import type { Metadata } from 'next';
import Link from 'next/link';
import { Page } from '../../../components/shell/page';
import { currentViewer } from '../../../components/shell/viewer';
import { loadList } from '../../../components/url-state';
import { People } from '../../../features/admin/admin.query';
import { NewPersonButton } from '../../../features/admin/new-person-button';
import { PeopleTable } from '../../../features/admin/people-table';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'People' };

/** /admin/people — who may sign in, and as what. */
export default async function PeoplePage({ searchParams }: PageProps<'/admin/people'>) {
  const { after } = await loadList(searchParams);
  const [{ people }, viewer] = await Promise.all([request(People, { after }).catch(explainRefusal), currentViewer()]);
  return (
    <Page title="People" lead="Who may sign in, and what their role lets them do." actions={<NewPersonButton />}>
      <PeopleTable people={people.nodes} selfId={viewer?.id ?? ''} />
      {people.endCursor && (
        <Link href={`/admin/people?after=${encodeURIComponent(people.endCursor)}`}>More people</Link>
      )}
    </Page>
  );
}
