import Link from 'next/link';
import { Icon } from '../../../components/icon';
import { count } from '../../../components/text/numbers';
import { withViolations } from '../governance-params';
import { requirementWord } from '../../../components/classification/requirement-word';
import type { GroupKey } from './group-violations';
import type { FacetCount, FacetCounts } from './load-violations';
import { FACET_KEYS, toAddress, toggle, type FacetKey, type ViolationQuestion } from './violation-filter';
import { VIEWS } from './views';
import styles from './violations.module.css';

const TITLES: Record<FacetKey, string> = {
  status: 'Status',
  severity: 'Severity',
  policy: 'Policy',
  requirement: 'Requirement',
  owner: 'Owner',
  layer: 'Layer',
};
const SHOWN_AT_ONCE = 7;

interface ViolationFacetsProps {
  readonly question: ViolationQuestion;
  /** Stays as it is, whatever is chosen here. */
  readonly group: GroupKey | null;
  readonly facets: FacetCounts;
}

/** Ready-made views above, counted values below; each is an address. */
export function ViolationFacets({ question, group, facets }: ViolationFacetsProps) {
  const here = withViolations('', question);
  return (
    <nav className={styles['facets']} aria-label="Filters" tabIndex={-1}>
      <section className={styles['facet']}>
        <h2>Views</h2>
        {VIEWS.map(({ label, question: view }) => {
          const href = withViolations('/governance/violations', { ...view, group });
          return (
            <Link
              key={label}
              href={href}
              prefetch={false}
              className={styles['value']}
              data-plain
              {...(withViolations('', view) === here && { 'aria-current': true as const })}
            >
              <span className="clip">{label}</span>
            </Link>
          );
        })}
      </section>
      {FACET_KEYS.map((key) => (
        <Facet key={key} name={key} counts={facets[key]} question={question} group={group} />
      ))}
    </nav>
  );
}

interface FacetProps {
  readonly name: FacetKey;
  readonly counts: readonly FacetCount[];
  readonly question: ViolationQuestion;
  readonly group: GroupKey | null;
}

function Facet({ name, counts, ...asked }: FacetProps) {
  if (counts.length === 0) return null;
  const hidden = counts.slice(SHOWN_AT_ONCE);
  return (
    <section className={styles['facet']}>
      <h2>{TITLES[name]}</h2>
      <Values name={name} counts={counts.slice(0, SHOWN_AT_ONCE)} {...asked} />
      {hidden.length > 0 && (
        <details>
          <summary className={styles['value']} data-plain>
            {hidden.length} more
          </summary>
          <Values name={name} counts={hidden} {...asked} />
        </details>
      )}
    </section>
  );
}

function Values({ name, counts, question, group }: FacetProps) {
  const chosen: readonly string[] = question[name];
  return (
    <ul>
      {counts.map(({ value, count: size }) => {
        const word = name === 'status' ? value.toLowerCase() : toAddress(value);
        const isChosen = chosen.includes(word);
        return (
          <li key={value}>
            <Link
              href={withViolations('/governance/violations', {
                ...toggle(question, name, word),
                group,
              })}
              prefetch={false}
              scroll={false}
              className={styles['value']}
              data-chosen={isChosen || undefined}
              title={value}
            >
              <span className={styles['box']}>
                <Icon name="check" size={12} />
              </span>
              <span className="clip">
                <span className="hidden-visually">
                  {isChosen ? 'Remove' : 'Add'} {TITLES[name]}{' '}
                </span>
                {wordFor(name, value)}
              </span>
              <span className="num subtle">{count(size)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function wordFor(name: FacetKey, value: string): string {
  if (value === '') return name === 'owner' ? 'nobody' : 'none';
  if (name === 'requirement') return requirementWord(value);
  return name === 'status' ? value.toLowerCase() : value;
}
