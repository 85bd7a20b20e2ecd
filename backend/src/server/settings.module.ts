import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CONFIG, type Config } from '../config';
import { LOGGER, type Log } from './log';
import { createMetrics, METRICS } from './metrics';

/** What any part of the application may ask for: the configuration, the log, the metrics. */
@Global()
@Module({})
export class SettingsModule {
  static of(config: Config, log: Log): DynamicModule {
    const settings = [
      { provide: CONFIG, useValue: config },
      { provide: LOGGER, useValue: log },
      { provide: METRICS, useValue: createMetrics() },
    ];
    return { module: SettingsModule, providers: settings, exports: settings };
  }
}
