import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { createLog, LOGGER } from './log';
import { createMetrics, METRICS } from './metrics';

/** What any part of the application may ask for: the configuration, the log, the metrics. */
@Global()
@Module({})
export class SettingsModule {
  static of(config: Config): DynamicModule {
    const settings = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: createLog(config.logLevel) },
      { provide: METRICS, useValue: createMetrics() },
    ];
    return { module: SettingsModule, providers: settings, exports: settings };
  }
}
