import {
  createLoader,
  createParser,
  createSerializer,
  parseAsArrayOf,
  parseAsInteger,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server';
import type { GroupBy } from './graph/group';
import { LENSES } from './graph/lens';
import { parseSight, writeSight, type Sight } from './graph/sight';
import { parseSide, parseStep, writeSide, writeStep } from './graph/step-text';
import { DEFAULT_DEPTH, MAX_DEPTH, type Expansion, type FilterKey } from './graph/view';
import type { GraphFilter, NodeSide, View } from './graph/view';
import { MODES } from './modes/modes';

const GROUPS = ['none', 'layer', 'schema', 'owner'] as const satisfies readonly GroupBy[];
const SHOWS = ['graph', 'table'] as const;
const LEVELS = ['table', 'column'] as const;
const EDGES = ['all', 'direct'] as const;

const parseAsStep = createParser<Expansion>({
  parse: parseStep,
  serialize: writeStep,
  eq: (one, other) => writeStep(one) === writeStep(other),
});

const parseAsSide = createParser<NodeSide>({
  parse: parseSide,
  serialize: writeSide,
  eq: (one, other) => writeSide(one) === writeSide(other),
});

const parseAsDepth = createParser<number>({
  parse: (text) => {
    const depth = parseAsInteger.parse(text);
    return depth !== null && depth >= 0 && depth <= MAX_DEPTH ? depth : null;
  },
  serialize: String,
});

const parseAsSight = createParser<Sight>({
  parse: parseSight,
  serialize: writeSight,
  eq: (one, other) => writeSight(one) === writeSight(other),
});

const words = parseAsArrayOf(parseAsString).withDefault([]);
const push = { history: 'push' } as const;

/** Everything about the picture that a link carries. What Back undoes is pushed; what is only looked at is replaced. */
export const lineageParams = {
  focus: parseAsString.withOptions(push),
  level: parseAsStringLiteral(LEVELS).withDefault('table').withOptions(push),
  col: parseAsString.withOptions(push),
  up: parseAsDepth.withOptions(push),
  down: parseAsDepth.withOptions(push),
  x: parseAsArrayOf(parseAsStep).withDefault([]).withOptions(push),
  c: parseAsArrayOf(parseAsSide).withDefault([]).withOptions(push),
  hide: words.withOptions(push),
  type: words.withOptions(push),
  layer: words.withOptions(push),
  tag: words.withOptions(push),
  owner: words.withOptions(push),
  class: words.withOptions(push),
  platform: words.withOptions(push),
  edges: parseAsStringLiteral(EDGES).withDefault('all').withOptions(push),
  lens: parseAsStringLiteral(LENSES).withDefault('layer').withOptions({ history: 'replace' }),
  group: parseAsStringLiteral(GROUPS).withDefault('none').withOptions(push),
  gx: words.withOptions(push),
  rows: words.withOptions(push),
  view: parseAsStringLiteral(SHOWS).withDefault('graph').withOptions(push),
  sel: parseAsString.withOptions(push),
  at: parseAsIsoDateTime.withOptions(push),
  mode: parseAsStringLiteral(MODES).withOptions(push),
  from: parseAsIsoDateTime.withOptions(push),
  to: parseAsIsoDateTime.withOptions(push),
  path: parseAsString.withOptions(push),
  way: parseAsInteger.withOptions(push),
  select: parseAsString.withOptions(push),
  evidence: parseAsString.withOptions(push),
  v: parseAsSight.withOptions({ history: 'replace' }),
};

export type LineageParams = inferParserType<typeof lineageParams>;

export const loadLineage = createLoader(lineageParams);
export const withLineage = createSerializer(lineageParams);

/** The part of the address that decides what is drawn; `focus` is the id the address was resolved to. */
export function viewOf(params: LineageParams, focus: string): View {
  const { level, col, edges, x, c, hide, at } = params;
  const { type, layer, tag, owner, class: sensitivity, platform } = params;
  const depth = DEFAULT_DEPTH[level];
  return {
    focus,
    level,
    column: level === 'column' ? col : null,
    isDirectOnly: edges === 'direct',
    up: params.up ?? depth,
    down: params.down ?? depth,
    expansions: x,
    closed: c,
    hidden: hide,
    filter: { type, layer, tag, owner, class: sensitivity, platform },
    at: at?.toISOString() ?? null,
    path: params.mode === 'path' ? params.path : null,
    selector: selectorOf(params),
    diff: diffOf(params),
  };
}

/** Selectors mean whole assets, as they are today. */
function selectorOf({ mode, level, at, select }: LineageParams): string | null {
  return mode === 'select' && level === 'table' && at === null ? select : null;
}

/** Two moments in the right order; anything else compares nothing. */
function diffOf({ mode, level, from, to }: LineageParams): View['diff'] {
  if (mode !== 'compare' || level !== 'table' || from === null) return null;
  return from < (to ?? new Date()) ? { from: from.toISOString(), to: to?.toISOString() ?? null } : null;
}

/** Parameters that `paramsOf` writes. */
type ViewParam = 'focus' | 'level' | 'col' | 'edges' | 'up' | 'down' | 'x' | 'c' | 'hide' | FilterKey;

/** The address for a view; the rest of the address stays. */
export function paramsOf(view: View): Pick<LineageParams, ViewParam> {
  return {
    focus: view.focus,
    level: view.level,
    col: view.column,
    edges: view.isDirectOnly ? 'direct' : 'all',
    ...depthParams(view),
    x: [...view.expansions],
    c: [...view.closed],
    hide: [...view.hidden],
    ...filterParams(view.filter),
  };
}

export function filterParams(filter: GraphFilter): Record<FilterKey, string[]> {
  const { type, layer, tag, owner, class: sensitivity, platform } = filter;
  const shown = { type: [...type], layer: [...layer], tag: [...tag], owner: [...owner] };
  return { ...shown, class: [...sensitivity], platform: [...platform] };
}

/** Depths as the address has them: those that are the default are left out. */
export function depthParams({ up, down, level }: Pick<View, 'up' | 'down' | 'level'>): {
  up: number | null;
  down: number | null;
} {
  const own = (depth: number): number | null => (depth === DEFAULT_DEPTH[level] ? null : depth);
  return { up: own(up), down: own(down) };
}
