import Link from 'next/link';
import { Icon } from '../../components/icon';
import { count } from '../../components/text/numbers';
import { SORTS, withSearch } from '../../components/url-state';
import { withoutClause, writeClause, type ParsedQuery } from './query-language';
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
            href={withSearch('/search', { q: withoutWords(parsed), sort })}
          />
        )}
        {parsed.clauses.map((clause) => (
          <RemovableClause
            key={clause.key}
            name={clause.key}
            words={writeClause(clause).slice(clause.key.length + 1)}
            label={clause.key}
            href={withSearch('/search', { q: withoutClause(parsed, clause.key), sort })}
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

function withoutWords(parsed: ParsedQuery): string {
  return parsed.clauses.map(writeClause).join(' ');
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
