import { ClassificationChips } from '../asset/classification-chip';
import { TimeAgo } from '../text/time-ago';
import type { Word } from './why-types';
import styles from './why.module.css';

/** What is said of the column itself: by whom, since when, why. */
export function WhyWords({ said }: { readonly said: readonly Word[] }) {
  if (said.length === 0) return null;
  return (
    <section>
      <p className={styles['head']}>Said of it</p>
      <ul className={styles['list']} aria-label="Said of it">
        {said.map((word) => (
          <li key={`${word.sourceKind}${word.source}${word.at}`} className={styles['word']}>
            <span className={styles['line']}>
              <ClassificationChips
                classification={{ level: word.level ?? null, categories: word.categories, derived: false }}
              />
              {word.subtypes.map((kind) => (
                <code key={kind}>{kind}</code>
              ))}
              <span className="muted">
                {word.source} <TimeAgo at={word.at} />
              </span>
              {word.exact && <strong className={styles['exact']}>stands instead of everything else</strong>}
            </span>
            {word.reason && <span className="subtle">{word.reason}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
