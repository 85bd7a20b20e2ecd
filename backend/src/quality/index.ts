export { QualityModule } from './quality.module';
export * from './store/write';
