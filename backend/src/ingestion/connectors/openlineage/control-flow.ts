import type { Facet, Facets, Named, SaidControlEdge } from '../../../shared/pipeline-event';
import { listIn, objectIn, textIn } from './said';

const MOST_EDGES = 5_000;
const DEEPEST = 200;

/**
 * What waits for what, as an event says it: `jobDependencies` of the run, and what Airflow tells of a task and of a DAG.
 * Null when it says nothing of that; a facet that is there replaces what its job said before.
 */
export function controlFlowOf(job: Named, runFacets: Facets, jobFacets: Facets): readonly SaidControlEdge[] | null {
  const said = [
    dependenciesOf(job, runFacets['jobDependencies']),
    taskEdges(job, objectIn(runFacets['airflow'])['task']),
    dagEdges(job, jobFacets['airflow']),
  ].filter((edges) => edges !== null);
  return said.length === 0 ? null : distinct(said.flat()).slice(0, MOST_EDGES);
}

function distinct(edges: readonly SaidControlEdge[]): SaidControlEdge[] {
  const byEnds = new Map<string, SaidControlEdge>();
  for (const edge of edges) {
    const ends = JSON.stringify([edge.upstream, edge.downstream].map(({ namespace, name }) => [namespace, name]));
    if (!byEnds.has(ends)) byEnds.set(ends, edge);
  }
  return [...byEnds.values()];
}

function dependenciesOf(job: Named, facet: Facet | undefined): SaidControlEdge[] | null {
  if (facet === undefined) return null;
  const triggerRule = textIn(facet['trigger_rule']);
  const said = (side: 'upstream' | 'downstream'): SaidControlEdge[] =>
    listIn(facet[side]).flatMap((one) => {
      const dependency = objectIn(one);
      const other = jobIn(dependency['job']);
      if (other === null) return [];
      const rule = textIn(dependency['status_trigger_rule']) ?? triggerRule;
      const ends = side === 'upstream' ? { upstream: other, downstream: job } : { upstream: job, downstream: other };
      return [{ ...ends, dependency: textIn(dependency['dependency_type'] ?? dependency['type']), triggerRule: rule }];
    });
  return [...said('upstream'), ...said('downstream')];
}

function jobIn(value: unknown): Named | null {
  const said = objectIn(value);
  const namespace = textIn(said['namespace']);
  const name = textIn(said['name']);
  return namespace === null || name === null ? null : { namespace, name };
}

/** A task names its neighbours of the same DAG; jobs are called `dag.task`. */
function taskEdges(job: Named, said: unknown): SaidControlEdge[] | null {
  const task = objectIn(said);
  const id = textIn(task['task_id']);
  if (id === null || !job.name.endsWith(`.${id}`)) return null;
  if (task['upstream_task_ids'] === undefined && task['downstream_task_ids'] === undefined) return null;
  const dag = job.name.slice(0, -id.length - 1);
  const triggerRule = textIn(task['trigger_rule']);
  const neighbour = (name: string): Named => ({ namespace: job.namespace, name: `${dag}.${name}` });
  return [
    ...idsIn(task['upstream_task_ids']).map((up) => edge(neighbour(up), job, triggerRule)),
    ...idsIn(task['downstream_task_ids']).map((down) => edge(job, neighbour(down), null)),
  ];
}

const edge = (upstream: Named, downstream: Named, triggerRule: string | null): SaidControlEdge => ({
  upstream,
  downstream,
  dependency: null,
  triggerRule,
});

/** Airflow spells a set of ids as a list, or as the text of one: `['a', 'b']`. */
function idsIn(said: unknown): string[] {
  if (typeof said === 'string')
    return [...said.matchAll(/'([^']+)'|"([^"]+)"/g)].map(([, one, other]) => one ?? other ?? '');
  return listIn(said).flatMap((id) => textIn(id) ?? []);
}

/** A DAG tells of all its tasks: by their downstream ones, or as a tree. */
function dagEdges(job: Named, facet: Facet | undefined): SaidControlEdge[] | null {
  if (facet === undefined) return null;
  const task = (id: string): Named => ({ namespace: job.namespace, name: `${job.name}.${id}` });
  const listed = Object.entries(objectIn(facet['tasks'])).flatMap(([id, said]) =>
    idsIn(objectIn(said)['downstream_task_ids']).map((down) => edge(task(id), task(down), null)),
  );
  const drawn = treeEdges(objectIn(facet['taskTree']), DEEPEST).map(([up, down]) => edge(task(up), task(down), null));
  return facet['tasks'] === undefined && facet['taskTree'] === undefined ? null : [...listed, ...drawn];
}

function treeEdges(tree: Facet, levels: number): [string, string][] {
  if (levels === 0) return [];
  const edges: [string, string][] = [];
  for (const [id, below] of Object.entries(tree)) {
    for (const child of Object.keys(objectIn(below))) edges.push([id, child]);
    edges.push(...treeEdges(objectIn(below), levels - 1));
    if (edges.length > MOST_EDGES) break;
  }
  return edges;
}
