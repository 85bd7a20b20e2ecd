import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { IngestionModule } from '../ingestion';
import { LineageModule } from '../lineage';
import { ErrorFilter } from './error.filter';
import { EventMeters } from './event-meters';
import { GraphMetrics } from './graph-metrics';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';

@Module({
  imports: [IngestionModule, LineageModule],
  controllers: [HealthController, MetricsController],
  providers: [EventMeters, GraphMetrics, { provide: APP_FILTER, useClass: ErrorFilter }],
})
export class ServerModule {}
