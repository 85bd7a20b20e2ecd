'use client';

import { Button, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { Chip } from '../../components/asset/chip';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
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

const HEAD = [
  'Namespace',
  'Platform',
  'Environment',
  'Region',
  'Defaults',
  'Case',
  { label: 'Assets', align: 'end' },
  { label: 'Actions', isHidden: true },
] as const;

/** Every server, bucket, broker or project that assets live in, with what is assumed for names inside it. */
export function NamespaceTable({ namespaces, mayEdit }: NamespaceTableProps) {
  const [edited, setEdited] = useState<Namespace | null>(null);
  if (namespaces.length === 0)
    return <EmptyState title="No namespace is known yet">They appear with the first asset.</EmptyState>;
  return (
    <>
      <Table label="Namespaces" head={HEAD}>
        {namespaces.map((namespace) => (
          <NamespaceRow key={namespace.id} namespace={namespace} onEdit={mayEdit ? setEdited : null} />
        ))}
      </Table>
      <EditNamespaceDialog
        namespace={edited}
        onClose={() => {
          setEdited(null);
        }}
      />
    </>
  );
}

interface NamespaceRowProps {
  readonly namespace: Namespace;
  /** Null for those who may not. */
  readonly onEdit: ((namespace: Namespace) => void) | null;
}

function NamespaceRow({ namespace, onEdit }: NamespaceRowProps) {
  const defaults = [namespace.defaultDatabase, namespace.defaultSchema].filter((part) => part !== null && part !== '');
  return (
    <tr>
      <td className="mono" style={{ overflowWrap: 'anywhere' }}>
        {namespace.name} {namespace.isWeak && <Chip title={WEAK}>weak</Chip>}
      </td>
      <td>{namespace.platform}</td>
      <td>{namespace.environment ?? <span className="subtle">—</span>}</td>
      <td>{namespace.region ?? <span className="subtle">—</span>}</td>
      <td className="mono">{defaults.length === 0 ? <span className="subtle">—</span> : defaults.join('.')}</td>
      <td className="muted">{namespace.casePolicy.toLowerCase()}</td>
      <td data-align="end">
        <Link href={`/search?q=${encodeURIComponent(`namespace:"${namespace.name}"`)}`} prefetch={false}>
          {count(namespace.assetCount)}
        </Link>
      </td>
      <td data-tight>
        {onEdit && (
          <Button
            size="compact-xs"
            onClick={() => {
              onEdit(namespace);
            }}
            aria-label={`Edit ${namespace.name}`}
          >
            Edit
          </Button>
        )}
      </td>
    </tr>
  );
}

const WEAK = 'Not an address: the name alone does not say which server it is';
const FIELDS = [
  { name: 'environment', label: 'Environment', description: 'prod, staging, …' },
  { name: 'region', label: 'Region', description: 'Where the data lies' },
  { name: 'defaultDatabase', label: 'Default database', description: 'Put before names that come without one' },
  { name: 'defaultSchema', label: 'Default schema', description: 'Put before names that come without one' },
  { name: 'owner', label: 'Owner', description: 'Who answers for the place' },
] as const;

interface EditNamespaceDialogProps {
  readonly namespace: Namespace | null;
  readonly onClose: () => void;
}

function EditNamespaceDialog({ namespace, onClose }: EditNamespaceDialogProps) {
  if (!namespace) return null;
  const save = (fields: FormData) => {
    const said = Object.fromEntries(FIELDS.map(({ name }) => [name, textOf(fields, name)]));
    return browserRequest(UpdateNamespace, { input: { id: namespace.id, ...said } });
  };
  return (
    <FormDialog isOpen onClose={onClose} title={`Edit ${namespace.name}`} verb="Save" submit={save} done="Saved.">
      {FIELDS.map(({ name, label, description }) => (
        <TextInput
          key={name}
          name={name}
          label={label}
          description={description}
          defaultValue={namespace[name] ?? ''}
          spellCheck={false}
        />
      ))}
    </FormDialog>
  );
}
