'use client';

import { Button, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { Chip } from '../../components/asset/chip';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { useAction } from '../../components/overlay/use-action';
import { EmptyState } from '../../components/states/empty-state';
import { Table } from '../../components/table/table';
import { count } from '../../components/text/numbers';
import { browserRequest } from '../../graphql/browser';
import type { NamespacesQuery } from '../../graphql/generated/graphql';
import { UpdateNamespace } from './admin.query';

type Namespace = NamespacesQuery['namespaces']['nodes'][number];

interface NamespaceTableProps {
  readonly namespaces: readonly Namespace[];
  readonly mayEdit: boolean;
}

/** Every server, bucket, broker or project that assets live in, with what is assumed for names inside it. */
export function NamespaceTable({ namespaces, mayEdit }: NamespaceTableProps) {
  const [edited, setEdited] = useState<Namespace | null>(null);
  if (namespaces.length === 0) return <EmptyState title="No namespace is known yet">They appear with the first asset.</EmptyState>;
  return (
    <>
      <Table label="Namespaces" head={['Namespace', 'Platform', 'Environment', 'Region', 'Defaults', 'Case', { label: 'Assets', align: 'end' }, { label: 'Actions', isHidden: true }]}>
        {namespaces.map((namespace) => (
          <tr key={namespace.id}>
            <td className="mono" style={{ overflowWrap: 'anywhere' }}>
              {namespace.name} {namespace.isWeak && <Chip title="Not an address: the name alone does not say which server it is">weak</Chip>}
            </td>
            <td>{namespace.platform}</td>
            <td>{namespace.environment ?? <span className="subtle">—</span>}</td>
            <td>{namespace.region ?? <span className="subtle">—</span>}</td>
            <td className="mono">{[namespace.defaultDatabase, namespace.defaultSchema].filter((part) => part).join('.') || <span className="subtle">—</span>}</td>
            <td className="muted">{namespace.casePolicy.toLowerCase()}</td>
            <td data-align="end">
              <Link href={`/search?q=${encodeURIComponent(`namespace:"${namespace.name}"`)}`} prefetch={false}>
                {count(namespace.assetCount)}
              </Link>
            </td>
            <td data-tight>
              {mayEdit && (
                <Button size="compact-xs" onClick={() => { setEdited(namespace); }} aria-label={`Edit ${namespace.name}`}>
                  Edit
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
      <EditNamespaceDialog namespace={edited} onClose={() => { setEdited(null); }} />
    </>
  );
}

function EditNamespaceDialog({ namespace, onClose }: { readonly namespace: Namespace | null; readonly onClose: () => void }) {
  const { isBusy, problem, run } = useAction();
  const save = async (fields: FormData) => {
    if (!namespace) return;
    const names = ['environment', 'region', 'defaultDatabase', 'defaultSchema', 'owner'] as const;
    const said = Object.fromEntries(names.map((name) => [name, textOf(fields, name)]));
    if (await run(() => browserRequest(UpdateNamespace, { input: { id: namespace.id, ...said } }), 'Saved.')) onClose();
  };
  return (
    <FormDialog isOpen={namespace !== null} onClose={onClose} title={`Edit ${namespace?.name ?? ''}`} verb="Save" isBusy={isBusy} problem={problem} onSubmit={(fields) => void save(fields)}>
      <TextInput label="Environment" name="environment" defaultValue={namespace?.environment ?? ''} placeholder="prod" autoFocus />
      <TextInput label="Region" name="region" defaultValue={namespace?.region ?? ''} />
      <TextInput label="Default database" name="defaultDatabase" defaultValue={namespace?.defaultDatabase ?? ''} description="Put before names that come without one" />
      <TextInput label="Default schema" name="defaultSchema" defaultValue={namespace?.defaultSchema ?? ''} />
      <TextInput label="Owner" name="owner" defaultValue={namespace?.owner ?? ''} />
    </FormDialog>
  );
}
