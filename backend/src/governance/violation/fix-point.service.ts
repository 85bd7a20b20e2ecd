import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, type Asset } from '../../catalog';
import { checkFirst } from '../../shared/paging';
import { fixPlaces, fixPlacesOf } from '../domain/policy/fix-points';
import { readSaidColumns } from '../store/classification/read-ways';
import { readUnmaskedParents } from '../store/policy/read-arrivals';
import { readReached } from '../store/violation/read-reached';

/** A column that, masked where it is made, clears violations. */
export interface FixPoint {
  readonly asset: Asset;
  readonly column: string;
  readonly clears: number;
  /** Ids of some of them. */
  readonly violationIds: readonly string[];
}

/** `isComplete`: all violations of the kind were looked at. */
export interface FixPoints {
  readonly nodes: readonly FixPoint[];
  readonly violations: number;
  readonly isComplete: boolean;
}

const MOST_VIOLATIONS = 5_000;
const MOST_IDS = 100;

/** Where to mask: the fewest places upstream that clear the most of what arrives unmasked. */
@Injectable()
export class FixPointService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * Of all violations the fewest places; of one violation each place that clears it, with all that it clears.
   *
   * @throws DomainError INVALID for a bad size
   */
  async list(asked: { policy: string | null; violation: string | null }, first: number): Promise<FixPoints> {
    const most = checkFirst(first);
    const found = await readReached(this.db, asked.policy, MOST_VIOLATIONS + 1);
    const reached = found.slice(0, MOST_VIOLATIONS);
    const parents = await readUnmaskedParents(this.db, [...new Set(reached.map(({ columnId }) => columnId))]);
    const places =
      asked.violation === null
        ? fixPlaces(reached, parents, most)
        : fixPlacesOf(asked.violation, reached, parents).slice(0, most);
    const columns = await readSaidColumns(
      this.db,
      places.map(({ columnId }) => columnId),
    );
    const assets = await this.catalog.getAssetMap([...new Set([...columns.values()].map(({ assetId }) => assetId))]);
    const nodes = places.flatMap(({ columnId, violations }) => {
      const column = columns.get(columnId);
      const asset = assets.get(column?.assetId ?? '');
      if (!column || !asset) return [];
      return [{ asset, column: column.path, clears: violations.length, violationIds: violations.slice(0, MOST_IDS) }];
    });
    return { nodes, violations: reached.length, isComplete: found.length <= MOST_VIOLATIONS };
  }
}
