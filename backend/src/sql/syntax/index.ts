export * from './query';
export * from './statement';
