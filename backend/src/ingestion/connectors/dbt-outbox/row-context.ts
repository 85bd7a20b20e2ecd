import { ManifestContext } from '../dbt/manifest-context';
import { observedAt } from '../dbt/metadata';
import type { DbtParameters } from '../dbt/parameters';
import { firstTold } from '../dbt/said';
import type { Metadata } from '../dbt/shapes';
import type { KnownRow } from './row';

/** What dbt's artifacts say of themselves, from what a row says of the invocation that wrote it. */
export function metadataOf({ project, invocation_id, created_at, facts: { run } }: KnownRow): Metadata {
  return {
    project_name: project,
    invocation_id,
    dbt_version: run.dbt_version,
    adapter_type: run.adapter,
    generated_at: firstTold(run.started_at, created_at),
  };
}

/** The view of a row's resource that a manifest with nothing but it and its parents would give. */
export function contextOf(row: KnownRow, parameters: DbtParameters, receivedAt: Date): ManifestContext {
  const { facts, project } = row;
  const metadata = metadataOf(row);
  const named = [
    row.unique_id,
    ...(facts.parents ?? []).map(({ unique_id }) => unique_id),
    textOf(facts.node, 'attached_node'),
  ];
  const group = `group.${textOf(facts.node, 'package_name')}.${textOf(facts.node, 'group')}`;
  return new ManifestContext(
    {
      project,
      metadata,
      observedAt: observedAt(metadata, receivedAt),
      known: new Map(named.map((id) => [id, id])),
      parents: null,
      disabled: new Set(),
      groupOwners: facts.group_owner ? new Map([[group, facts.group_owner]]) : new Map(),
      notes: [],
    },
    { ...parameters, owner: firstTold(parameters.owner, facts.run.owner) },
  );
}

function textOf(node: KnownRow['facts']['node'], name: string): string {
  const value = node?.[name];
  return typeof value === 'string' ? value : '';
}
