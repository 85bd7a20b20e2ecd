import type { Metadata } from 'next';
import Link from 'next/link';
import { Page } from '../../../components/shell/page';
import { currentViewer, may } from '../../../components/shell/viewer';
import { loadList } from '../../../components/url-state';
import { Namespaces } from '../../../features/admin/admin.query';
import styles from '../../../features/admin/admin.module.css';
import { AliasTable } from '../../../features/admin/alias-table';
import { NamespaceTable } from '../../../features/admin/namespace-table';
import { request } from '../../../graphql/client';
import { explainRefusal } from '../../../graphql/page-errors';

export const metadata: Metadata = { title: 'Namespaces' };

/** /admin/namespaces — where assets live, and which other names of those places mean the same. */
export default async function NamespacesPage({ searchParams }: PageProps<'/admin/namespaces'>) {
  const { after } = await loadList(searchParams);
  const [answer, viewer] = await Promise.all([request(Namespaces, { after }).catch(explainRefusal), currentViewer()]);
  const mayEdit = may(viewer, 'namespace:write');
  const { nodes, endCursor } = answer.namespaces;
  return (
    <Page
      title="Namespaces"
      lead="Where assets live. Two spellings of one place are made one here, for everything that is sent afterwards."
      isWide
    >
      <div className={styles['stack']}>
        <NamespaceTable namespaces={nodes} mayEdit={mayEdit} />
        {endCursor && <Link href={`/admin/namespaces?after=${encodeURIComponent(endCursor)}`}>More namespaces</Link>}
        <AliasTable aliases={answer.namespaceAliases} mayEdit={mayEdit} />
      </div>
    </Page>
  );
}
