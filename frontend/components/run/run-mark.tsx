import { lookOf } from './run-state';
import styles from './run.module.css';

/** Where a run is in its life, as a sign and a word. */
export function RunMark({ state }: { readonly state: string }) {
  const { sign, word, tone } = lookOf(state);
  return (
    <span className={styles['mark']} data-state={state}>
      <span className={styles['sign']} data-tone={tone} aria-hidden="true">
        {sign}
      </span>
      {word}
    </span>
  );
}
