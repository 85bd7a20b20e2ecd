export { eventShortcut } from './http/event-shortcut';
export { IngestionModule } from './ingestion.module';
