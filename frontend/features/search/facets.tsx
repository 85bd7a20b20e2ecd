'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic, type MouseEvent } from 'react';
import { typeLabel } from '../../components/asset/asset-type';
import { Icon } from '../../components/icon';
import { count } from '../../components/text/numbers';
import { withSearch } from '../../components/url-state';
import { FILTER_KEYS, isChosen, parseQuery, toggleValue, type FilterKey } from './query-language';
import type { SearchAnswer } from './run-search';
import styles from './search.module.css';

type FacetParts = SearchAnswer['facets'][number];

interface FacetsProps {
  readonly q: string;
  readonly sort: 'relevance' | 'name' | 'updated';
  readonly facets: readonly FacetParts[];
}

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

/**
 * Filters as links: each writes the query that ticking it means, so typed and clicked are one.
 *
 * A tick shows at once, and the next one builds on it even when the results of the first are still on their way.
 */
export function Facets({ q, sort, facets }: FacetsProps) {
  const router = useRouter();
  const [wanted, setWanted] = useOptimistic(q);
  const hrefWith = (key: FilterKey, value: string) =>
    withSearch('/search', { q: toggleValue(wanted, key, value), sort });
  const toggle = (event: MouseEvent, key: FilterKey, value: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    startTransition(() => {
      setWanted(toggleValue(wanted, key, value));
      router.push(hrefWith(key, value), { scroll: false });
    });
  };
  return (
    <nav className={styles['facets']} aria-label="Filters" tabIndex={-1}>
      {facets.map((facet) => {
        const key = keyOf(facet.field);
        if (key === null || facet.values.length === 0) return null;
        return (
          <FacetGroup key={key} name={key} values={facet.values} q={wanted} hrefWith={hrefWith} onToggle={toggle} />
        );
      })}
    </nav>
  );
}

function keyOf(field: string): FilterKey | null {
  if (field === 'classification') return 'class';
  return FILTER_KEYS.find((key) => key === field) ?? null;
}

interface FacetGroupProps {
  readonly name: FilterKey;
  readonly values: FacetParts['values'];
  readonly q: string;
  readonly hrefWith: (key: FilterKey, value: string) => string;
  readonly onToggle: (event: MouseEvent, key: FilterKey, value: string) => void;
}

function FacetGroup({ name, values, ...rest }: FacetGroupProps) {
  const hidden = values.slice(SHOWN_AT_ONCE);
  return (
    <section className={styles['facet']}>
      <h2>{TITLES[name]}</h2>
      <FacetValues name={name} values={values.slice(0, SHOWN_AT_ONCE)} {...rest} />
      {hidden.length > 0 && (
        <details>
          <summary className={styles['more']}>{hidden.length} more</summary>
          <FacetValues name={name} values={hidden} {...rest} />
        </details>
      )}
    </section>
  );
}

function FacetValues({ name, values, q, hrefWith, onToggle }: FacetGroupProps) {
  const parsed = parseQuery(q);
  return (
    <ul>
      {values.map(({ value, count: size }) => {
        const chosen = isChosen(parsed, name, value);
        return (
          <li key={value}>
            <a
              href={hrefWith(name, value)}
              onClick={(event) => {
                onToggle(event, name, value);
              }}
              className={styles['value']}
              data-chosen={chosen || undefined}
              title={value}
            >
              <span className={styles['box']}>
                <Icon name="check" size={12} />
              </span>
              <span className="clip">
                <span className="hidden-visually">
                  {chosen ? 'Remove' : 'Add'} {TITLES[name]}{' '}
                </span>
                {wordFor(name, value)}
              </span>
              <span className="num subtle">{count(size)}</span>
            </a>
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
