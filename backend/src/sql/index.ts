export { analyzeSql, failed } from './analyze';
export type * from './analysis';
export { dialectOf, DIALECT_NAMES } from './dialect';
