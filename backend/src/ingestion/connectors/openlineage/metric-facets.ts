import type { Facets } from '../../../shared/pipeline-event';
import { listIn, objectIn, textIn } from './said';

const MOST = 200;
const LONGEST_NAME = 200;
/** `metrics`, `tributary_metrics`, `sparkMetrics`: facets of numbers, whoever made them up. */
const IS_METRICS = /(?:^|_|\.)metrics$|[a-z]Metrics$/;

/** Numbers that the facets of a run say of it, by name: `{ extract_duration: 1.5 }`; what is no number is left out. */
export function metricsIn(facets: Facets): Record<string, number> {
  const said = Object.entries(facets)
    .filter(([name]) => IS_METRICS.test(name))
    .flatMap(([, facet]) => [
      ...Object.entries(facet),
      ...Object.entries(objectIn(facet['metrics'])),
      ...listIn(facet['metrics']).map((one) => [textIn(objectIn(one)['name']) ?? '', objectIn(one)['value']] as const),
    ]);
  const numbers = said.filter((entry): entry is [string, number] => isMetric(entry[0], entry[1]));
  return Object.fromEntries(numbers.slice(0, MOST));
}

const isMetric = (name: string, value: unknown): boolean =>
  name !== '' && name.length <= LONGEST_NAME && typeof value === 'number' && Number.isFinite(value);
