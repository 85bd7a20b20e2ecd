import { TimeAgo } from '../../../components/text/time-ago';
import { eventWords, textIn } from './event-words';
import type { DetailedViolation } from './detailed-violation';
import styles from './violations.module.css';

/** What happened to it, latest first. */
export function ViolationHistory({ violation }: { readonly violation: DetailedViolation }) {
  const events = violation.events.nodes;
  return (
    <section className={styles['part']}>
      <h3>History</h3>
      <ol className={styles['timeline']}>
        {events.map((event) => {
          const text = textIn(event.detail);
          return (
            <li key={event.id} className={styles['event']}>
              <span>
                <strong style={{ fontWeight: 600 }}>{event.actor.name}</strong> {eventWords(event.kind, event.detail)}{' '}
                <span className="subtle">
                  <TimeAgo at={event.at} />
                </span>
              </span>
              {text !== null && <p>{text}</p>}
            </li>
          );
        })}
        <li className={styles['event']}>
          <span>
            First found{' '}
            <span className="subtle">
              <TimeAgo at={violation.firstSeen} />
            </span>
          </span>
        </li>
      </ol>
    </section>
  );
}
