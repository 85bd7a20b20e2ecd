import { invalid } from '../../shared/errors';

export const MAX_DEPTH = 25;
export const MAX_NODES = 5_000;
const MAX_FAN_OUT = 1_000;
const MAX_IDS = 1_000;
const MAX_PATHS = 10;

/** @throws DomainError INVALID unless 0 ≤ depth ≤ 25. */
export function checkDepth(depth: number): void {
  check('depth', depth, 0, MAX_DEPTH);
}

/** @throws DomainError INVALID unless 1 ≤ maxNodes ≤ 5,000. */
export function checkMaxNodes(maxNodes: number): void {
  check('maxNodes', maxNodes, 1, MAX_NODES);
}

/** @throws DomainError INVALID unless absent or 1 ≤ fanOut ≤ 1,000. */
export function checkFanOut(fanOut: number | null): void {
  if (fanOut !== null) check('fanOut', fanOut, 1, MAX_FAN_OUT);
}

/** @throws DomainError INVALID unless 1 ≤ first ≤ 10. */
export function checkPaths(first: number): void {
  check('first', first, 1, MAX_PATHS);
}

/** @throws DomainError INVALID unless 1 ≤ maxLength ≤ 25. */
export function checkMaxLength(maxLength: number): void {
  check('maxLength', maxLength, 1, MAX_DEPTH);
}

/** @throws DomainError INVALID for more than 1,000 ids. */
export function checkIds(ids: readonly string[]): void {
  check('assetIds', ids.length, 0, MAX_IDS);
}

function check(name: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw invalid(`${name}: ${String(value)} is not between ${String(least)} and ${String(most)}`, { [name]: value });
}
