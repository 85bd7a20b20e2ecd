import { Module } from '@nestjs/common';
import { AssetCards } from './asset-cards.service';
import { AssetDetailsService } from './asset-details.service';
import { CatalogService } from './catalog.service';
import { EffectRunner } from './effect-runner.service';
import { FacetCounter } from './facet-counter.service';
import { AssetFieldsResolver } from './graphql/asset-fields.resolver';
import { AssetHistoryResolver } from './graphql/asset-history.resolver';
import { AssetResolver } from './graphql/asset.resolver';
import { ColumnResolver } from './graphql/column.resolver';
import { NamespaceResolver } from './graphql/namespace.resolver';
import { OverviewResolver } from './graphql/overview.resolver';
import { NamespaceService } from './namespace.service';
import { OverviewService } from './overview.service';
import { SearchHitResolver, SearchResolver } from './graphql/search.resolver';
import { SearchService } from './search.service';

@Module({
  providers: [
    CatalogService,
    AssetCards,
    FacetCounter,
    EffectRunner,
    AssetDetailsService,
    OverviewService,
    SearchService,
    SearchResolver,
    SearchHitResolver,
    AssetResolver,
    AssetFieldsResolver,
    AssetHistoryResolver,
    ColumnResolver,
    OverviewResolver,
    NamespaceService,
    NamespaceResolver,
  ],
  exports: [CatalogService, AssetCards, FacetCounter, EffectRunner, SearchService],
})
export class CatalogModule {}
