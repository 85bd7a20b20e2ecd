export { analyzeSql, failed } from './analyze';
export type * from './analysis';
export { dialectOf, DIALECT_NAMES } from './dialect';
export type { Masking } from './resolver/masking';
