/** An independent, slow account of what propagation must give: relax every edge until nothing changes. */

export interface WorldColumn {
  readonly id: number;
  readonly asset: number;
  readonly level: number | null;
  readonly categories: readonly string[];
  readonly subtypes: readonly string[];
  readonly isExact: boolean;
}

export interface WorldEdge {
  readonly from: number;
  readonly to: number;
  readonly statement: number;
  readonly kind: 'DIRECT' | 'INDIRECT';
  readonly subtype: string;
  readonly masking: boolean;
  readonly maskingKind: string | null;
  readonly function: string | null;
}

export interface World {
  readonly columns: readonly WorldColumn[];
  readonly edges: readonly WorldEdge[];
  readonly blocks: readonly { readonly from: number; readonly to: number; readonly categories: readonly string[] }[];
}

/** `PII|pii.email|plain`, `|behind a hash`, or `level 2`. */
type Atom = string;
type Carried = Map<number, Map<Atom, number>>;

const FLOOR: Readonly<Record<string, number>> = { PII: 3, PHI: 4 };
const MOST_HOPS = 20;

export const atomText = (category: string, subtype: string, isPseudonymised: boolean, level: number): Atom =>
  category === '' ? `level ${String(level)}` : `${category}|${subtype}|${isPseudonymised ? 'hash' : 'plain'}`;

/** What each column carries that it does not say itself, with hops; up to 21, which is one too many. */
export function expectedLabels(world: World): string[] {
  let personal = new Set<string>();
  for (;;) {
    const carried = relax(world, personal);
    const found = personalGroups(world, carried);
    if (found.size === personal.size) return listed(carried);
    personal = found;
  }
}

function listed(carried: Carried): string[] {
  return [...carried]
    .flatMap(([column, atoms]) => [...atoms].map(([atom, hops]) => ({ column, atom, hops })))
    .filter(({ hops }) => hops > 0)
    .map(({ column, atom, hops }) => `${String(column)}: ${atom} @${String(hops)}`)
    .sort();
}

function relax(world: World, personal: ReadonlySet<string>): Carried {
  const { columns, edges } = world;
  const carried: Carried = new Map(
    columns.map((column) => [column.id, new Map(saidAtoms(column).map((atom) => [atom, 0]))]),
  );
  const byId = new Map(columns.map((column) => [column.id, column]));
  for (let isMoving = true; isMoving;) {
    isMoving = false;
    for (const edge of edges) {
      const target = byId.get(edge.to);
      if (edge.kind === 'INDIRECT' || !target || target.isExact) continue;
      if (cross(edge, carried, world.blocks, personal.has(groupOf(edge, target)))) isMoving = true;
    }
  }
  return carried;
}

/** Whether something new, or nearer, came over. */
function cross(edge: WorldEdge, carried: Carried, blocks: World['blocks'], isPersonal: boolean): boolean {
  const arriving = [...(carried.get(edge.from) ?? [])]
    .filter(([atom, hops]) => hops <= MOST_HOPS && !isBlocked(edge, atom, blocks))
    .map(([atom, hops]) => ({ atom: through(atom, edge, isPersonal), hops: hops + 1 }));
  let isNew = false;
  for (const { atom, hops } of arriving) {
    if (atom === null || (carried.get(edge.to)?.get(atom) ?? Infinity) <= hops) continue;
    carried.get(edge.to)?.set(atom, hops);
    isNew = true;
  }
  return isNew;
}

function isBlocked(edge: WorldEdge, atom: Atom, blocks: World['blocks']): boolean {
  const block = blocks.find(({ from, to }) => from === edge.from && to === edge.to);
  return block !== undefined && (block.categories.length === 0 || block.categories.includes(categoryOf(atom)));
}

const groupOf = (edge: WorldEdge, target: WorldColumn): string => `${String(edge.statement)}/${String(target.asset)}`;

function personalGroups({ columns, edges }: World, carried: Carried): Set<string> {
  const byId = new Map(columns.map((column) => [column.id, column]));
  const groups = edges.flatMap((edge) => {
    const target = byId.get(edge.to);
    if (edge.kind !== 'INDIRECT' || edge.subtype !== 'GROUP_BY' || !target) return [];
    const atoms = [...(carried.get(edge.from) ?? [])].filter(([, hops]) => hops <= MOST_HOPS);
    return atoms.some(([atom]) => ['PII', 'PHI'].includes(categoryOf(atom))) ? [groupOf(edge, target)] : [];
  });
  return new Set(groups);
}

const categoryOf = (atom: Atom): string => (atom.startsWith('level ') ? '' : (atom.split('|')[0] ?? ''));

function saidAtoms({ level, categories, subtypes }: WorldColumn): Atom[] {
  const atoms = categories.flatMap((category) => {
    const kinds = subtypes.filter((subtype) => subtype.startsWith(`${category.toLowerCase()}.`));
    return (kinds.length > 0 ? kinds : ['']).map((subtype) => atomText(category, subtype, false, 0));
  });
  const floor = Math.max(0, ...categories.map((category) => FLOOR[category] ?? 0));
  return level !== null && level > floor ? [...atoms, `level ${String(level)}`] : atoms;
}

const COUNTS = ['count', 'count_distinct'];
const MEASURES = ['sum', 'avg', null];

function through(atom: Atom, edge: WorldEdge, isPersonal: boolean): Atom | null {
  if (edge.masking) return isStandIn(edge) ? pseudonymised(atom) : dropped(atom);
  if (edge.subtype !== 'AGGREGATION') return atom;
  const isMeasure = MEASURES.includes(edge.function);
  return COUNTS.includes(edge.function ?? '') || (isMeasure && !isPersonal) ? dropped(atom) : atom;
}

const isStandIn = ({ maskingKind }: WorldEdge): boolean => ['hash', 'encrypt', 'tokenize'].includes(maskingKind ?? '');

function pseudonymised(atom: Atom): Atom {
  if (atom.startsWith('level ')) return atom === 'level 4' ? 'level 3' : atom;
  return atom.replace('|plain', '|hash');
}

function dropped(atom: Atom): Atom | null {
  if (atom.startsWith('level ')) return atom === 'level 1' ? atom : 'level 2';
  return FLOOR[categoryOf(atom)] === undefined ? null : 'level 2';
}
