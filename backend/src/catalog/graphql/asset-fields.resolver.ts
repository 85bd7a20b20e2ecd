import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { JsonScalar } from '../../shared/graphql/json.scalar';
import { perRequest } from '../../shared/graphql/per-request';
import { AssetDetailsService } from '../asset-details.service';
import type { Asset } from '../domain/asset';
import { classificationOf, type OwnedClassification } from '../domain/classification';
import type { Column } from '../domain/column';
import type { Code } from '../domain/history';
import { urnOf } from '../domain/identity';
import type { AssetSource, Fact, Identifier } from '../domain/provenance';
import { AssetObject } from './asset.object';
import { ClassificationObject } from './classification.object';
import { ColumnObject } from './column.object';
import { CodeObject } from './history.object';
import { AssetSourceObject, FactObject, IdentifierObject } from './provenance.object';

/** Lists of an asset; one query for all assets of a reply. */
@Resolver(() => AssetObject)
export class AssetFieldsResolver {
  private readonly columnsOf = perRequest((ids) => this.details.columns(ids), [] as readonly Column[]);
  private readonly codeOf = perRequest<Code | null>((ids) => this.details.code(ids), null);
  private readonly factsOf = perRequest((ids) => this.details.facts(ids), [] as readonly Fact[]);
  private readonly identifiersOf = perRequest((ids) => this.details.identifiers(ids), [] as readonly Identifier[]);
  private readonly sourcesOf = perRequest((ids) => this.details.sources(ids), [] as readonly AssetSource[]);

  constructor(private readonly details: AssetDetailsService) {}

  @ResolveField(() => String, { description: 'One line that names it everywhere: made of namespace and name.' })
  urn(@Parent() asset: Asset): string {
    return urnOf(asset.namespace, asset.name, asset.type === 'JOB' ? 'job' : 'dataset');
  }

  @ResolveField(() => ClassificationObject, {
    nullable: true,
    description: 'Its own and that of its columns; null when nobody classified it.',
  })
  // Without @Parent(), Nest lets GraphQL call it directly: lineage answers ask it of every node.
  classification(asset: Asset): OwnedClassification | null {
    return classificationOf(asset, asset.internalId, null);
  }

  @ResolveField(() => JsonScalar, { description: '{ column path: type }, in order; type is null when unknown.' })
  async schema(@Parent() asset: Asset, @Context() context: object): Promise<Record<string, string | null>> {
    const columns = await this.columnsOf(context).load(asset.internalId);
    return Object.fromEntries(columns.map((column) => [column.name, column.type]));
  }

  @ResolveField(() => [ColumnObject], { description: 'In order; nested fields after the column they are in.' })
  columns(@Parent() asset: Asset, @Context() context: object): Promise<readonly Column[]> {
    return this.columnsOf(context).load(asset.internalId);
  }

  @ResolveField(() => CodeObject, { nullable: true, description: 'Null when no source sends any.' })
  code(@Parent() asset: Asset, @Context() context: object): Promise<Code | null> {
    return this.codeOf(context).load(asset.internalId);
  }

  @ResolveField(() => [FactObject], {
    description: 'Where each shown fact comes from, and what other sources say instead; in order of field.',
  })
  facts(@Parent() asset: Asset, @Context() context: object): Promise<readonly Fact[]> {
    return this.factsOf(context).load(asset.internalId);
  }

  @ResolveField(() => [IdentifierObject], { description: 'Why these spellings are one asset; the primary one first.' })
  identifiers(@Parent() asset: Asset, @Context() context: object): Promise<readonly Identifier[]> {
    return this.identifiersOf(context).load(asset.internalId);
  }

  @ResolveField(() => [AssetSourceObject], {
    description: 'Who describes it, latest evidence first; empty for a stub.',
  })
  sources(@Parent() asset: Asset, @Context() context: object): Promise<readonly AssetSource[]> {
    return this.sourcesOf(context).load(asset.internalId);
  }
}
