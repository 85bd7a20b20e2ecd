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
import { MAX_DEPTH, type Expansion, type NodeSide, type View } from './graph/view';

const GROUPS = ['none', 'layer', 'schema'] as const satisfies readonly GroupBy[];
const SHOWS = ['graph', 'table'] as const;
const SIDE_LETTERS = { u: 'up', d: 'down' } as const;

function isSideLetter(letter: string | undefined): letter is keyof typeof SIDE_LETTERS {
  return letter === 'u' || letter === 'd';
}

const EXPANSION = /^([ud]):([\w-]{1,64})(?::(all|\d{1,3}))?((?:\+[\w-]{1,64})*)$/;
const ID = /^[\w-]{1,64}$/;

/** `d:<id>`, `u:<id>:20`, `d:<id>:all`, with `+<id>` for each chosen neighbour. */
export const parseAsExpansion = createParser<Expansion>({
  parse: (text) => {
    const [, letter, id, count = '10', picks = ''] = EXPANSION.exec(text) ?? [];
    if (!isSideLetter(letter) || id === undefined) return null;
    const side = SIDE_LETTERS[letter];
    return { side, id, count: count === 'all' ? count : Number(count), picks: picks.split('+').filter(Boolean) };
  },
  serialize: ({ side, id, count, picks }) => {
    const head = `${side === 'up' ? 'u' : 'd'}:${id}${count === 10 ? '' : `:${String(count)}`}`;
    return [head, ...picks].join('+');
  },
  eq: (one, other) =>
    one.side === other.side &&
    one.id === other.id &&
    one.count === other.count &&
    one.picks.join() === other.picks.join(),
});

const parseAsNodeSide = createParser<NodeSide>({
  parse: (text) => {
    const [letter, id = ''] = text.split(':');
    if (!isSideLetter(letter) || !ID.test(id)) return null;
    return { side: SIDE_LETTERS[letter], id };
  },
  serialize: ({ side, id }) => `${side === 'up' ? 'u' : 'd'}:${id}`,
  eq: (one, other) => one.side === other.side && one.id === other.id,
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
  x: parseAsArrayOf(parseAsExpansion).withDefault([]).withOptions(push),
  c: parseAsArrayOf(parseAsNodeSide).withDefault([]).withOptions(push),
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
