'use client';

import { useRouter } from 'next/navigation';
import { startTransition, useOptimistic, type MouseEvent } from 'react';
import { withSearch } from '../../components/url-state';
import { linesOf, type FacetLine } from './facet-values';
import { FacetValue, type FacetStep } from './facet-value';
import { FILTER_KEYS, type FilterKey } from './query-keys';
import { choose, parseQuery, type Choice } from './query-language';
import type { SearchAnswer } from './run-search';
import styles from './search.module.css';

interface FacetsProps {
  readonly q: string;
  readonly sort: 'relevance' | 'name' | 'updated';
  readonly facets: SearchAnswer['facets'];
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

type StepTo = (key: FilterKey, value: string, choice: Choice) => FacetStep;

/**
 * Filters as links: each writes the query that choosing it means, so typed and clicked are one.
 *
 * A choice shows at once, and the next one builds on it even when the results of the first are still on their way.
 */
export function Facets({ q, sort, facets }: FacetsProps) {
  const router = useRouter();
  const [wanted, setWanted] = useOptimistic(q);
  const parsed = parseQuery(wanted);
  const stepTo: StepTo = (key, value, choice) => {
    const next = choose(wanted, key, value, choice);
    const href = withSearch('/search', { q: next, sort });
    const onClick = (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      startTransition(() => {
        setWanted(next);
        router.push(href, { scroll: false });
      });
    };
    return { href, onClick };
  };
  return (
    <nav className={styles['facets']} aria-label="Filters" tabIndex={-1}>
      {FILTER_KEYS.map((key) => {
        const counted = facets.find(({ field }) => field === (key === 'class' ? 'classification' : key));
        const lines = linesOf(parsed, key, counted?.values ?? []);
        return lines.length > 0 && <FacetGroup key={key} name={key} lines={lines} stepTo={stepTo} />;
      })}
    </nav>
  );
}

interface FacetGroupProps {
  readonly name: FilterKey;
  readonly lines: readonly FacetLine[];
  readonly stepTo: StepTo;
}

function FacetGroup({ name, lines, stepTo }: FacetGroupProps) {
  const shown = lines.filter(({ choice }, index) => index < SHOWN_AT_ONCE || choice !== null);
  const hidden = lines.filter((line) => !shown.includes(line));
  return (
    <section className={styles['facet']}>
      <h2>{TITLES[name]}</h2>
      <FacetLines name={name} lines={shown} stepTo={stepTo} />
      {hidden.length > 0 && (
        <details>
          <summary className={styles['more']}>{hidden.length} more</summary>
          <FacetLines name={name} lines={hidden} stepTo={stepTo} />
        </details>
      )}
    </section>
  );
}

function FacetLines({ name, lines, stepTo }: FacetGroupProps) {
  return (
    <ul>
      {lines.map((line) => (
        <FacetValue
          key={line.value}
          name={name}
          title={TITLES[name]}
          line={line}
          toggle={stepTo(name, line.value, line.choice === null ? 'asked for' : null)}
          leaveOut={stepTo(name, line.value, 'left out')}
        />
      ))}
    </ul>
  );
}
