import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { countNamed, runNamed } from '../../../database/run-named';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const ADD_NAMESPACES = query('add-namespaces');
const PLACE = query('place-refs');
const MATCH_IDS = query('match-ids');
const MATCH_EXACT = query('match-exact');
const MATCH_VERBATIM = query('match-verbatim');
const MATCH_CASE = query('match-case');
const MATCH_PARTIAL = query('match-partial');
const MATCH_FULL = query('match-full');
const MATCH_RENAMED = query('match-renamed');
const MATCH_KEYS = query('match-keys');
const TIE_ALIASES = query('tie-aliases');
const CREATE = query('create-assets');
const ADD_IDENTIFIERS = query('add-identifiers');
const DEMOTE = query('demote-primary-identifiers');
const PROMOTE = query('promote-identifiers');
const REFUSED_ALIASES = query('refused-aliases');
const STUBS = query('list-stubs');

/** Who speaks, as a row of `source`. */
export interface SourceRow {
  readonly id: number;
  readonly name: string;
  readonly scope: string;
}

/** A declared spelling that stands for another asset already, and so was not taken. */
export interface RefusedAlias {
  readonly key: string;
  readonly raw_name: string;
  readonly asset_id: string;
}

/** An asset made because something refers to it. */
export interface MadeStub {
  readonly raw_name: string;
  readonly said_by: string;
  readonly asset_id: string;
}

/** What a patch names, by how: an asset is looked up only in the ways that occur. */
export interface NamedAssets {
  readonly names: number;
  /** Names with quotes that may or may not be meant. */
  readonly verbatims: number;
  /** Names whose leading parts are missing. */
  readonly partials: number;
  readonly keys: number;
  readonly ids: number;
  /** Further spellings that statements declare. */
  readonly aliases: number;
}

/** One way of finding the assets of names. */
interface Way {
  readonly match: string;
  readonly values?: readonly unknown[];
  /** The name that it finds may be better than the asset's primary one. */
  readonly isBetter?: boolean;
}

/** In this order; those that fit no name of the patch are left out. */
const waysOf = ({ verbatims, partials }: NamedAssets): readonly Way[] => [
  { match: MATCH_EXACT },
  ...(verbatims > 0 ? [{ match: MATCH_VERBATIM }] : []),
  { match: MATCH_CASE, isBetter: true },
  ...(partials > 0 ? [{ match: MATCH_PARTIAL }] : []),
  { match: MATCH_FULL, isBetter: true },
];

/** One way after the other until every name has its asset. Gives how many have none, and whether a better name came up. */
async function matchNames(tx: EntityManager, ways: readonly Way[]): Promise<Found> {
  let unresolved = Number.POSITIVE_INFINITY;
  let isBetter = false;
  for (const way of ways) {
    if (unresolved === 0) break;
    const [row] = await runNamed<{ unresolved: number }>(tx, way.match, way.values);
    const left = row?.unresolved ?? 0;
    isBetter ||= way.isBetter === true && left < unresolved;
    unresolved = left;
  }
  return { unresolved, isBetter };
}

interface Found {
  readonly unresolved: number;
  readonly isBetter: boolean;
}

async function addIdentifiers(tx: EntityManager, source: SourceRow, isBetter: boolean): Promise<number> {
  const added = await countNamed(tx, ADD_IDENTIFIERS, [source.id]);
  const demoted = isBetter ? await countNamed(tx, DEMOTE) : 0;
  return demoted === 0 ? added : added + demoted + (await countNamed(tx, PROMOTE));
}

/** Gives each name its namespace, made if it is new. Returns rows written. */
async function placeNames(tx: EntityManager): Promise<number> {
  const [row] = await runNamed<{ unplaced: number }>(tx, PLACE);
  if (row?.unplaced === 0) return 0;
  const written = await countNamed(tx, ADD_NAMESPACES);
  await runNamed(tx, PLACE);
  return written;
}

/** What resolving did: rows written, and assets made only because something refers to them. */
export interface Resolution {
  readonly written: number;
  readonly stubs: number;
}

/**
 * Finds or makes the asset of every staged name, key and id; subjects before what they refer to, so that a name that
 * fits a new subject finds it. Keys and ids that nobody knows stay unresolved.
 */
export async function resolveIdentities(tx: EntityManager, source: SourceRow, named: NamedAssets): Promise<Resolution> {
  if (named.ids > 0) await runNamed(tx, MATCH_IDS);
  const resolution = named.names > 0 ? await resolveNames(tx, source, named) : { written: 0, stubs: 0 };
  if (named.keys > 0) await runNamed(tx, MATCH_KEYS, [source.id, source.name, source.scope]);
  return resolution;
}

async function resolveNames(tx: EntityManager, source: SourceRow, named: NamedAssets): Promise<Resolution> {
  let written = await placeNames(tx);
  const ways = waysOf(named);
  const found = await matchNames(tx, [...ways, { match: MATCH_RENAMED, values: [source.id], isBetter: true }]);
  const created = found.unresolved > 0 ? await countNamed(tx, CREATE, ['ACTIVE']) : 0;
  written += created + (await addIdentifiers(tx, source, found.isBetter));
  // Each asset resolves at least the name it was made for.
  if (found.unresolved === created) return { written, stubs: 0 };
  const isBetter = created > 0 && (await matchNames(tx, ways)).isBetter;
  if (named.aliases > 0) await runNamed(tx, TIE_ALIASES);
  const stubs = await countNamed(tx, CREATE, ['STUB']);
  written += stubs + (await addIdentifiers(tx, source, isBetter));
  return { written, stubs };
}

/** Declared spellings that were not taken, in the order of the patch. */
export function listRefusedAliases(tx: EntityManager): Promise<RefusedAlias[]> {
  return runNamed<RefusedAlias>(tx, REFUSED_ALIASES);
}

/** Assets made as stubs by the patch, in its order. */
export function listStubs(tx: EntityManager): Promise<MadeStub[]> {
  return runNamed<MadeStub>(tx, STUBS);
}
