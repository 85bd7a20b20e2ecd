import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { recordAudit, type Actor } from '../access';
import { CatalogService, fieldPathKey, loadNamespaceRegistry, readColumns, type Asset } from '../catalog';
import { invalid, notFound } from '../shared/errors';
import type { AssetFacts, ClassificationClaim, ColumnClaim } from '../shared/vocabulary';
import type { AssetStatement, Statement } from './metadata-patch';
import { spokenClassification, type ClassifyInput } from './spoken-classification';
import { spokenValue } from './spoken-facts';
import { inOneTransaction, refuseForeignNamespace, say } from './spoken-patch';
import { readOwnAssertions } from './store/own-assertions';

/** Absent leaves a field as the caller last set it; null takes the caller's word back. */
export interface CurateAssetInput {
  readonly assetId: string;
  readonly description?: string | null;
  readonly owner?: string | null;
  readonly tags?: readonly string[] | null;
  readonly column?: string | null;
}

const CURATED = ['description', 'owner', 'tags'] as const;
type Curated = Pick<AssetFacts, (typeof CURATED)[number]>;

/** What people say about assets that others describe; every call is one transaction, audited. */
@Injectable()
export class CurationService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** @throws DomainError NOT_FOUND for an asset or column that is not there; INVALID; FORBIDDEN for a foreign namespace. */
  async classify(input: ClassifyInput, actor: Actor): Promise<Asset> {
    const asset = await this.found(input.assetId);
    const column = await this.columnOf(asset, input.column);
    const claim = spokenClassification(`Asset ${asset.name.slice(0, 120)}`, input);
    const key = keyOf('classify', asset, column);
    const facts = claim === null ? {} : { classification: claim };
    const action = claim?.exact === true ? 'asset.classify.exact' : 'asset.classify';
    const [own] = await readOwnAssertions(this.db, actor, { keys: [key] });
    const before = classifiedBefore(own?.facts, column);
    await this.settle(actor, asset, { key, column, facts, action, before, reason: input.reason ?? null });
    return this.found(asset.id);
  }

  /** @throws DomainError NOT_FOUND for an asset or column that is not there; INVALID; FORBIDDEN for a foreign namespace. */
  async curateAsset(input: CurateAssetInput, actor: Actor): Promise<Asset> {
    const asset = await this.found(input.assetId);
    const column = await this.columnOf(asset, input.column);
    if (column !== null && input.owner !== undefined)
      throw invalid(`Asset ${asset.name}: a column has no owner of its own`);
    const key = keyOf('curate', asset, column);
    const [own] = await readOwnAssertions(this.db, actor, { keys: [key] });
    const before = curatedBefore(own?.facts, column);
    const facts = curatedNow(`Asset ${asset.name.slice(0, 120)}`, input, before);
    await this.settle(actor, asset, { key, column, facts, action: 'asset.curate', before, reason: null });
    return this.found(asset.id);
  }

  private async settle(
    actor: Actor,
    asset: Asset,
    said: {
      key: string;
      column: string | null;
      facts: Remark;
      action: string;
      before?: Remark;
      reason: string | null;
    },
  ): Promise<void> {
    await inOneTransaction(this.db, async (tx) => {
      refuseForeignNamespace(actor, asset.namespace, await loadNamespaceRegistry(tx));
      await say(tx, actor, [remark(said.key, asset, said.column, said.facts)]);
      await recordAudit(tx, {
        actor,
        action: said.action,
        object: `asset:${asset.id}`,
        before: said.before ?? null,
        after: { ...said.facts, ...(said.column === null ? {} : { column: said.column }) },
        reason: said.reason,
      });
    });
  }

  private async found(id: string): Promise<Asset> {
    const asset = await this.catalog.getAsset(id);
    if (asset === null) throw notFound('asset', id);
    return asset;
  }

  /** The column as the catalog spells it; null when the whole asset is meant. */
  private async columnOf(asset: Asset, name: string | null | undefined): Promise<string | null> {
    if (name === null || name === undefined) return null;
    const columns = await readColumns(this.db, [asset.internalId]);
    const paths = columns.get(asset.internalId)?.map((one) => one.name) ?? [];
    const wanted = fieldPathKey(name.trim(), asset.platform);
    const path =
      paths.find((one) => one === name.trim()) ?? paths.find((one) => fieldPathKey(one, asset.platform) === wanted);
    if (path === undefined) throw notFound(`column of asset ${asset.name}`, name.slice(0, 120));
    return path;
  }
}

type Remark = Curated & { readonly classification?: ClassificationClaim };
type SaidFacts = Remark & { readonly columns?: readonly ColumnClaim[] };

/** Says it, or takes it back when nothing is left to say. */
function remark(key: string, asset: Asset, column: string | null, facts: Remark): Statement {
  if (Object.keys(facts).length === 0) return { kind: 'removal', key, reason: 'taken back' };
  const statement: AssetStatement = { kind: 'asset', key, subject: { assetId: asset.id }, facts };
  if (column === null) return statement;
  const columns: ColumnClaim[] = [{ path: column, ...withoutOwner(facts) }];
  return { ...statement, facts: {}, columns };
}

function withoutOwner(facts: Remark): Omit<Remark, 'owner'> {
  return Object.fromEntries(Object.entries(facts).filter(([field]) => field !== 'owner'));
}

function keyOf(verb: 'classify' | 'curate', asset: Asset, column: string | null): string {
  return column === null ? `${verb}:${asset.id}` : `${verb}:${asset.id}:${column}`;
}

function classifiedBefore(facts: SaidFacts | undefined, column: string | null): Remark {
  const said = column === null ? facts : facts?.columns?.find(({ path }) => path === column);
  return said?.classification ? { classification: said.classification } : {};
}

function curatedBefore(facts: SaidFacts | undefined, column: string | null): Curated {
  const said: Curated = column === null ? (facts ?? {}) : (facts?.columns?.find(({ path }) => path === column) ?? {});
  return Object.fromEntries(CURATED.filter((field) => said[field] !== undefined).map((field) => [field, said[field]]));
}

function curatedNow(about: string, input: CurateAssetInput, before: Curated): Curated {
  const fields = CURATED.map((field) => {
    const said = input[field];
    return [
      field,
      said === undefined ? before[field] : (spokenValue(`${about}: ${field}`, said) ?? undefined),
    ] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}
