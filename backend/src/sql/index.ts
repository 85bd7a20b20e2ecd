export { analyzeSql, failed } from './analyze';
export type * from './analysis';
export { SqlPool, type PoolLimits } from './pool/sql-pool';
export { dialectOf, DIALECT_NAMES } from './dialect';
