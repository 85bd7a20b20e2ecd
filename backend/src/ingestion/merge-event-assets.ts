import type { EntityManager } from 'typeorm';
import type { Actor } from '../access';
import { canonicalize, readAsset, type NamespaceRegistry } from '../catalog';
import type { DatasetRecord, EventWorld } from '../pipelines';
import { DomainError } from '../shared/errors';
import type { Named } from '../shared/pipeline-event';
import { identityOf } from './connectors/openlineage';
import { mergeInto } from './merge-assets';
import { twinAssets, type NamePair } from './store/twin-assets';

/** Who merges what producers say is one: in the audit log, and to be undone by a split. */
const EVENTS: Actor = {
  kind: 'token',
  id: 'openlineage',
  name: 'openlineage',
  displayName: 'OpenLineage events',
  role: 'ingestor',
  permissions: new Set(),
  namespaces: [],
  hasLimitedSight: false,
};

/**
 * Makes one asset of those that `symlinks` or a rename say are one, and that were known apart before. A table of which
 * somebody else speaks is left alone; so is a second table that claims the same path.
 */
export async function mergeEventAssets(
  tx: EntityManager,
  world: EventWorld,
  registry: NamespaceRegistry,
): Promise<void> {
  const linked = [...world.changedDatasets].filter(([dataset]) => isLinked(dataset));
  const pairs = linked.flatMap(([dataset]) => pairsOf(dataset, world, registry));
  for (const { fromId, intoId } of await twinAssets(tx, pairs)) {
    const [from, into] = [await readAsset(tx, fromId), await readAsset(tx, intoId)];
    if (from === null || into === null || from.internalId === into.internalId) continue;
    await mergeInto(tx, from, into, { actor: EVENTS, reason: 'a producer says that they are one' });
  }
}

const isLinked = ({ facets }: DatasetRecord): boolean =>
  facets['symlinks'] !== undefined || facets['lifecycleStateChange'] !== undefined;

function pairsOf(dataset: DatasetRecord, world: EventWorld, registry: NamespaceRegistry): NamePair[] {
  const [namespace, name] = dataset.fold.raw?.[2] ?? [dataset.namespace, dataset.name];
  const facets = world.facets.contentsOf(dataset.facets, ['symlinks', 'lifecycleStateChange']);
  const { best, others, previous } = identityOf({ namespace, name }, facets);
  const into = canonical(best, registry);
  if (into === null) return [];
  return others.flatMap((other) => {
    const from = canonical(other, registry);
    const is_renamed = other === previous;
    return from === null
      ? []
      : [
          {
            from_namespace: from.namespace,
            from_name: from.name,
            into_namespace: into.namespace,
            into_name: into.name,
            is_renamed,
          },
        ];
  });
}

function canonical(said: Named, registry: NamespaceRegistry): Named | null {
  try {
    return canonicalize({ ...said, quoting: 'UNKNOWN' }, registry);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
