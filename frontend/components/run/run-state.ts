import type { RunState } from '../../graphql/generated/graphql';

/** How a state is shown: a sign, a word and a tone, so that no one of them is needed. */
export interface StateLook {
  readonly sign: string;
  readonly word: string;
  readonly tone: 'pass' | 'fail' | 'warn' | 'info' | 'unknown';
}

export const STATE_LOOKS: Readonly<Record<RunState, StateLook>> = {
  COMPLETED: { sign: '✓', word: 'completed', tone: 'pass' },
  FAILED: { sign: '✗', word: 'failed', tone: 'fail' },
  ABORTED: { sign: '■', word: 'aborted', tone: 'warn' },
  STALE: { sign: '?', word: 'silent', tone: 'warn' },
  RUNNING: { sign: '▶', word: 'running', tone: 'info' },
  NEW: { sign: '○', word: 'announced', tone: 'info' },
  UNKNOWN: { sign: '·', word: 'unknown', tone: 'unknown' },
};

/** The look of a state that the API names, `NEVER` for a job without runs among them. */
export function lookOf(state: string): StateLook {
  return state in STATE_LOOKS
    ? STATE_LOOKS[state as RunState]
    : { sign: '–', word: state === 'NEVER' ? 'never ran' : state.toLowerCase(), tone: 'unknown' };
}
