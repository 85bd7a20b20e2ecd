import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { perRequest } from '../../shared/graphql/per-request';
import { AssetDetailsService } from '../asset-details.service';
import { classificationOf, type OwnedClassification } from '../domain/classification';
import type { Column, ColumnDegree } from '../domain/column';
import { ClassificationObject } from './classification.object';
import { ColumnObject } from './column.object';

@Resolver(() => ColumnObject)
export class ColumnResolver {
  private readonly degreesOf = perRequest<ColumnDegree>((ids) => this.details.columnDegrees(ids), {
    upstreamCount: 0,
    downstreamCount: 0,
  });

  constructor(private readonly details: AssetDetailsService) {}

  @ResolveField(() => ClassificationObject, {
    nullable: true,
    description: 'Null when nobody classified it and nothing follows from lineage.',
  })
  // Without @Parent(), Nest lets GraphQL call it directly: answers have many columns.
  classification(column: Column): OwnedClassification | null {
    return classificationOf(column, column.assetId, column.internalId);
  }

  @ResolveField(() => Int, { description: 'Distinct columns that feed it directly.' })
  async upstreamCount(@Parent() column: Column, @Context() context: object): Promise<number> {
    return (await this.degreesOf(context).load(column.internalId)).upstreamCount;
  }

  @ResolveField(() => Int, { description: 'Distinct columns that it feeds directly.' })
  async downstreamCount(@Parent() column: Column, @Context() context: object): Promise<number> {
    return (await this.degreesOf(context).load(column.internalId)).downstreamCount;
  }
}
