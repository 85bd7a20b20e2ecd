import type { Expansion, NodeSide } from './view';

const SIDES = { u: 'up', d: 'down' } as const;
const STEP = /^([ud]):([\w-]{1,64})(?::(all|\d{1,3}))?((?:\+[\w-]{1,64})*)$/;
const SIDE = /^([ud]):([\w-]{1,64})$/;

/** `d:<id>`, `u:<id>:20`, `d:<id>:all`, with `+<id>` for each chosen neighbour; null for anything else. */
export function parseStep(text: string): Expansion | null {
  const [, letter, id, count = '10', picks = ''] = STEP.exec(text) ?? [];
  if (id === undefined) return null;
  return {
    side: sideOf(letter),
    id,
    count: count === 'all' ? count : Number(count),
    picks: picks.split('+').filter(Boolean),
  };
}

export function writeStep({ side, id, count, picks }: Expansion): string {
  return [`${letterOf(side)}:${id}${count === 10 ? '' : `:${String(count)}`}`, ...picks].join('+');
}

/** `u:<id>` or `d:<id>`; null for anything else. */
export function parseSide(text: string): NodeSide | null {
  const [, letter, id] = SIDE.exec(text) ?? [];
  return id === undefined ? null : { side: sideOf(letter), id };
}

export function writeSide({ side, id }: NodeSide): string {
  return `${letterOf(side)}:${id}`;
}

function sideOf(letter: string | undefined): NodeSide['side'] {
  return SIDES[letter === 'u' ? 'u' : 'd'];
}

function letterOf(side: NodeSide['side']): string {
  return side === 'up' ? 'u' : 'd';
}
