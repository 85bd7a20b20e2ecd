import { Controller, Get, Header, Inject } from '@nestjs/common';
import { Registry } from 'prom-client';
import { Public } from '../access';
import { METRICS } from './metrics';

/** Prometheus' door: on the backend's own port, which the public origin does not forward. */
@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly metrics: Registry) {}

  @Get()
  @Public()
  @Header('Content-Type', Registry.PROMETHEUS_CONTENT_TYPE)
  print(): Promise<string> {
    return this.metrics.metrics();
  }
}
