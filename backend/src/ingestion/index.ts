export { EventRetention } from './event-retention';
export { EventWorker } from './event-worker';
export { eventShortcut } from './http/event-shortcut';
export { IngestionModule } from './ingestion.module';
