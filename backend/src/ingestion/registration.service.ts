import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { recordAudit, type Actor } from '../access';
import {
  canonicalize,
  CatalogService,
  hiddenAmong,
  loadNamespaceRegistry,
  type Asset,
  type CanonicalName,
} from '../catalog';
import { conflict, invalid, notFound } from '../shared/errors';
import { limitedReader } from '../shared/sight';
import { textDigest, textHash } from '../shared/text-digest';
import type { AssetFacts, Spelling } from '../shared/vocabulary';
import { factChange } from './fact-change';
import { spokenColumns, spokenFacts, type RegisterAssetInput } from './spoken-facts';
import { inOneTransaction, refuseForeignNamespace, say } from './spoken-patch';
import { spokenEdges, type RecordLineageInput } from './spoken-lineage';
import { readOwnAssertions, type OwnAssertion } from './store/own-assertions';

/** What recording lineage did to the caller's own word about one asset. */
export interface LineageRecord {
  readonly asset: Asset;
  /** As recorded, each once, in the order given. */
  readonly parents: readonly Asset[];
  /** Parents the caller had not named before, no longer names, and had named already. */
  readonly added: number;
  readonly removed: number;
  readonly unchanged: number;
}

/** What clients say of assets and of what feeds them; every call is one transaction. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * Describes an asset, made if it is new; any spelling of a known one describes that one. A job is never a dataset.
   *
   * @throws DomainError INVALID naming field and rule; FORBIDDEN for a token outside its namespaces; CONFLICT for a name
   * that belongs to what the caller may not know of.
   */
  async registerAsset(input: RegisterAssetInput, actor: Actor): Promise<Asset> {
    const reader = limitedReader();
    const isJob = input.type === 'JOB';
    const { namespace, name } = input;
    const spelling: Spelling = { namespace, name, quoting: isJob ? 'NONE' : 'UNKNOWN' };
    const publicId = await inOneTransaction(this.db, async (tx) => {
      const registry = await loadNamespaceRegistry(tx);
      const canonical = canonicalize(spelling, registry);
      refuseForeignNamespace(actor, canonical.namespace, registry);
      const key = registerKey(canonical, isJob);
      const about = `Asset ${canonical.name.slice(0, 120)}`;
      const [before] = await readOwnAssertions(tx, actor, { keys: [key] });
      const facts = spokenFacts(about, input, factsOf(before?.facts));
      const columns = spokenColumns(about, input);
      const statement = { kind: 'asset' as const, key, subject: { spelling, isJob }, facts };
      const said = columns === undefined ? statement : { ...statement, columns };
      const { isNews } = await say(tx, actor, [said], registry);
      const [after] = await readOwnAssertions(tx, actor, { keys: [key] });
      await refuseHidden(tx, reader, after?.assetId, about);
      if (isNews) await auditRegistration(tx, actor, before, after);
      return after?.publicId ?? '';
    });
    return this.found(publicId);
  }

  /**
   * Replaces what the caller said before of an asset's parents; what others say stays. No parents: takes all of it back.
   *
   * @throws DomainError NOT_FOUND for an asset or parent that is not there; INVALID for one that would feed itself.
   */
  async recordLineage(input: RecordLineageInput, actor: Actor): Promise<LineageRecord> {
    const asset = await this.found(input.assetId);
    const parents = await this.parentsOf(asset, input);
    const { edges, columnEdges } = spokenEdges(asset, parents, input);
    const key = `lineage:${asset.id}`;
    const code = input.transformationCode ? { codeSha256: textHash(input.transformationCode) } : {};
    const said = { parents: parents.map(({ id }) => id), transformation: input.transformation, columnEdges, ...code };
    const before = await inOneTransaction(this.db, async (tx) => {
      const registry = await loadNamespaceRegistry(tx);
      refuseForeignNamespace(actor, asset.namespace, registry);
      const own = await readOwnAssertions(tx, actor, { assetIds: [asset.internalId] });
      const earlier = own.filter((one) => one.key.startsWith('lineage:'));
      // A merge may have brought along what was said of the other asset.
      const brought = earlier.filter((one) => one.key !== key).map((one) => one.key);
      const removals = brought.map((other) => ({ kind: 'removal' as const, key: other, reason: 'recorded anew' }));
      const subject = { assetId: asset.id };
      const statement = { kind: 'asset' as const, key, subject, facts: {}, edges, columnEdges };
      const { isNews } = await say(tx, actor, [...removals, statement], registry);
      const named = new Set(earlier.flatMap((one) => one.upstreamIds));
      if (isNews) await this.auditLineage(tx, actor, asset, { before: [...named], after: said });
      return named;
    });
    const unchanged = parents.filter(({ internalId }) => before.has(internalId)).length;
    const counts = { added: parents.length - unchanged, removed: before.size - unchanged, unchanged };
    return { asset: await this.found(asset.id), parents, ...counts };
  }

  private async auditLineage(tx: EntityManager, actor: Actor, asset: Asset, said: RecordedEdges): Promise<void> {
    const before = said.before.length === 0 ? [] : await this.catalog.getAssets(said.before);
    await recordAudit(tx, {
      ...{ actor, action: 'lineage.record', object: `asset:${asset.id}` },
      before: { parents: before.map(({ id }) => id) },
      after: said.after,
    });
  }

  private async parentsOf(asset: Asset, input: RecordLineageInput): Promise<readonly Asset[]> {
    const ids = input.parentAssetIds.map((id) => id.toLowerCase());
    const internal = await this.catalog.resolveIds(ids);
    for (const id of input.parentAssetIds) if (!internal.has(id.toLowerCase())) throw notFound('asset', id);
    const parents = await this.catalog.getAssets([...new Set(ids.map((id) => internal.get(id) ?? ''))]);
    if (parents.some(({ internalId }) => internalId === asset.internalId)) {
      throw invalid(`Asset ${asset.name}: cannot be its own parent`, { assetId: asset.id });
    }
    return parents;
  }

  private async found(id: string): Promise<Asset> {
    const asset = await this.catalog.getAsset(id);
    if (asset === null) throw notFound('asset', id);
    return asset;
  }
}

interface RecordedEdges {
  /** Internal ids of the parents that the caller named until now. */
  readonly before: readonly string[];
  readonly after: Readonly<Record<string, unknown>>;
}

async function auditRegistration(
  tx: EntityManager,
  actor: Actor,
  before: OwnAssertion | undefined,
  after: OwnAssertion | undefined,
): Promise<void> {
  const object = `asset:${after?.publicId ?? ''}`;
  const change = factChange(before?.facts, after?.facts);
  if (change !== null) await recordAudit(tx, { actor, action: 'asset.register', object, ...change });
}

/** A name that is taken can neither be given away nor be written to unseen: this much it tells. */
async function refuseHidden(
  tx: EntityManager,
  reader: string | null,
  assetId: string | undefined,
  about: string,
): Promise<void> {
  if (reader === null || assetId === undefined) return;
  const hidden = await hiddenAmong(tx, reader, [assetId]);
  if (hidden.size > 0) throw conflict(`${about}: the name is not free`);
}

/** Names may be longer than a key. */
function registerKey({ namespace, name }: CanonicalName, isJob: boolean): string {
  const key = `${isJob ? 'register-job' : 'register'}:${namespace}|${name}`;
  return Buffer.byteLength(key) <= 1_500 ? key : `register:${textDigest(key)}`;
}

/** What was said before, but for columns (the upsert keeps those) and code (kept by its digest alone). */
function factsOf(before: (AssetFacts & { readonly columns?: unknown }) | object | undefined): AssetFacts {
  const entries = Object.entries(before ?? {}).filter(([field]) => field !== 'columns' && field !== 'code');
  return Object.fromEntries(entries);
}
