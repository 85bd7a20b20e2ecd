import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { Actor } from '../access';
import {
  canonicalize,
  CatalogService,
  listSpellings,
  loadNamespaceRegistry,
  lockCatalogForWriting,
  quote,
  readAsset,
  type Asset,
  type NamespaceRegistry,
  type StoredSpelling,
} from '../catalog';
import { invalid, notFound } from '../shared/errors';
import { isUuid } from '../shared/uuid';
import { mergeInto } from './merge-assets';
import { spokenText } from './spoken-facts';
import { inOneTransaction, refuseForeignNamespace } from './spoken-patch';
import { splitOff } from './split-asset';

export interface MergeAssetsInput {
  readonly assetId: string;
  readonly intoAssetId: string;
  readonly reason: string;
}

export interface SplitAssetInput {
  readonly assetId: string;
  readonly identifiers: readonly { readonly namespace: string; readonly name: string }[];
  readonly reason: string;
}

/** Corrects which spellings are one asset; both directions undo each other. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * The asset that two have become. Merging again what is merged already changes nothing.
   *
   * @throws DomainError NOT_FOUND; INVALID without a reason, for one and the same, or for a job and a dataset; FORBIDDEN for a foreign namespace.
   */
  async mergeAssets(input: MergeAssetsInput, actor: Actor): Promise<Asset> {
    const reason = neededReason(input.reason);
    if (input.assetId === input.intoAssetId) throw invalid('An asset cannot be merged with itself');
    const id = await inOneTransaction(this.db, async (tx) => {
      await lockCatalogForWriting(tx);
      const [from, into] = [await found(tx, input.assetId), await found(tx, input.intoAssetId)];
      const registry = await loadNamespaceRegistry(tx);
      for (const { namespace } of [from, into]) refuseForeignNamespace(actor, namespace, registry);
      refuseTwoKinds(from, into);
      if (from.internalId !== into.internalId) await mergeInto(tx, from, into, { actor, reason });
      return into.id;
    });
    return this.shown(id);
  }

  /**
   * The asset that the named spellings are now.
   *
   * @throws DomainError NOT_FOUND for an asset or a spelling that is none of its own; INVALID when the primary one is
   * among them, without a reason, or for none at all; FORBIDDEN for a foreign namespace.
   */
  async splitAsset(input: SplitAssetInput, actor: Actor): Promise<Asset> {
    const reason = neededReason(input.reason);
    const id = await inOneTransaction(this.db, async (tx) => {
      await lockCatalogForWriting(tx);
      const asset = await found(tx, input.assetId);
      const registry = await loadNamespaceRegistry(tx);
      refuseForeignNamespace(actor, asset.namespace, registry);
      const own = await listSpellings(tx, asset.internalId);
      const named = [...new Set(input.identifiers.map((one) => ownSpelling(asset, own, one, registry)))];
      refuseUnsplittable(asset, named);
      return splitOff(tx, asset, named, { actor, reason });
    });
    return this.shown(id);
  }

  private async shown(id: string): Promise<Asset> {
    const asset = await this.catalog.getAsset(id);
    if (asset === null) throw notFound('asset', id);
    return asset;
  }
}

async function found(tx: EntityManager, id: string): Promise<Asset> {
  const asset = isUuid(id) ? await readAsset(tx, id) : null;
  if (asset === null) throw notFound('asset', id);
  return asset;
}

/** @throws DomainError INVALID */
function refuseTwoKinds(from: Asset, into: Asset): void {
  if ((from.type === 'JOB') === (into.type === 'JOB')) return;
  throw invalid(`${quote(from.name)} and ${quote(into.name)} are two things: one of them is a job`);
}

function neededReason(reason: string): string {
  const text = spokenText('Reason', reason);
  if (text === null) throw invalid('Reason: must not be empty; it is shown beside every spelling');
  return text;
}

/** The spelling as the catalog shows it, or any that means the same. */
function ownSpelling(
  asset: Asset,
  own: readonly StoredSpelling[],
  { namespace, name }: { readonly namespace: string; readonly name: string },
  registry: NamespaceRegistry,
): StoredSpelling {
  const literal = own.find((one) => one.namespace === namespace && one.name === name);
  const canonical = literal ?? canonicalize({ namespace, name, quoting: 'UNKNOWN' }, registry);
  const spelling = own.find((one) => one.namespace === canonical.namespace && one.name === canonical.name);
  if (spelling === undefined) throw notFound(`spelling of asset ${asset.name}`, `${namespace} ${name.slice(0, 120)}`);
  return spelling;
}

function refuseUnsplittable(asset: Asset, spellings: readonly StoredSpelling[]): void {
  if (spellings.length === 0) throw invalid(`Asset ${quote(asset.name)}: name at least one spelling to split off`);
  const primary = spellings.find(({ role }) => role === 'PRIMARY');
  if (primary === undefined) return;
  throw invalid(`Asset ${quote(asset.name)}: its primary spelling stays; split the others off instead`);
}
