import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { EventRetention, EventWorker } from '../ingestion';
import { METRICS } from './metrics';

/** What an operator watches of the events: how many wait, and the room that raw ones take. */
@Injectable()
export class EventMeters implements OnModuleInit {
  constructor(
    @Inject(METRICS) private readonly metrics: Registry,
    private readonly retention: EventRetention,
    private readonly worker: EventWorker,
  ) {}

  onModuleInit(): void {
    const { retention, worker } = this;
    new Gauge({
      name: 'tributary_events_waiting',
      help: 'Pipeline events that wait to be understood, as of some seconds ago',
      registers: [this.metrics],
      collect() {
        this.set(worker.backlog);
      },
    });
    new Gauge({
      name: 'tributary_event_storage_bytes',
      help: 'Room that raw pipeline events take in the database',
      registers: [this.metrics],
      async collect() {
        // A scrape must not fail with the database; the last figure stands.
        const storage = await retention.storage().catch(() => null);
        if (storage !== null) this.set(storage.bytes);
      },
    });
  }
}
