import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import {
  canonicalNamespace,
  CatalogService,
  checkedText,
  loadNamespaceRegistry,
  lockCatalogForWriting,
  logChanges,
  type Asset,
} from '../../catalog';
import { DomainError, invalid, notFound } from '../../shared/errors';
import { deleteBlock, findEdge, listBlocks, writeBlock, type ColumnPair } from '../store/classification/blocks';

/** A column edge, by the ids that clients know. */
export interface EdgeInput {
  readonly assetId: string;
  readonly column: string;
  readonly parentAssetId: string;
  readonly parentColumn: string;
  readonly reason: string;
}
export interface BlockInput extends EdgeInput {
  /** Empty or absent: all. */
  readonly categories?: readonly string[] | null;
}

/** An edge that classifications do not, or not all, cross. */
export interface PropagationBlock {
  readonly parent: Asset;
  readonly parentColumn: string;
  readonly column: string;
  readonly categories: readonly string[];
  readonly reason: string;
  readonly actor: string;
  readonly createdAt: Date;
}

interface Place {
  readonly asset: Asset;
  readonly edge: ColumnPair;
  readonly said: Readonly<Record<string, unknown>>;
  readonly reason: string;
}

const LONGEST_REASON = 1_000;
const MOST_CATEGORIES = 20;
const LONGEST_CATEGORY = 100;

/** Edges that a steward closes to propagation where lineage says more than is true; each change is audited. */
@Injectable()
export class BlockService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** Closed edges into an asset, latest first; none for one that is not there. */
  async list(assetId: string): Promise<PropagationBlock[]> {
    const asset = await this.catalog.getAsset(assetId);
    const rows = asset ? await listBlocks(this.db, asset.internalId) : [];
    const parents = await this.catalog.getAssetMap(rows.map((row) => row.upstream_asset));
    return rows.flatMap((row) => {
      const parent = parents.get(row.upstream_asset);
      if (!parent) return [];
      const {
        upstream_path: parentColumn,
        downstream_path: column,
        categories,
        reason,
        actor,
        created_at: createdAt,
      } = row;
      return [{ parent, parentColumn, column, categories, reason, actor, createdAt }];
    });
  }

  /** @throws DomainError NOT_FOUND for an edge that is not there; INVALID without a reason; FORBIDDEN. */
  async block(input: BlockInput, actor: Actor): Promise<Asset> {
    const categories = categoriesOf(input.categories ?? []);
    const place = await this.placeOf(input, actor);
    await this.change(place, 'propagation.block', actor, async (tx) => {
      await writeBlock(tx, place.edge, { categories, reason: place.reason, actor: actorKey(actor) });
      return { after: { ...place.said, categories } };
    });
    return place.asset;
  }

  /** @throws DomainError NOT_FOUND for an edge that is not there or not closed; INVALID without a reason; FORBIDDEN. */
  async unblock(input: EdgeInput, actor: Actor): Promise<Asset> {
    const place = await this.placeOf(input, actor);
    await this.change(place, 'propagation.unblock', actor, async (tx) => {
      const before = await deleteBlock(tx, place.edge);
      if (!before) throw notFound('blocked edge into column', `${place.asset.name} ${input.column.slice(0, 120)}`);
      return { before: { ...place.said, ...before } };
    });
    return place.asset;
  }

  private async change(
    { asset, said, reason }: Place,
    action: string,
    actor: Actor,
    write: (tx: EntityManager) => Promise<{ before?: Record<string, unknown>; after?: Record<string, unknown> }>,
  ): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockCatalogForWriting(tx);
      const states = await write(tx);
      const change = { asset_id: asset.internalId, operation: 'CHANGED' as const, detail: { propagation: said } };
      await logChanges(tx, [change], actorKey(actor));
      await recordAudit(tx, { actor, action, object: `asset:${asset.id}`, ...states, reason });
    });
  }

  private async placeOf(input: EdgeInput, actor: Actor): Promise<Place> {
    const reason = input.reason.trim() === '' ? '' : checkedText('Reason', input.reason.trim(), LONGEST_REASON);
    if (reason === '') throw invalid('Reason: says why the edge is changed; it must not be empty');
    const [asset, parent] = [await this.found(input.assetId), await this.found(input.parentAssetId)];
    await this.refuseForeign(actor, asset.namespace);
    const { column, parentColumn } = input;
    const from = { assetId: parent.internalId, column: parentColumn };
    const edge = await findEdge(this.db, from, { assetId: asset.internalId, column });
    if (!edge)
      throw notFound(`column edge from ${parent.name} ${parentColumn.slice(0, 120)} into`, column.slice(0, 120));
    return { asset, edge, reason, said: { column, parentAssetId: parent.id, parentColumn } };
  }

  private async refuseForeign(actor: Actor, namespace: string): Promise<void> {
    if (actor.namespaces.length === 0) return;
    const registry = await loadNamespaceRegistry(this.db);
    if (actor.namespaces.some((name) => canonicalNamespace(name, registry).namespace === namespace)) return;
    throw new DomainError('FORBIDDEN', `Token ${actor.name} may not write into namespace ${namespace}`, { namespace });
  }

  private async found(id: string): Promise<Asset> {
    const asset = await this.catalog.getAsset(id);
    if (asset === null) throw notFound('asset', id);
    return asset;
  }
}

function categoriesOf(said: readonly string[]): readonly string[] {
  if (said.length > MOST_CATEGORIES) throw invalid(`Categories: at most ${String(MOST_CATEGORIES)} are allowed`);
  return said.map((category) => {
    const text = checkedText('Category', category.trim(), LONGEST_CATEGORY);
    return ['PII', 'PHI'].includes(text.toUpperCase()) ? text.toUpperCase() : text;
  });
}
