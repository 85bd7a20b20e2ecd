import Link from 'next/link';
import { typeLabel } from '../../components/asset/asset-type';
import { Icon } from '../../components/icon';
import { count } from '../../components/text/numbers';
import { withSearch } from '../../components/url-state';
import { FILTER_KEYS, isChosen, toggleValue, type FilterKey, type ParsedQuery } from './query-language';
import type { SearchAnswer } from './run-search';
import styles from './search.module.css';

interface FacetsProps {
  readonly q: string;
  readonly sort: 'relevance' | 'name' | 'updated';
  readonly parsed: ParsedQuery;
  readonly facets: SearchAnswer['facets'];
}

type FacetParts = SearchAnswer['facets'][number];

const SHOWN_AT_ONCE = 7;
const TITLES: Record<FilterKey, string> = {
  type: 'Type',
  platform: 'Platform',
  layer: 'Layer',
  namespace: 'Namespace',
  tag: 'Tag',
  owner: 'Owner',
  class: 'Classification',
  source: 'Source',
  status: 'Status',
};

/** Filters as links: each writes the query that ticking it means, so typed and clicked are one. */
export function Facets({ q, sort, parsed, facets }: FacetsProps) {
  const shown = facets
    .map((facet) => ({ facet, key: keyOf(facet.field) }))
    .filter(({ facet, key }) => key !== null && facet.values.length > 0);
  return (
    <nav className={styles['facets']} aria-label="Filters" tabIndex={-1}>
      {shown.map(
        ({ facet, key }) => key && <FacetGroup key={key} name={key} facet={facet} q={q} sort={sort} parsed={parsed} />,
      )}
    </nav>
  );
}

function keyOf(field: string): FilterKey | null {
  if (field === 'classification') return 'class';
  return FILTER_KEYS.find((key) => key === field) ?? null;
}

interface FacetGroupProps extends Omit<FacetsProps, 'facets'> {
  readonly name: FilterKey;
  readonly facet: FacetParts;
}

function FacetGroup({ name, facet, ...question }: FacetGroupProps) {
  const first = facet.values.slice(0, SHOWN_AT_ONCE);
  const rest = facet.values.slice(SHOWN_AT_ONCE);
  return (
    <section className={styles['facet']}>
      <h2>{TITLES[name]}</h2>
      <FacetValues name={name} values={first} {...question} />
      {rest.length > 0 && (
        <details>
          <summary className={styles['more']}>{rest.length} more</summary>
          <FacetValues name={name} values={rest} {...question} />
        </details>
      )}
    </section>
  );
}

interface FacetValuesProps extends Omit<FacetsProps, 'facets'> {
  readonly name: FilterKey;
  readonly values: FacetParts['values'];
}

function FacetValues({ name, values, q, sort, parsed }: FacetValuesProps) {
  return (
    <ul>
      {values.map(({ value, count: size }) => {
        const chosen = isChosen(parsed, name, value);
        return (
          <li key={value}>
            <Link
              href={withSearch('/search', { q: toggleValue(q, name, value), sort })}
              prefetch={false}
              scroll={false}
              className={styles['value']}
              data-chosen={chosen || undefined}
              aria-label={`${chosen ? 'Remove' : 'Add'} ${TITLES[name]} ${value}, ${String(size)}`}
              title={value}
            >
              <span className={styles['box']}>
                <Icon name="check" size={12} />
              </span>
              <span className="clip">{wordFor(name, value)}</span>
              <span className="num subtle">{count(size)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}

function wordFor(name: FilterKey, value: string): string {
  if (name === 'type') return typeLabel(value as Parameters<typeof typeLabel>[0]);
  return name === 'status' || name === 'class' ? value.toLowerCase() : value;
}
