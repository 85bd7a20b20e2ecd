import type { MouseEvent } from 'react';
import { Icon } from '../../components/icon';
import { count } from '../../components/text/numbers';
import type { FacetLine } from './facet-values';
import { wordFor, type FilterKey } from './query-keys';
import styles from './search.module.css';

/** A step that a facet offers: where it leads, and going there at once. */
export interface FacetStep {
  readonly href: string;
  readonly onClick: (event: MouseEvent) => void;
}

interface FacetValueProps {
  readonly name: FilterKey;
  /** The facet's, for those who hear the line alone. */
  readonly title: string;
  readonly line: FacetLine;
  readonly toggle: FacetStep;
  readonly leaveOut: FacetStep;
}

const VERBS = { 'asked for': 'Remove', 'left out': 'No longer leave out' } as const;

/** One value: ask for it, leave it out, or take either back. */
export function FacetValue({ name, title, line: { value, count: size, choice }, toggle, leaveOut }: FacetValueProps) {
  const word = wordFor(name, value);
  return (
    <li className={styles['line']} data-choice={choice ?? undefined}>
      <a href={toggle.href} onClick={toggle.onClick} className={styles['value']} title={value}>
        <span className={styles['box']}>
          <Icon name={choice === 'left out' ? 'close' : 'check'} size={12} />
        </span>
        <span className="clip">
          <span className="hidden-visually">
            {choice === null ? 'Add' : VERBS[choice]} {title}{' '}
          </span>
          <span className={styles['word']}>{word}</span>
        </span>
        <span className="num subtle">{size === null ? 'left out' : count(size)}</span>
      </a>
      {choice !== 'left out' && (
        <a
          href={leaveOut.href}
          onClick={leaveOut.onClick}
          className={styles['leaveOut']}
          title={`Leave out ${word}`}
          aria-label={`Leave out ${title} ${word}`}
        >
          <Icon name="leaveOut" size={14} />
        </a>
      )}
    </li>
  );
}
