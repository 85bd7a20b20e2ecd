import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AssetObject, type Asset } from '../../catalog';
import { ColumnEdgeObject, ImpactedObject, type ColumnEdge, type Impacted } from '../../lineage';
import { perRequest } from '../../shared/graphql/per-request';
import type { SqlEvidence, SqlReading } from '../sql-lineage/sql-evidence';
import { SqlEvidenceService } from '../sql-lineage/sql-evidence.service';
import type { AskedEdge } from '../domain/asked-edge';
import { SqlEvidenceObject, SqlReadingObject } from './sql-evidence.object';

const NONE: readonly SqlEvidence[] = [];
const DESCRIPTION =
  'Where the SQL of the downstream asset does it; empty when another source says so, or nothing does.';

/** Keys of edges, for loaders that know strings only. */
const keyOf = (edge: AskedEdge): string => JSON.stringify(edge);
const edgeOf = (key: string): AskedEdge => JSON.parse(key) as AskedEdge;

/** Evidence of edges; one query for all edges of a reply. */
@Resolver(() => ColumnEdgeObject)
export class ColumnEdgeEvidenceResolver {
  private readonly evidenceOf = perRequest((keys) => loadEvidence(this.evidence, keys), NONE);

  constructor(private readonly evidence: SqlEvidenceService) {}

  @ResolveField('evidence', () => [SqlEvidenceObject], { description: DESCRIPTION })
  ofEdge(@Parent() { upstream, downstream }: ColumnEdge, @Context() context: object): Promise<readonly SqlEvidence[]> {
    const asked = {
      downstreamAsset: downstream.assetId,
      downstreamColumn: downstream.column,
      upstreamAsset: upstream.assetId,
      upstreamColumn: upstream.column,
    };
    return this.evidenceOf(context).load(keyOf(asked));
  }
}

/** The same for the last step of an impact. */
@Resolver(() => ImpactedObject)
export class ImpactEvidenceResolver {
  private readonly evidenceOf = perRequest((keys) => loadEvidence(this.evidence, keys), NONE);

  constructor(private readonly evidence: SqlEvidenceService) {}

  @ResolveField('evidence', () => [SqlEvidenceObject], { description: DESCRIPTION })
  ofImpact(
    @Parent() { asset, column, via }: Impacted,
    @Context() context: object,
  ): readonly SqlEvidence[] | Promise<readonly SqlEvidence[]> {
    if (column === null || via.column === null) return NONE;
    const asked = {
      downstreamAsset: asset.id,
      downstreamColumn: column,
      upstreamAsset: via.asset.id,
      upstreamColumn: via.column,
    };
    return this.evidenceOf(context).load(keyOf(asked));
  }
}

/** What the SQL of an asset came to. */
@Resolver(() => AssetObject)
export class AssetSqlResolver {
  constructor(private readonly evidence: SqlEvidenceService) {}

  @ResolveField('sqlLineage', () => SqlReadingObject, {
    nullable: true,
    description: 'The analysis of its SQL; null when it has none, or when it was not read yet.',
  })
  async ofAsset(@Parent() { internalId, id }: Asset): Promise<SqlReading | null> {
    const found = await this.evidence.ofAssets(new Map([[internalId, id]]));
    return found.get(internalId) ?? null;
  }
}

async function loadEvidence(
  service: SqlEvidenceService,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly SqlEvidence[]>> {
  const found = await service.ofEdges(keys.map(edgeOf));
  return new Map(keys.map((key, place) => [key, found[place] ?? NONE]));
}
