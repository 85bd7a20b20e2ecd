import type { EntityManager } from 'typeorm';
import { actorKey, type Actor } from '../access';
import {
  canonicalize,
  canonicalNamespace,
  ensureNamespace,
  findIdentifier,
  listIdentifiers,
  listRawNamespaces,
  loadNamespaceRegistry,
  logChanges,
  projectAssets,
  promoteIdentifier,
  readAsset,
  renameIdentifier,
  rulesOf,
  type Asset,
  type CanonicalName,
  type NamespaceRegistry,
  type Recanonicalization,
  type StoredIdentifier,
} from '../catalog';
import { DomainError } from '../shared/errors';
import { mergeInto } from './merge-assets';

/** More than this nobody reads. */
const MAX_NOTES = 100;

/**
 * Brings stored spellings to the form that today's registry gives them, from how their sources wrote them. Assets that
 * become one are merged when one of them is only referred to; else a note asks for a decision.
 *
 * The caller holds `lockCatalogForWriting`. `settled`: namespaces whose settings changed, beside what aliases touch.
 */
export async function recanonicalize(
  tx: EntityManager,
  actor: Actor,
  settled: readonly string[],
): Promise<Recanonicalization> {
  const registry = await loadNamespaceRegistry(tx);
  const spelt = await listRawNamespaces(tx);
  const touched = spelt.filter((one) => namespaceNow(one.raw_namespace, registry) !== one.namespace);
  const identifiers = await listIdentifiers(tx, [...new Set(touched.map((one) => one.raw_namespace))], settled);
  const work = new Rewriting(tx, actor);
  for (const identifier of identifiers) await work.rewrite(identifier, canonicalNow(identifier, registry));
  return work.finish();
}

function namespaceNow(raw: string, registry: NamespaceRegistry): string | null {
  try {
    return canonicalNamespace(raw, registry).namespace;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Null when the spelling breaks a rule under the new settings: it stays as it is. */
function canonicalNow(identifier: StoredIdentifier, registry: NamespaceRegistry): CanonicalName | null {
  // On a platform where case counts everybody is sure of it; on another one that says nothing.
  const quoting = identifier.quoting_known && !rulesOf(identifier.platform).caseIsExact ? 'KNOWN' : 'UNKNOWN';
  try {
    return canonicalize(
      { namespace: identifier.raw_namespace, name: identifier.raw_name, quoting: identifier.is_job ? 'NONE' : quoting },
      registry,
    );
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

class Rewriting {
  private readonly dirty = new Set<string>();
  private readonly notes: string[] = [];
  private readonly gone = new Map<string, string>();
  private renamed = 0;
  private merged = 0;

  constructor(
    private readonly tx: EntityManager,
    private readonly actor: Actor,
  ) {}

  async rewrite(identifier: StoredIdentifier, canonical: CanonicalName | null): Promise<void> {
    if (canonical === null) return;
    if (canonical.namespace === identifier.namespace && canonical.name === identifier.name) return;
    const namespaceId = await ensureNamespace(this.tx, canonical);
    const holder = await findIdentifier(this.tx, namespaceId, canonical.name, identifier.is_job);
    if (holder === null) await this.rename(identifier, namespaceId, canonical);
    else await this.unite(identifier, holder.public_id, namespaceId, canonical);
  }

  async finish(): Promise<Recanonicalization> {
    await projectAssets(this.tx, [...this.dirty], { deliveryId: null, actor: actorKey(this.actor) });
    const more = this.notes.length - MAX_NOTES;
    const notes = more > 0 ? [...this.notes.slice(0, MAX_NOTES), `… and ${more.toString()} more`] : this.notes;
    return { renamed: this.renamed, merged: this.merged, notes };
  }

  private async rename(old: StoredIdentifier, namespaceId: number, canonical: CanonicalName): Promise<void> {
    await renameIdentifier(this.tx, old, namespaceId, canonical);
    this.renamed += 1;
    if (old.role !== 'PRIMARY') return;
    const before = { namespace: old.namespace, name: old.name };
    const after = { namespace: canonical.namespace, name: canonical.name };
    const assetId = this.gone.get(old.asset_id) ?? old.asset_id;
    this.dirty.add(assetId);
    const change = { asset_id: assetId, operation: 'CHANGED' as const, detail: { identity: { before, after } } };
    await logChanges(this.tx, [change], actorKey(this.actor));
  }

  /** The spelling is taken: by the same asset, by one that it can become, or by one that somebody must decide on. */
  private async unite(
    identifier: StoredIdentifier,
    holderId: string,
    namespaceId: number,
    canonical: CanonicalName,
  ): Promise<void> {
    const [asset, holder] = [await this.read(identifier.public_id), await this.read(holderId)];
    if (asset.internalId === holder.internalId) {
      if (identifier.role === 'PRIMARY') await this.promote(asset, namespaceId, canonical);
      return;
    }
    const pair = mergeable(asset, holder);
    if (pair === null) {
      this.notes.push(
        `${asset.namespace} ${asset.name} and ${holder.namespace} ${holder.name} would be one asset; ` +
          'both are described, so merge them by hand if they are',
      );
      return;
    }
    const reason = `both are ${canonical.namespace} ${canonical.name} under the rules for namespaces`;
    await mergeInto(this.tx, pair.from, pair.into, { actor: this.actor, reason });
    this.merged += 1;
    this.gone.set(pair.from.internalId, pair.into.internalId);
    this.dirty.delete(pair.from.internalId);
    await this.promote(pair.into, namespaceId, canonical);
  }

  private async promote(asset: Asset, namespaceId: number, canonical: CanonicalName): Promise<void> {
    await promoteIdentifier(this.tx, asset.internalId, namespaceId, canonical.name);
    this.dirty.add(asset.internalId);
  }

  private async read(publicId: string): Promise<Asset> {
    const asset = await readAsset(this.tx, publicId);
    if (asset === null) throw new Error(`Asset ${publicId} is gone`);
    return asset;
  }
}

/** Which of two becomes the other: one that is only referred to, so that nothing anybody said is mixed up. */
function mergeable(one: Asset, other: Asset): { readonly from: Asset; readonly into: Asset } | null {
  if (one.status === 'STUB') return { from: one, into: other };
  return other.status === 'STUB' ? { from: other, into: one } : null;
}
