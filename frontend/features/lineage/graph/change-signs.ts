import type { Change } from './graph';

const SIGNS = {
  ADDED: { sign: '+', word: 'added' },
  REMOVED: { sign: '−', word: 'removed' },
  CHANGED: { sign: '△', word: 'changed' },
  UNCHANGED: { sign: '', word: '' },
} as const;

/** What became of something, as a sign and as a word; both empty where it is as before. */
export function changeSign(difference: Change['difference'] | undefined): {
  readonly sign: string;
  readonly word: string;
} {
  return SIGNS[difference ?? 'UNCHANGED'];
}
