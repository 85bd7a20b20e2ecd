export { applyPatch } from './apply-patch';
export type { PatchContext, PatchCounts, PatchOutcome } from './outcome';
