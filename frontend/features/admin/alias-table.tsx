'use client';

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { FormDialog, textOf } from '../../components/overlay/form-dialog';
import { useAction } from '../../components/overlay/use-action';
import { EmptyState } from '../../components/states/empty-state';
import { Panel } from '../../components/shell/page';
import { Table } from '../../components/table/table';
import { browserRequest } from '../../graphql/browser';
import type { NamespacesQuery } from '../../graphql/generated/graphql';
import { AddNamespaceAlias, RemoveNamespaceAlias } from './admin.query';

type Alias = NamespacesQuery['namespaceAliases'][number];

interface AliasTableProps {
  readonly aliases: readonly Alias[];
  readonly mayEdit: boolean;
}

/** Other spellings of a namespace: what is said under the pattern is meant for the target. */
export function AliasTable({ aliases, mayEdit }: AliasTableProps) {
  return (
    <Panel title="Aliases" isFlush aside={mayEdit ? <NewAliasButton /> : undefined}>
      {aliases.length === 0 ? (
        <div style={{ padding: '0 14px' }}>
          <EmptyState title="No alias is registered">
            One server often has several names: a host, its CNAME, the name inside the cluster. An alias makes them one.
          </EmptyState>
        </div>
      ) : (
        <Table label="Aliases" head={['Kind', 'Pattern', 'Means', { label: 'Actions', isHidden: true }]}>
          {aliases.map((alias) => (
            <AliasRow key={alias.id} alias={alias} mayEdit={mayEdit} />
          ))}
        </Table>
      )}
    </Panel>
  );
}

function AliasRow({ alias, mayEdit }: { readonly alias: Alias; readonly mayEdit: boolean }) {
  const { isBusy, run } = useAction();
  return (
    <tr>
      <td data-tight>{alias.kind.replaceAll('_', ' ')}</td>
      <td className="mono">{alias.pattern}</td>
      <td className="mono">{alias.target}</td>
      <td data-tight>
        {mayEdit && (
          <Button
            size="compact-xs"
            loading={isBusy}
            onClick={() =>
              void run(() => browserRequest(RemoveNamespaceAlias, { id: alias.id }), 'The alias is removed.')
            }
            aria-label={`Remove the alias ${alias.pattern}`}
          >
            Remove
          </Button>
        )}
      </td>
    </tr>
  );
}

const ALIAS_KINDS = [
  { value: 'exact', label: 'Exactly this namespace' },
  { value: 'host_list', label: 'Any of these hosts, separated by commas' },
  { value: 'regex', label: 'Every namespace this pattern matches' },
  { value: 'regex_group', label: 'A pattern; $1 in the target is its group' },
];

function NewAliasButton() {
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        New alias
      </Button>
      <FormDialog
        isOpen={isOpen}
        onClose={close}
        title="New alias"
        verb="Register"
        submit={addAlias}
        done="The alias is registered."
      >
        <AliasFields />
      </FormDialog>
    </>
  );
}

function AliasFields() {
  return (
    <>
      <NativeSelect label="Kind" name="kind" data={ALIAS_KINDS} />
      <TextInput
        label="Spelling"
        name="pattern"
        placeholder="postgres://pg-primary:5432"
        required
        withAsterisk={false}
        autoFocus
        spellCheck={false}
      />
      <TextInput
        label="Means the namespace"
        name="target"
        placeholder="postgres://db.internal:5432"
        required
        withAsterisk={false}
        spellCheck={false}
      />
    </>
  );
}

function addAlias(fields: FormData) {
  const [kind = '', pattern = '', target = ''] = ['kind', 'pattern', 'target'].map(
    (name) => textOf(fields, name) ?? '',
  );
  return browserRequest(AddNamespaceAlias, { input: { kind, pattern, target } });
}
