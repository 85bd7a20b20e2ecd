import { Injectable } from '@nestjs/common';
import { CatalogService } from '../../catalog';
import { notFound } from '../../shared/errors';
import type { PolicyResult } from '../domain/policy/finding';
import { EvaluationService } from './evaluation.service';

/** What policies make of assets, for those who look at one. */
@Injectable()
export class ComplianceService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly evaluations: EvaluationService,
  ) {}

  /** In order of requirement and column; empty when no policy looks at it. @throws DomainError NOT_FOUND */
  async ofAsset(assetId: string): Promise<readonly PolicyResult[]> {
    const asset = await this.catalog.getAsset(assetId);
    if (!asset) throw notFound('asset', assetId);
    return this.evaluations.resultsOf(asset.internalId);
  }
}
