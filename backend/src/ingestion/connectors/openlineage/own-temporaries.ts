import type { Facet, Facets, Named, PipelineEvent, SaidDataset, SaidJob } from '../../../shared/pipeline-event';

const IN_MEMORY = /^inmemory\b/i;
/** Facets that name where data came from. */
const NAMING = ['columnLineage', 'lineage'] as const;

/**
 * The event with each dataset that lives in memory named after the pipeline it belongs to: the job at the root of the
 * run, else its parent's, else its own. Jobs of one pipeline meet in it, and pipelines that happen to use the same
 * temporary name do not.
 */
export function ownTemporaries(event: PipelineEvent): PipelineEvent {
  const { inputs, outputs, run, job } = event;
  const owner = run?.root ?? run?.parent ?? job;
  if (owner === null || ![...inputs, ...outputs].some(isTemporary)) return event;
  const owned = (dataset: SaidDataset): SaidDataset => ({
    ...named(dataset, owner),
    facets: renamedIn(dataset.facets, owner),
  });
  return {
    ...event,
    job: job && ({ ...job, facets: renamedIn(job.facets, owner) } satisfies SaidJob),
    inputs: inputs.map(owned),
    outputs: outputs.map(owned),
  };
}

const isTemporary = ({ namespace }: Named): boolean => IN_MEMORY.test(namespace);

const named = <Said extends Named>(said: Said, owner: Named): Said =>
  isTemporary(said) ? { ...said, name: `${owner.namespace}/${owner.name}/${said.name}` } : said;

function renamedIn(facets: Facets, owner: Named): Facets {
  const naming = NAMING.filter((name) => facets[name] !== undefined);
  if (naming.length === 0) return facets;
  return { ...facets, ...Object.fromEntries(naming.map((name) => [name, renamed(facets[name], owner) as Facet])) };
}

/** Whatever in a facet is named as a dataset in memory, wherever it stands. */
function renamed(value: unknown, owner: Named): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, owner));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, owner)]));
  const { namespace, name, type } = inner;
  const isDataset = typeof namespace === 'string' && typeof name === 'string' && type !== 'JOB';
  return isDataset ? named({ ...inner, namespace, name }, owner) : inner;
}
