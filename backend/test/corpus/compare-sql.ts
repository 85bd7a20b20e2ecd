import type { SqlAnalysis, TableRef } from '../../src/sql';
import type { SqlCase } from './sql-case';

/** How one case came out, edges as in `SqlCase.expected`. */
export interface Compared {
  readonly expected: number;
  /** Direct edges found, but for those about which nothing is expected. */
  readonly found: number;
  /** Expected edges among the direct ones found. */
  readonly matched: number;
  /** Expected edges that were found as indirect ones: conditions, windows, filters. */
  readonly asIndirect: number;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

/** The text to analyse for a case: with the statements that make what it reads. */
export const textOf = ({ before = [], sql }: SqlCase): string => [...before, sql].join('\n;\n');

/** Compares what was found with what was expected, by the conventions of who expected it. */
export function compare(one: SqlCase, whole: SqlAnalysis): Compared {
  const told = one.before === undefined || one.before.length === 0 ? whole : onlyExpected(one, whole);
  return compared(one, told);
}

/** Without the tables that the earlier statements make. */
function onlyExpected({ expected, untold }: SqlCase, analysis: SqlAnalysis): SqlAnalysis {
  const tables = new Set([...expected, ...untold].map((edge) => downstreamOf(plain(edge)).split('.')[0]));
  return {
    ...analysis,
    targets: analysis.targets.filter(({ table }) => tables.has(plain(nameOf(table)).toLowerCase())),
  };
}

function compared(one: SqlCase, analysis: SqlAnalysis): Compared {
  const direct = edgesOf(analysis, 'DIRECT');
  const indirect = new Set([...edgesOf(analysis, 'INDIRECT'), ...rowEdgesOf(analysis)]);
  const stars = starsOf(analysis);
  const told = one.source === 'sqllineage' ? endToEnd(new Set([...direct, ...stars])) : direct;
  const found = new Set([...told].map(plain).filter((edge) => !one.untold.has(downstreamOf(edge))));
  const expected = new Set([...one.expected].map(plain));
  const names = namesByPosition(analysis, expected);
  const named = new Set([...found].map((edge) => renamed(edge, names)));
  const seen = new Set([...indirect].map((edge) => renamed(plain(edge), names)));
  const missing = [...expected].filter((edge) => !named.has(edge));
  const asIndirect = missing.filter((edge) => seen.has(edge));
  const extra = [...named].filter((edge) => !expected.has(edge) && !coveredByStar(edge, expected));
  return {
    expected: expected.size,
    found: named.size - [...named].filter((edge) => !expected.has(edge) && coveredByStar(edge, expected)).length,
    matched: expected.size - missing.length,
    asIndirect: asIndirect.length,
    missing: missing.filter((edge) => !asIndirect.includes(edge)),
    extra,
  };
}

const nameOf = (table: TableRef | null): string => (table === null ? '' : (table.id ?? table.name.join('.')));
const prefix = (table: TableRef | null): string => (table === null ? '' : `${nameOf(table)}.`);
/** Hive's own tables live in a database called default. */
const plain = (edge: string): string => edge.replaceAll('default.', '');
const downstreamOf = (edge: string): string => edge.split(' < ')[0] ?? '';

function edgesOf({ targets }: SqlAnalysis, kind: 'DIRECT' | 'INDIRECT'): Set<string> {
  return new Set(
    targets.flatMap(({ table, columns }) =>
      columns.flatMap(({ name, sources }) =>
        sources
          .filter((source) => source.kind === kind)
          .map((source) => `${prefix(table)}${name} < ${nameOf(source.table)}.${source.column}`.toLowerCase()),
      ),
    ),
  );
}

function rowEdgesOf({ targets }: SqlAnalysis): readonly string[] {
  return targets.flatMap(({ table, columns, rowSources }) =>
    columns.flatMap(({ name }) =>
      rowSources.map((source) => `${prefix(table)}${name} < ${nameOf(source.table)}.${source.column}`.toLowerCase()),
    ),
  );
}

/** `tab1.* < tab2.*`: what sqllineage says of a `*` over a table nobody knows. */
function starsOf({ targets }: SqlAnalysis): readonly string[] {
  return targets.flatMap(({ table, unknownFrom }) =>
    unknownFrom.map((from) => `${prefix(table)}* < ${nameOf(from)}.*`.toLowerCase()),
  );
}

/** The same tables joined by a `*` in the expectation, which names no columns. */
function coveredByStar(edge: string, expected: ReadonlySet<string>): boolean {
  const star = edge.replaceAll(/\.[^.]*(?= <|$)/g, '.*');
  return star !== edge && expected.has(star);
}

/** sqllineage tells only the two ends of a chain of statements. */
function endToEnd(edges: ReadonlySet<string>): ReadonlySet<string> {
  const upstream = new Map<string, string[]>();
  for (const edge of edges) {
    const [down = '', up = ''] = edge.split(' < ');
    upstream.set(down, [...(upstream.get(down) ?? []), up]);
  }
  const read = new Set([...upstream].flatMap(([down, ups]) => ups.filter((up) => up !== down)));
  const ends = (column: string, depth: number): readonly string[] =>
    upstream.has(column) && depth < 10
      ? (upstream.get(column) ?? []).flatMap((one) => (one === column ? [one] : ends(one, depth + 1)))
      : [column];
  const found = [...upstream.keys()].filter((down) => !read.has(down));
  return new Set(found.flatMap((down) => ends(down, 0).map((up) => `${down} < ${up}`)));
}

/** A column without a name is called by its position, its function or its text, as each engine likes: the first to the first. */
function namesByPosition({ targets }: SqlAnalysis, expected: ReadonlySet<string>): ReadonlyMap<string, string> {
  const [target, ...more] = targets;
  if (target === undefined || more.length > 0) return new Map();
  const expectedNames = new Set([...expected].map(downstreamOf));
  const columns = target.columns.filter(({ sources }) => sources.length > 0);
  const ours = columns.map(({ name }) => plain(`${prefix(target.table)}${name}`.toLowerCase()));
  const unnamed = [...expectedNames].filter((name) => !ours.includes(name));
  const spare = ours.filter((name) => !expectedNames.has(name));
  return new Map(spare.map((name, at) => [name, unnamed[at] ?? name]));
}

function renamed(edge: string, names: ReadonlyMap<string, string>): string {
  const [down = '', up = ''] = edge.split(' < ');
  return `${names.get(down) ?? down} < ${up}`;
}
