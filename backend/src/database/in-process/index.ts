export type { InProcessEngine } from './engine';
export { managerOf } from './manager';
export { InProcessWire } from './wire';
