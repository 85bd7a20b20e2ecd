import Link from 'next/link';
import { Icon } from '../../components/icon';
import { count } from '../../components/text/numbers';
import { SORTS, withSearch } from '../../components/url-state';
import { nameOf, withoutClause, writeQuery, writeValues, type Clause, type ParsedQuery } from './query-language';
import type { SearchAnswer } from './run-search';
import styles from './search.module.css';

interface MeaningLineProps {
  readonly q: string;
  readonly sort: (typeof SORTS)[number];
  readonly parsed: ParsedQuery;
  readonly answer: SearchAnswer;
}

/** What was understood, piece by piece and each removable, and how many there are. */
export function MeaningLine({ q, sort, parsed, answer }: MeaningLineProps) {
  return (
    <div className={styles['meaning']}>
      <div className={styles['clauses']}>
        <span className={styles['total']} role="status">
          {count(answer.total)}
          {answer.totalIsExact ? '' : '+'} {answer.total === 1 ? 'asset' : 'assets'}
        </span>
        {parsed.text !== '' && (
          <RemovableClause
            words={`“${parsed.text}”`}
            label="the words"
            href={withSearch('/search', { q: writeQuery('', parsed.clauses), sort })}
          />
        )}
        {parsed.clauses.map((clause) => (
          <RemovableClause
            key={nameOf(clause)}
            name={saying(clause)}
            words={writeValues(clause)}
            label={saying(clause)}
            href={withSearch('/search', { q: withoutClause(parsed, clause), sort })}
          />
        ))}
      </div>
      <nav className={styles['sorts']} aria-label="Sort by">
        {SORTS.map((option) => (
          <Link
            key={option}
            href={withSearch('/search', { q, sort: option })}
            prefetch={false}
            aria-current={option === sort || undefined}
          >
            {option}
          </Link>
        ))}
      </nav>
    </div>
  );
}

/** `layer`, `not layer`, `has`, `missing`. */
function saying({ key, isNegated }: Clause): string {
  return isNegated ? `not ${key}` : key;
}

interface RemovableClauseProps {
  readonly name?: string;
  readonly words: string;
  readonly label: string;
  readonly href: string;
}

function RemovableClause({ name, words, label, href }: RemovableClauseProps) {
  return (
    <span className={styles['clause']}>
      <span className={styles['clauseText']} title={words}>
        {name !== undefined && <span className={styles['clauseKey']}>{name} </span>}
        {words}
      </span>
      <Link href={href} prefetch={false} className={styles['remove']} aria-label={`Remove ${label}`}>
        <Icon name="close" size={12} />
      </Link>
    </span>
  );
}
