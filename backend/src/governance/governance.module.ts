import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog';
import { ViolationResolver } from './graphql/violation.resolver';
import { ViolationService } from './violation.service';

@Module({
  imports: [CatalogModule],
  providers: [ViolationService, ViolationResolver],
  exports: [ViolationService],
})
export class GovernanceModule {}
