import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, type Asset } from '../catalog';
import { checkFirst, decodeCursor, encodeCursor } from '../shared/paging';
import type { ViolationFilter } from './domain/violation-filter';
import { countViolations, listViolations, type ViolationRow, type ViolationSelection } from './store/read-violations';
import type { Violation, ViolationPage } from './violation';

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

  private async select(filter: ViolationFilter): Promise<ViolationSelection | null> {
    const selection = {
      statuses: some(filter.status),
      severities: some(filter.severity),
      policies: some(filter.policy),
    };
    if (!filter.assetId) return { ...selection, assetId: null };
    const asset = await this.catalog.getAsset(filter.assetId);
    return asset && { ...selection, assetId: asset.internalId };
  }

  private async compose(rows: readonly ViolationRow[]): Promise<Violation[]> {
    const steps = await this.catalog.resolveIds(rows.flatMap((row) => row.path.map(({ assetId }) => assetId)));
    const assets = await this.catalog.getAssetMap([...rows.map((row) => row.asset_id), ...steps.values()]);
    return rows.flatMap((row) => violationOf(row, assets, steps));
  }
}

function violationOf(
  row: ViolationRow,
  assets: ReadonlyMap<string, Asset>,
  steps: ReadonlyMap<string, string>,
): Violation[] {
  const asset = assets.get(row.asset_id);
  if (!asset) return [];
  const path = row.path.flatMap(({ assetId, column }) => {
    const step = assets.get(steps.get(assetId) ?? '');
    return step ? [{ asset: step, column }] : [];
  });
  const { policy, code, status, severity, message } = row;
  return [{ id: row.public_id, policy, code, status, severity, asset, column: row.column_path, message, path }];
}

function some(values: readonly string[] | null | undefined): readonly string[] | null {
  return values && values.length > 0 ? values : null;
}
