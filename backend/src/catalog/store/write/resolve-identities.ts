import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database/load-sql';
import { countWritten } from './count-written';

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

async function matchNames(tx: EntityManager): Promise<void> {
  for (const match of MATCH_NAMES) await tx.query(match);
}

async function addIdentifiers(tx: EntityManager, source: SourceRow): Promise<number> {
  const added = await countWritten(tx, ADD_IDENTIFIERS, [source.id]);
  const demoted = await countWritten(tx, DEMOTE, []);
  return demoted === 0 ? added : added + demoted + (await countWritten(tx, PROMOTE, []));
}

/**
 * Finds or makes the asset of every staged name, key and id; subjects before what they refer to, so that a name that
 * fits a new subject finds it. Keys and ids that nobody knows stay unresolved.
 *
 * @returns rows written
 */
export async function resolveIdentities(tx: EntityManager, source: SourceRow): Promise<number> {
  let written = await countWritten(tx, ADD_NAMESPACES, []);
  await tx.query(PLACE);
  await tx.query(MATCH_IDS);
  await matchNames(tx);
  await tx.query(MATCH_RENAMED, [source.id]);
  const created = await countWritten(tx, CREATE, ['ACTIVE']);
  written += created + (await addIdentifiers(tx, source));
  if (created > 0) await matchNames(tx);
  await tx.query(TIE_ALIASES);
  written += await countWritten(tx, CREATE, ['STUB']);
  written += await addIdentifiers(tx, source);
  await tx.query(MATCH_KEYS, [source.id, source.name, source.scope]);
  return written;
}

/** Declared spellings that were not taken, in the order of the patch. */
export function listRefusedAliases(tx: EntityManager): Promise<RefusedAlias[]> {
  return tx.query<RefusedAlias[]>(REFUSED_ALIASES);
}

/** Assets made as stubs by the patch, in its order. */
export function listStubs(tx: EntityManager): Promise<MadeStub[]> {
  return tx.query<MadeStub[]>(STUBS);
}
