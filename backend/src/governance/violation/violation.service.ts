import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, type Asset } from '../../catalog';
import { invalid } from '../../shared/errors';
import { checkFirst, decodeCursor, encodeCursor } from '../../shared/paging';
import { limitedReader } from '../../shared/sight';
import { isUuid } from '../../shared/uuid';
import type { ViolationFilter } from '../domain/violation/violation-filter';
import { countOpenByAsset } from '../store/violation/count-open';
import {
  countFacets,
  countViolations,
  listViolations,
  selectionOf,
  type ViolationSelection,
} from '../store/violation/read-violations';
import type { Violation, ViolationPage } from './violation';
import type { FacetCount, OpenViolations, ViolationRow } from '../domain/violation/violation-record';

const MOST_CHANGED = 10_000;

/** Lists what breaks a policy. */
@Injectable()
export class ViolationService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * A page of violations, latest first; none for an asset that is not known.
   *
   * @throws DomainError INVALID for a bad page.
   */
  async list(filter: ViolationFilter, first: number, after: string | null): Promise<ViolationPage> {
    const limit = checkFirst(first);
    const before = decodeCursor(after);
    const selection = await this.select(filter);
    if (!selection) return { total: 0, nodes: [], endCursor: null };
    const [found, total] = await Promise.all([
      listViolations(this.db, selection, limit + 1, before),
      countViolations(this.db, selection),
    ]);
    const page = found.slice(0, limit);
    const endCursor = found.length > limit ? encodeCursor(page.at(-1)?.id ?? null) : null;
    return { total, nodes: await this.compose(page), endCursor };
  }

  /** By internal asset id those that are neither resolved nor waived; assets without any are left out. */
  countOpen(assetIds: readonly string[]): Promise<ReadonlyMap<string, OpenViolations>> {
    return countOpenByAsset(this.db, assetIds);
  }

  /** By id, or null. */
  async get(id: string): Promise<Violation | null> {
    if (!isUuid(id)) return null;
    const rows = await listViolations(this.db, selectionOf({ ids: [id] }, null), 1, null);
    return (await this.compose(rows))[0] ?? null;
  }

  /** Counts by field and value, most first, of all that fit. */
  async facets(filter: ViolationFilter): Promise<readonly FacetCount[]> {
    const selection = await this.select(filter);
    return selection ? countFacets(this.db, selection) : [];
  }

  /** The filter in the database's words; null when it names an asset that is not known. */
  async select(filter: ViolationFilter): Promise<ViolationSelection | null> {
    if (!filter.assetId) return selectionOf(filter, null);
    const asset = await this.catalog.getAsset(filter.assetId);
    return asset && selectionOf(filter, asset.internalId);
  }

  /**
   * The same for who is about to change them all: of what is hidden from the caller nothing is changed.
   *
   * @throws DomainError INVALID where something is hidden and more than 10,000 fit
   */
  async selectToChange(filter: ViolationFilter): Promise<ViolationSelection | null> {
    const selection = await this.select(filter);
    if (selection === null || limitedReader() === null) return selection;
    const seen = await listViolations(this.db, selection, MOST_CHANGED + 1, null);
    if (seen.length > MOST_CHANGED) throw invalid(`filter: more than ${MOST_CHANGED} violations fit; narrow it`);
    return seen.length === 0 ? null : { ids: seen.map(({ publicId }) => publicId) };
  }

  /** Rows with their assets and paths. Two queries. */
  async compose(rows: readonly ViolationRow[]): Promise<Violation[]> {
    const steps = await this.catalog.resolveIds(rows.flatMap((row) => row.path.map(({ assetId }) => assetId)));
    const assets = await this.catalog.getAssetMap([...rows.map((row) => row.assetId), ...steps.values()]);
    return rows.flatMap((row) => violationOf(row, assets, steps));
  }
}

function violationOf(
  row: ViolationRow,
  assets: ReadonlyMap<string, Asset>,
  steps: ReadonlyMap<string, string>,
): Violation[] {
  const asset = assets.get(row.assetId);
  if (!asset) return [];
  const path = row.path.flatMap(({ assetId, column }) => {
    const step = assets.get(steps.get(assetId) ?? '');
    return step ? [{ asset: step, column }] : [];
  });
  const { id: internalId, publicId: id, ...rest } = row;
  return [{ ...rest, internalId, id, asset, path }];
}
