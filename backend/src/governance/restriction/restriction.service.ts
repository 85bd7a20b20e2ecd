import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import { canonicalNamespace, CatalogService, loadNamespaceRegistry } from '../../catalog';
import { conflict, invalid, notFound } from '../../shared/errors';
import { decodeKeyset, encodeKeyset } from '../../shared/keyset';
import { checkFirst } from '../../shared/paging';
import { isUuid } from '../../shared/uuid';
import type { RestrictionRow } from '../domain/restriction/restriction';
import type { PageOf } from '../policy/policy.service';
import {
  countRestrictions,
  deleteRestriction,
  findNamespaceId,
  findRestriction,
  insertRestriction,
  listRestrictions,
  restrictionsOfAssets,
  type Restricted,
} from '../store/restriction/restrictions';

/** What to restrict: an asset or all of a namespace. */
export interface ToRestrict {
  readonly assetId?: string | null;
  readonly namespace?: string | null;
  readonly reason: string;
}

/** What is to be restricted, and how the audit log and a refusal name it. */
interface Meant {
  readonly what: Restricted;
  readonly object: string;
  readonly name: string;
}

const SHORTEST_REASON = 10;
const LONGEST_REASON = 2_000;

/** Says what only some may know of. From whom it is hidden is decided in `seen/`, for every query at once. */
@Injectable()
export class RestrictionService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** Latest first. @throws DomainError INVALID for a bad page */
  async list(first: number, after: string | null): Promise<PageOf<RestrictionRow>> {
    const limit = checkFirst(first);
    const rows = await listRestrictions(this.db, idIn(after), limit + 1);
    const nodes = rows.slice(0, limit);
    const last = rows.length > limit ? nodes.at(-1) : undefined;
    const endCursor = last ? encodeKeyset([last.id]) : null;
    return { total: await countRestrictions(this.db), nodes, endCursor };
  }

  /** By internal asset id: its own restriction, else its namespace's. */
  ofAssets(assetIds: readonly string[]): Promise<ReadonlyMap<string, RestrictionRow>> {
    return restrictionsOfAssets(this.db, assetIds);
  }

  /** @throws DomainError INVALID naming the rule; NOT_FOUND; CONFLICT when it is restricted already */
  async restrict(actor: Actor, wanted: ToRestrict): Promise<RestrictionRow> {
    const reason = checkedReason(wanted.reason);
    const { what, object, name } = await this.meant(wanted);
    const id = await this.db.transaction(async (tx) => {
      const made = await insertRestriction(tx, what, reason, actorKey(actor));
      if (made === null) throw conflict(`${name}: is restricted already`);
      await recordAudit(tx, { actor, action: 'catalog.restrict', object, after: { restriction: made }, reason });
      return made;
    });
    return this.known(id);
  }

  /** Lets everybody know of it again. @throws DomainError INVALID without a reason; NOT_FOUND */
  async lift(actor: Actor, id: string, reason: string): Promise<void> {
    const said = checkedReason(reason);
    const restriction = await this.known(id);
    const object = await this.objectOf(restriction);
    await this.db.transaction(async (tx) => {
      if (!(await deleteRestriction(tx, id))) throw notFound('restriction', id);
      const before = { restriction: id, reason: restriction.reason };
      await recordAudit(tx, { actor, action: 'catalog.restriction.lift', object, before, reason: said });
    });
  }

  private meant({ assetId, namespace }: ToRestrict): Promise<Meant> {
    const isOfAsset = typeof assetId === 'string';
    if (isOfAsset && typeof namespace === 'string') throw invalid('Name an asset or a namespace, not both');
    return isOfAsset ? this.assetMeant(assetId) : this.namespaceMeant(namespace ?? null);
  }

  private async assetMeant(assetId: string): Promise<Meant> {
    const asset = await this.catalog.getAsset(assetId);
    if (!asset) throw notFound('asset', assetId);
    const what = { assetId: asset.internalId, namespaceId: null };
    return { what, object: `asset:${asset.id}`, name: `Asset ${asset.name.slice(0, 120)}` };
  }

  private async namespaceMeant(said: string | null): Promise<Meant> {
    if (said === null) throw invalid('Name an asset or a namespace to restrict');
    const { namespace } = canonicalNamespace(said, await loadNamespaceRegistry(this.db));
    const namespaceId = await findNamespaceId(this.db, namespace);
    if (namespaceId === null) throw notFound('namespace', said.slice(0, 200));
    const name = `Namespace ${namespace.slice(0, 120)}`;
    return { what: { assetId: null, namespaceId }, object: `namespace:${namespace}`, name };
  }

  private async objectOf({ assetId, namespace }: RestrictionRow): Promise<string> {
    if (assetId === null) return `namespace:${namespace ?? ''}`;
    const [asset] = await this.catalog.getAssets([assetId]);
    return `asset:${asset?.id ?? assetId}`;
  }

  private async known(id: string): Promise<RestrictionRow> {
    const restriction = isUuid(id) ? await findRestriction(this.db, id) : null;
    if (!restriction) throw notFound('restriction', id);
    return restriction;
  }
}

function checkedReason(said: string): string {
  const reason = said.trim();
  if (reason.length >= SHORTEST_REASON && reason.length <= LONGEST_REASON) return reason;
  throw invalid(`reason: has ${reason.length} characters; ${SHORTEST_REASON} to ${LONGEST_REASON} are needed`);
}

/** @throws DomainError INVALID for a cursor of another list */
function idIn(after: string | null): string | null {
  const id = decodeKeyset(after, ['string'])?.[0] ?? null;
  if (id !== null && !isUuid(String(id))) throw invalid('after: not a cursor of this list');
  return id === null ? null : String(id);
}
