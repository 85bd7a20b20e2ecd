import type { VisibleGraph } from './visible';

/** RFC 4180: a field with a comma, a quote or a line break is quoted; a leading sign that starts a formula is defused. */
function field(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** The assets drawn, one line each after a header. */
export function nodesCsv({ nodes }: VisibleGraph): string {
  const header = [
    'id',
    'namespace',
    'name',
    'type',
    'status',
    'platform',
    'layer',
    'owner',
    'tags',
    'level',
    'categories',
    'distance',
    'upstream',
    'downstream',
  ];
  const lines = nodes.map(({ asset, distance, up, down }) => [
    asset.id,
    asset.namespace,
    asset.name,
    asset.type,
    asset.status,
    asset.platform,
    asset.layer ?? '',
    asset.owner ?? '',
    asset.tags.join(' '),
    asset.level ?? '',
    asset.categories.join(' '),
    distance,
    up.total,
    down.total,
  ]);
  return csv([header, ...lines]);
}

/** The edges drawn, one line each after a header; `via` is the number of hidden assets a bridged one passes. */
export function edgesCsv({ nodes, edges }: VisibleGraph): string {
  const names = new Map(nodes.map(({ id, asset }) => [id, [asset.namespace, asset.name]]));
  const pairOf = (id: string): readonly string[] => names.get(id) ?? ['', ''];
  const header = [
    'upstream_namespace',
    'upstream_name',
    'downstream_namespace',
    'downstream_name',
    'kind',
    'via',
    'jobs',
    'sources',
    'transformation',
  ];
  const lines = edges.map((edge) => {
    const ends = [...pairOf(edge.source), ...pairOf(edge.target)];
    return [...ends, edge.kind, edge.via, edge.jobs.join(' '), edge.sources.join('; '), edge.transformation ?? ''];
  });
  return csv([header, ...lines]);
}

/** The graph as data: what is drawn, what is counted but not drawn, and for which moment. */
export function graphJson(graph: VisibleGraph, at: string | null): string {
  const nodes = graph.nodes.map(({ asset, distance, up, down }) => ({
    ...asset,
    distance,
    upstream: { total: up.total, shown: up.shown },
    downstream: { total: down.total, shown: down.shown },
  }));
  const edges = graph.edges.map(({ source, target, kind, via, jobs, sources, transformation }) => ({
    upstream: source,
    downstream: target,
    kind,
    via,
    jobs,
    sources,
    transformation,
  }));
  const more = graph.more.map(({ owner, side, count }) => ({
    asset: owner,
    side: side === 'up' ? 'upstream' : 'downstream',
    count,
  }));
  return JSON.stringify({ focus: graph.focus, at, counts: graph.counts, nodes, edges, more }, null, 2);
}
