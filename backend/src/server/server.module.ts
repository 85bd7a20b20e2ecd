import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LineageModule } from '../lineage';
import { ErrorFilter } from './error.filter';
import { GraphMetrics } from './graph-metrics';
import { HealthController } from './health.controller';
import { MetricsController } from './metrics.controller';

@Module({
  imports: [LineageModule],
  controllers: [HealthController, MetricsController],
  providers: [GraphMetrics, { provide: APP_FILTER, useClass: ErrorFilter }],
})
export class ServerModule {}
