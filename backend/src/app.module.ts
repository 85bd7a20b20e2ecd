import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { AccessModule } from './access';
import { CatalogModule } from './catalog';
import type { Config } from './config';
import { DatabaseModule } from './database';
import { GovernanceModule } from './governance';
import { IngestionModule } from './ingestion';
import { LineageModule } from './lineage';
import { PipelinesModule } from './pipelines';
import { QualityModule } from './quality';
import { GraphqlOptions } from './server/graphql-options';
import type { Log } from './server/log';
import { ServerModule } from './server/server.module';
import { SettingsModule } from './server/settings.module';

/** What Tributary is made of. */
export const DOMAINS = [
  AccessModule,
  CatalogModule,
  LineageModule,
  PipelinesModule,
  GovernanceModule,
  QualityModule,
  IngestionModule,
];

@Module({})
export class AppModule {
  static of(config: Config, log: Log): DynamicModule {
    const graphql = GraphQLModule.forRootAsync<ApolloDriverConfig>({
      driver: ApolloDriver,
      imports: [AccessModule],
      useClass: GraphqlOptions,
    });
    return {
      module: AppModule,
      imports: [SettingsModule.of(config, log), DatabaseModule, ServerModule, ...DOMAINS, graphql],
    };
  }
}
