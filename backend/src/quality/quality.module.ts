import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { AssetRulesResolver } from './graphql/asset-rules.resolver';
import { OverviewRulesResolver } from './graphql/overview-rules.resolver';
import { QualityService } from './quality.service';

@Module({
  imports: [CatalogModule],
  providers: [QualityService, AssetRulesResolver, OverviewRulesResolver],
  exports: [QualityService],
})
export class QualityModule {}
