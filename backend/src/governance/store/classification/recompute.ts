import type { EntityManager } from 'typeorm';
import { lockCatalogForWriting } from '../../../catalog';
import { copyOut, loadSql } from '../../../database';
import { copyRows, type CopyValue } from '../../../database/copy-rows';
import { LabelEdges } from '../../domain/classification/label-edges';
import { LabelSpread, type Atom, type Barriers, type SaidLabel } from '../../domain/classification/label-spread';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const FRONTIER = query('copy-frontier');
const EDGES = query('copy-carrying-edges');
const EDGE_FIELDS = 5;
const SAID = query('said-labels');
const RULES = query('propagation-rules');
const GROUPING = query('grouping-columns');
const DERIVED = query('copy-derived');
const DERIVED_FIELDS = 6;
const LABELS = query('copy-labels');
const REGION = query('copy-region');

interface RulesRow {
  readonly atoms: readonly Atom[];
  readonly exact: readonly number[];
  readonly blocks: readonly {
    readonly upstreamId: number;
    readonly downstreamId: number;
    readonly categories: string[];
  }[];
}

/**
 * Computes everything anew, in memory, and stages the columns for which something else follows than is stored.
 *
 * Reads the edges of a column when the first label reaches it, so what nothing reaches costs nothing; 0.1 KB of memory
 * per label. The catalog is locked from the moment that what is stored is read.
 */
export async function recompute(tx: EntityManager): Promise<void> {
  const spread = await spreadAll(tx);
  await lockCatalogForWriting(tx);
  await stageDifference(tx, spread);
}

/** Once more whenever a measure turns out to be grouped by something personal. */
async function spreadAll(tx: EntityManager): Promise<LabelSpread> {
  const { atoms, barriers } = await readRules(tx);
  const said = await readSaid(tx);
  const edges = new LabelEdges();
  const grouping: (readonly number[])[] = [];
  const personalGroups = new Set<number>();
  for (;;) {
    const spread = new LabelSpread(atoms, said, edges, personalGroups, barriers);
    do await readEdges(tx, edges, spread.missingColumns());
    while (spread.advance());
    await readGrouping(tx, edges, grouping);
    if (!addPersonal(personalGroups, grouping, spread.personalColumns())) return spread;
  }
}

function addPersonal(
  groups: Set<number>,
  grouping: readonly (readonly number[])[],
  personal: ReadonlySet<number>,
): boolean {
  const before = groups.size;
  grouping.forEach((columns, group) => {
    if (columns.some((column) => personal.has(column))) groups.add(group);
  });
  return groups.size > before;
}

async function readRules(tx: EntityManager): Promise<{ atoms: readonly Atom[]; barriers: Barriers }> {
  const [row] = await tx.query<RulesRow[]>(RULES);
  if (!row) throw new Error('No rules of propagation');
  const blocks = new Map<number, Map<number, readonly string[]>>();
  for (const { upstreamId, downstreamId, categories } of row.blocks) {
    const below = blocks.get(upstreamId) ?? new Map<number, readonly string[]>();
    blocks.set(upstreamId, below.set(downstreamId, categories));
  }
  return { atoms: row.atoms, barriers: { exact: new Set(row.exact), blocks } };
}

async function readSaid(tx: EntityManager): Promise<SaidLabel[]> {
  const [row] = await tx.query<{ column_ids: string[]; atom_ids: number[] }[]>(SAID);
  const atomIds = row?.atom_ids ?? [];
  return (row?.column_ids ?? []).map((id, place) => ({ columnId: Number(id), atomId: atomIds[place] ?? 0 }));
}

async function readEdges(tx: EntityManager, edges: LabelEdges, columns: readonly number[]): Promise<void> {
  if (columns.length === 0) return;
  await tx.query('truncate stage_frontier');
  await copyRows(
    tx,
    FRONTIER,
    columns.map((column) => [column]),
  );
  await tx.query('analyze stage_frontier');
  await copyOut(tx, EDGES, EDGE_FIELDS, (bytes, start) => {
    const effect = bytes.readInt16BE(start + 28);
    const group = { assertionId: bigintAt(bytes, start + 34), assetId: bigintAt(bytes, start + 46) };
    edges.add(bigintAt(bytes, start + 4), bigintAt(bytes, start + 16), effect, group.assertionId === 0 ? null : group);
  });
}

/** Fills in, by group, the columns that its rows are grouped by; those that are known are not asked for again. */
async function readGrouping(tx: EntityManager, edges: LabelEdges, grouping: (readonly number[])[]): Promise<void> {
  const fresh = edges.groups.slice(grouping.length);
  if (fresh.length === 0) return;
  const rows = await tx.query<{ assertion_id: string; asset_id: string; column_ids: string[] }[]>(GROUPING, [
    [...new Set(fresh.map(({ assertionId }) => assertionId))],
  ]);
  const found = new Map(rows.map((row) => [`${row.assertion_id}:${row.asset_id}`, row.column_ids.map(Number)]));
  for (const { assertionId, assetId } of fresh) {
    grouping.push(found.get(`${String(assertionId)}:${String(assetId)}`) ?? []);
  }
}

async function stageDifference(tx: EntityManager, spread: LabelSpread): Promise<void> {
  const { differing, kept } = await compareWithStored(tx, spread);
  spread.columns.forEach((column, place) => {
    if (spread.hops[place] !== 0 && kept[place] === 0) differing.add(column);
  });
  await copyRows(
    tx,
    REGION,
    [...differing].map((column) => [column, 0]),
  );
  const labels: CopyValue[][] = [];
  spread.columns.forEach((column, place) => {
    if (spread.hops[place] !== 0 && differing.has(column)) labels.push(rowOf(spread, place));
  });
  await copyRows(tx, LABELS, labels);
}

const rowOf = (spread: LabelSpread, place: number): CopyValue[] => [
  spread.columns[place] ?? 0,
  spread.idOf(spread.carried[place] ?? 0),
  spread.hops[place] ?? 0,
  spread.origins[place] ?? 0,
  spread.vias[place] ?? 0,
  spread.idOf(spread.viaAtoms[place] ?? 0),
];

/** Columns of which something is stored that does not hold, and by place of a label whether it is stored as it is. */
async function compareWithStored(
  tx: EntityManager,
  spread: LabelSpread,
): Promise<{ differing: Set<number>; kept: Uint8Array }> {
  const differing = new Set<number>();
  const kept = new Uint8Array(spread.columns.length);
  await copyOut(tx, DERIVED, DERIVED_FIELDS, (bytes, start) => {
    const column = bigintAt(bytes, start + 4);
    const place = spread.find(column, bytes.readInt32BE(start + 16));
    if (place !== undefined && isStored(spread, place, bytes, start)) kept[place] = 1;
    else differing.add(column);
  });
  return { differing, kept };
}

function isStored(spread: LabelSpread, place: number, bytes: Buffer, start: number): boolean {
  return (
    spread.hops[place] === bytes.readInt16BE(start + 24) &&
    spread.origins[place] === bigintAt(bytes, start + 30) &&
    spread.vias[place] === bigintAt(bytes, start + 42) &&
    spread.idOf(spread.viaAtoms[place] ?? 0) === bytes.readInt32BE(start + 54)
  );
}

const bigintAt = (bytes: Buffer, start: number): number =>
  bytes.readInt32BE(start) * 0x1_0000_0000 + bytes.readUInt32BE(start + 4);
