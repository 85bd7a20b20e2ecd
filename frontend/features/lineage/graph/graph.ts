import type { AssetType, DiffPartsFragment } from '../../../graphql/generated/graphql';

/** The two ways out of an asset: `up` is towards the sources, `down` towards the consumers. */
export type Side = 'up' | 'down';

export const SIDES: readonly Side[] = ['up', 'down'];

/** What a card shows of an asset; everything else is asked for when its details are opened. */
export interface AssetSummary {
  readonly id: string;
  readonly namespace: string;
  readonly name: string;
  readonly displayName: string;
  readonly type: AssetType;
  readonly status: string;
  readonly statusReason: string | null;
  readonly platform: string;
  readonly layer: string | null;
  readonly owner: string | null;
  readonly tags: readonly string[];
  readonly level: string | null;
  readonly categories: readonly string[];
  readonly columnCount: number;
  /** Neither resolved nor waived; null without any. */
  readonly openViolations: { readonly total: number; readonly worst: string } | null;
}

/** A column of the column graph; there, each node is a column of its asset. */
export interface ColumnSummary {
  readonly name: string;
  readonly type: string | null;
  readonly level: string | null;
  readonly categories: readonly string[];
}

/** Neighbours of a node, drawn or not, as the API counts them for the moment shown. */
export interface Totals {
  readonly up: number;
  readonly down: number;
}

/** What became of an asset or an edge between two moments, and what caused it. */
export type Change = Pick<DiffPartsFragment['nodes'][number], 'difference' | 'columns'> & {
  readonly cause: NonNullable<DiffPartsFragment['nodes'][number]['cause']> | null;
};

export interface SceneEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: string;
  readonly jobs: readonly string[];
  readonly sources: readonly string[];
  readonly transformation: string | null;
  /** The value is masked on the way; only known of columns. */
  readonly masking: boolean;
  /** Between columns, where only whole assets are known to be connected. */
  readonly isWhole?: true;
  /** Only where two moments are compared. */
  readonly change?: Change;
}

/** An asset, or one of its columns, with its totals; `walked` names the sides that the depth of the view opens, steps of the reader aside. */
export interface SceneNode {
  readonly id: string;
  readonly asset: AssetSummary;
  readonly column: ColumnSummary | null;
  readonly totals: Totals;
  readonly walked: { readonly up: boolean; readonly down: boolean };
  /** Only where two moments are compared. */
  readonly change?: Change;
}

export interface Omission {
  readonly reason: string;
  readonly count: number;
  readonly message: string;
}

/** What a selector meant. */
export interface Selection {
  /** The selector in words. */
  readonly meaning: string;
  /** Assets selected, drawn or not; a lower bound when not complete. */
  readonly total: number;
  readonly isComplete: boolean;
  /** Distances count from here: the focus of the address when it is selected, else who stands among most; null when nothing is selected. */
  readonly root: string | null;
  /** The name of the focus of the address, which need not be selected. */
  readonly focusName: string;
}

/** One way by which an asset feeds another. */
export interface Way {
  /** From the one to the other. */
  readonly ids: readonly string[];
  readonly steps: readonly { readonly edge: SceneEdge; readonly maskedColumns: readonly string[] }[];
}

/** One answer of the API, or several put together: each node and each edge once. */
export interface Scene {
  readonly nodes: ReadonlyMap<string, SceneNode>;
  readonly edges: ReadonlyMap<string, SceneEdge>;
  readonly omitted: readonly Omission[];
  /** Only where assets were selected by a text. */
  readonly selection?: Selection;
  /** Only where ways were asked for: the shortest ones, shortest first. */
  readonly ways?: {
    readonly ways: readonly Way[];
    readonly isComplete: boolean;
    readonly omitted: readonly Omission[];
  };
}

export const EMPTY_SCENE: Scene = { nodes: new Map(), edges: new Map(), omitted: [] };

/** The one name of the edge between two nodes. */
export function edgeId(source: string, target: string): string {
  return `${source}>${target}`;
}

/** The one name of a column in a graph; asset ids hold no `#`. */
export function columnKey(assetId: string, column: string): string {
  return `${assetId}#${column}`;
}

/** The asset behind the name of a node: of a column, or of the asset itself. */
export function assetOf(id: string): string {
  const end = id.indexOf('#');
  return end < 0 ? id : id.slice(0, end);
}

/** The column that a node's name names; null for an asset. */
export function columnOf(id: string): string | null {
  const end = id.indexOf('#');
  return end < 0 ? null : id.slice(end + 1);
}

export function opposite(side: Side): Side {
  return side === 'up' ? 'down' : 'up';
}

/** Neighbours by node, both ways; every node of the scene has an entry, in the order of its edges. */
export interface Adjacency {
  readonly up: ReadonlyMap<string, readonly string[]>;
  readonly down: ReadonlyMap<string, readonly string[]>;
}

/** Who stands beside whom; edges with an end outside `ids` do not count. */
export function adjacencyOf(ids: Iterable<string>, edges: Iterable<{ source: string; target: string }>): Adjacency {
  const up = new Map<string, string[]>();
  const down = new Map<string, string[]>();
  for (const id of ids) {
    up.set(id, []);
    down.set(id, []);
  }
  for (const { source, target } of edges) {
    const consumers = down.get(source);
    const sources = up.get(target);
    if (!consumers || !sources) continue;
    consumers.push(target);
    sources.push(source);
  }
  return { up, down };
}

/**
 * Puts answers together, in their order; the first word about a node or an edge stands.
 *
 * Totals are the larger of what the answers say: one that walked a single side may know less.
 */
export function mergeScenes(scenes: readonly Scene[]): Scene {
  const nodes = new Map<string, SceneNode>();
  const edges = new Map<string, SceneEdge>();
  for (const scene of scenes) {
    for (const [id, node] of scene.nodes) nodes.set(id, joined(nodes.get(id), node));
    for (const [id, edge] of scene.edges) if (!edges.has(id)) edges.set(id, edge);
  }
  return { nodes, edges, omitted: scenes.flatMap((scene) => scene.omitted), ...answersIn(scenes) };
}

/** What only one of several answers says. */
function answersIn(scenes: readonly Scene[]): Pick<Scene, 'ways' | 'selection'> {
  const ways = scenes.find((scene) => scene.ways)?.ways;
  const selection = scenes.find((scene) => scene.selection)?.selection;
  return { ...(ways && { ways }), ...(selection && { selection }) };
}

function joined(known: SceneNode | undefined, heard: SceneNode): SceneNode {
  if (!known) return heard;
  return {
    ...known,
    totals: { up: Math.max(known.totals.up, heard.totals.up), down: Math.max(known.totals.down, heard.totals.down) },
    walked: { up: known.walked.up || heard.walked.up, down: known.walked.down || heard.walked.down },
  };
}
