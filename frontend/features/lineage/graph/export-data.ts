import type { VisibleGraph } from './visible';

/** RFC 4180: a field with a comma, a quote or a line break is quoted; a leading sign that starts a formula is defused. */
function field(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** The assets drawn, or their columns, one line each after a header. */
export function nodesCsv({ nodes }: VisibleGraph): string {
  const header = [
    'id',
    'namespace',
    'name',
    'column',
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
  const lines = nodes.map(({ asset, column, distance, up, down }) => [
    asset.id,
    asset.namespace,
    asset.name,
    column?.name ?? '',
    asset.type,
    asset.status,
    asset.platform,
    asset.layer ?? '',
    asset.owner ?? '',
    asset.tags.join(' '),
    (column ?? asset).level ?? '',
    (column ?? asset).categories.join(' '),
    distance,
    up.total,
    down.total,
  ]);
  return csv([header, ...lines]);
}

/** The edges drawn, one line each after a header; `via` is the number of hidden assets a bridged one passes. */
export function edgesCsv({ nodes, edges }: VisibleGraph): string {
  const names = new Map(nodes.map(({ id, asset, column }) => [id, [asset.namespace, asset.name, column?.name ?? '']]));
  const endOf = (id: string): readonly string[] => names.get(id) ?? ['', '', ''];
  const header = [
    'upstream_namespace',
    'upstream_name',
    'upstream_column',
    'downstream_namespace',
    'downstream_name',
    'downstream_column',
    'kind',
    'via',
    'jobs',
    'sources',
    'transformation',
    'masking',
  ];
  const lines = edges.map((edge) => {
    const ends = [...endOf(edge.source), ...endOf(edge.target)];
    const said = [edge.jobs.join(' '), edge.sources.join('; '), edge.transformation ?? '', String(edge.masking)];
    return [...ends, edge.kind, edge.via, ...said];
  });
  return csv([header, ...lines]);
}

/** The graph as data: what is drawn, what is counted but not drawn, and for which moment. */
export function graphJson(graph: VisibleGraph, at: string | null): string {
  const nodes = graph.nodes.map(({ asset, column, distance, up, down }) => ({
    ...asset,
    column,
    distance,
    upstream: { total: up.total, shown: up.shown },
    downstream: { total: down.total, shown: down.shown },
  }));
  const edges = graph.edges.map(({ source, target, kind, via, jobs, sources, transformation, masking }) => ({
    upstream: source,
    downstream: target,
    kind,
    via,
    jobs,
    sources,
    transformation,
    masking,
  }));
  const more = graph.more.map(({ owner, side, count }) => ({
    asset: owner,
    side: side === 'up' ? 'upstream' : 'downstream',
    count,
  }));
  return JSON.stringify({ focus: graph.focus, at, counts: graph.counts, nodes, edges, more }, null, 2);
}
