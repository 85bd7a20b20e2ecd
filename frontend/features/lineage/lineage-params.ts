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
import { parseSide, parseStep, writeSide, writeStep } from './graph/step-text';
import { MAX_DEPTH, type Expansion, type NodeSide, type View } from './graph/view';

const GROUPS = ['none', 'layer', 'schema'] as const satisfies readonly GroupBy[];
const SHOWS = ['graph', 'table'] as const;

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
}).withDefault(1);

const words = parseAsArrayOf(parseAsString).withDefault([]);
const push = { history: 'push' } as const;

/** Everything about the picture that a link carries. What Back undoes is pushed; what is only looked at is replaced. */
export const lineageParams = {
  focus: parseAsString.withOptions(push),
  up: parseAsDepth.withOptions(push),
  down: parseAsDepth.withOptions(push),
  x: parseAsArrayOf(parseAsStep).withDefault([]).withOptions(push),
  c: parseAsArrayOf(parseAsSide).withDefault([]).withOptions(push),
  hide: words.withOptions(push),
  type: words.withOptions(push),
  layer: words.withOptions(push),
  tag: words.withOptions(push),
  owner: words.withOptions(push),
  lens: parseAsStringLiteral(LENSES).withDefault('layer').withOptions({ history: 'replace' }),
  group: parseAsStringLiteral(GROUPS).withDefault('none').withOptions(push),
  gx: words.withOptions(push),
  view: parseAsStringLiteral(SHOWS).withDefault('graph').withOptions(push),
  sel: parseAsString.withOptions(push),
  at: parseAsIsoDateTime.withOptions(push),
};

export type LineageParams = inferParserType<typeof lineageParams>;

export const loadLineage = createLoader(lineageParams);
export const withLineage = createSerializer(lineageParams);

/** The part of the address that decides what is drawn; `focus` is the id the address was resolved to. */
export function viewOf(params: LineageParams, focus: string): View {
  const { up, down, x, c, hide, type, layer, tag, owner, at } = params;
  return {
    focus,
    up,
    down,
    expansions: x,
    closed: c,
    hidden: hide,
    filter: { type, layer, tag, owner },
    at: at?.toISOString() ?? null,
  };
}

/** The address for a view; the rest of the address stays. */
export function paramsOf(view: View): Omit<LineageParams, 'lens' | 'group' | 'gx' | 'view' | 'sel' | 'at'> {
  return {
    focus: view.focus,
    up: view.up,
    down: view.down,
    x: [...view.expansions],
    c: [...view.closed],
    hide: [...view.hidden],
    type: [...view.filter.type],
    layer: [...view.filter.layer],
    tag: [...view.filter.tag],
    owner: [...view.filter.owner],
  };
}
