import type { PlacedEvent } from '../pipelines';
import { checksOf, type CheckedDataset } from './connectors/openlineage';
import type { RuleStatement, Statement } from './metadata-patch';

/** Checks that events tell of, each once as the latest of them declares it, and all their results. */
export function checkStatements(events: readonly PlacedEvent[]): Statement[] {
  const said = events
    .filter(({ event }) => event.run !== null)
    .toSorted((one, other) => one.event.at - other.event.at)
    .flatMap(({ event, job, inputs, outputs }) => {
      const datasets = (all: typeof inputs): CheckedDataset[] => all.map((one) => one.said);
      return checksOf({
        at: new Date(event.at / 1000),
        job: job?.key ?? '',
        runFacets: event.run?.facets ?? {},
        inputs: datasets(inputs),
        outputs: datasets(outputs),
      });
    });
  const rules = new Map<string, RuleStatement>(said.map(({ rule }) => [rule.key, rule]));
  return [...rules.values(), ...said.map(({ result }) => result)];
}
