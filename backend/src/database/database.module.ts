import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as pg from 'pg';
import type { DataSourceOptions } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { SightedPool } from './sighted-pool';

/** Gives the whole application TypeORM's `DataSource` and `EntityManager`; knows no table. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [CONFIG],
      useFactory: (config: Config) => ({ ...dataSourceOptions(config), autoLoadEntities: true, retryAttempts: 0 }),
    }),
  ],
})
export class DatabaseModule {}

function dataSourceOptions(config: Config): DataSourceOptions {
  return {
    type: 'postgres',
    driver: { ...pg, Pool: SightedPool },
    url: config.databaseUrl,
    applicationName: 'tributary',
    poolSize: config.databasePoolSize,
    extra: {
      // No request may hold a connection for longer; `allowLongStatements` is the way out for background work.
      statement_timeout: config.requestTimeoutMs,
      idle_in_transaction_session_timeout: 60_000,
      // A scan that begins where another one is finds other candidates first: the same search would answer otherwise.
      options: '-c synchronize_seqscans=off',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    },
  };
}
