import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { countNamed, runNamed } from '../../../database/run-named';

const query = (name: string): string => loadSql(__dirname, `queries/${name}.sql`);

const ADD_NAMESPACES = query('add-namespaces');
const PLACE = query('place-refs');
const MATCH_IDS = query('match-ids');
const MATCH_NAMES = ['match-exact', 'match-verbatim', 'match-case', 'match-partial', 'match-full'].map(query);
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
  readonly keys: number;
  readonly ids: number;
  /** Further spellings that statements declare. */
  readonly aliases: number;
}

/** One way after the other until every name has its asset. Returns how many have none. */
async function matchNames(tx: EntityManager): Promise<number> {
  let unresolved = 1;
  for (const match of MATCH_NAMES) if (unresolved > 0) unresolved = await unresolvedAfter(tx, match);
  return unresolved;
}

async function unresolvedAfter(tx: EntityManager, match: string, values: readonly unknown[] = []): Promise<number> {
  const [row] = await runNamed<{ unresolved: number }>(tx, match, values);
  return row?.unresolved ?? 0;
}

async function addIdentifiers(tx: EntityManager, source: SourceRow): Promise<number> {
  const added = await countNamed(tx, ADD_IDENTIFIERS, [source.id]);
  const demoted = await countNamed(tx, DEMOTE);
  return demoted === 0 ? added : added + demoted + (await countNamed(tx, PROMOTE));
}

/**
 * Finds or makes the asset of every staged name, key and id; subjects before what they refer to, so that a name that
 * fits a new subject finds it. Keys and ids that nobody knows stay unresolved.
 *
 * @returns rows written
 */
export async function resolveIdentities(tx: EntityManager, source: SourceRow, named: NamedAssets): Promise<number> {
  if (named.ids > 0) await runNamed(tx, MATCH_IDS);
  const written = named.names > 0 ? await resolveNames(tx, source, named.aliases > 0) : 0;
  if (named.keys > 0) await runNamed(tx, MATCH_KEYS, [source.id, source.name, source.scope]);
  return written;
}

async function resolveNames(tx: EntityManager, source: SourceRow, hasAliases: boolean): Promise<number> {
  let written = await countNamed(tx, ADD_NAMESPACES);
  await runNamed(tx, PLACE);
  let unresolved = await matchNames(tx);
  if (unresolved > 0) unresolved = await unresolvedAfter(tx, MATCH_RENAMED, [source.id]);
  const created = unresolved > 0 ? await countNamed(tx, CREATE, ['ACTIVE']) : 0;
  written += created + (await addIdentifiers(tx, source));
  // Each asset resolves at least the name it was made for.
  if (unresolved === created) return written;
  if (created > 0) await matchNames(tx);
  if (hasAliases) await runNamed(tx, TIE_ALIASES);
  written += await countNamed(tx, CREATE, ['STUB']);
  return written + (await addIdentifiers(tx, source));
}

/** Declared spellings that were not taken, in the order of the patch. */
export function listRefusedAliases(tx: EntityManager): Promise<RefusedAlias[]> {
  return runNamed<RefusedAlias>(tx, REFUSED_ALIASES);
}

/** Assets made as stubs by the patch, in its order. */
export function listStubs(tx: EntityManager): Promise<MadeStub[]> {
  return runNamed<MadeStub>(tx, STUBS);
}
