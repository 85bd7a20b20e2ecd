import type { EntityManager } from 'typeorm';
import { copyRows, type CopyValue } from '../../../database/copy-rows';
import { loadSql } from '../../../database/load-sql';
import { runNamed } from '../../../database/run-named';
import type { AssertedFacts } from '../../domain/projection-claims';

const GATE = loadSql(__dirname, 'queries/gate-statements.sql');
const SAID = loadSql(__dirname, 'queries/keys-said.sql');
const REFUSED = loadSql(__dirname, 'queries/note-refused.sql');
const REFS = loadSql(__dirname, 'queries/stage-refs.sql');
const STATEMENTS = loadSql(__dirname, 'queries/stage-statements.sql');
const ALIASES = loadSql(__dirname, 'queries/stage-aliases.sql');
const CODE = loadSql(__dirname, 'queries/stage-code.sql');
const STALE = loadSql(__dirname, 'queries/count-stale-gates.sql');

/** An asset that a patch names. NAME: by a canonical spelling; KEY: by a source's key; ID: by the catalog's own id. */
export interface StagedRef {
  readonly no: number;
  readonly kind: 'NAME' | 'KEY' | 'ID';
  /** The key or the id. */
  readonly key?: string;
  readonly namespace?: string;
  readonly name?: string;
  readonly verbatim?: string | null;
  readonly platform?: string;
  readonly is_weak?: boolean;
  readonly is_partial?: boolean;
  readonly quoting_known?: boolean;
  /** A job and a dataset of one name are two things. */
  readonly is_job?: boolean;
  readonly raw_namespace?: string;
  readonly raw_name?: string;
  /** Type of an asset made for it, when nobody says one. */
  readonly default_type?: string;
  /** Key of the statement that first names it. */
  readonly said_by: string;
}

export interface StagedStatement {
  readonly no: number;
  readonly key: string;
  readonly hash: string;
  readonly subject_ref: number;
  readonly subject_key: string | null;
  readonly vouches: boolean;
  readonly facts: AssertedFacts;
  readonly says_edges: boolean;
  readonly says_column_edges: boolean;
}

export interface StagedAlias {
  readonly statement_no: number;
  readonly ref_no: number;
}

export interface StagedCode {
  readonly hash: string;
  readonly text: string;
}

/** Notes the statements as said, and gives the keys of those that their source has said before in the same words. */
export async function gateStatements(
  tx: EntityManager,
  sourceId: number | null,
  keys: readonly string[],
  hashes: readonly string[],
): Promise<Set<string>> {
  const rows = await runNamed<{ key: string }>(tx, GATE, [sourceId, keys, hashes]);
  return new Set(rows.map(({ key }) => key));
}

/** Those of the keys that a source has something to say of. */
export async function keysSaidBy(tx: EntityManager, sourceId: number, keys: readonly string[]): Promise<Set<string>> {
  const rows = await runNamed<{ key: string }>(tx, SAID, [sourceId, keys]);
  return new Set(rows.map(({ key }) => key));
}

/** Notes keys as said that could not be taken in: what was said under them before is not closed for it. */
export async function noteRefused(tx: EntityManager, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await runNamed(tx, REFUSED, [keys]);
}

/** How many statements were let pass as unchanged that another transaction has changed since; call under the write lock. */
export async function countStaleGates(tx: EntityManager, sourceId: number | null): Promise<number> {
  const [row] = await runNamed<{ stale: number }>(tx, STALE, [sourceId]);
  return row?.stale ?? 0;
}

/** In the order of stage-refs.sql. */
const REF_COLUMNS = [
  'no',
  'kind',
  'key',
  'namespace',
  'name',
  'verbatim',
  'platform',
  'is_weak',
  'is_partial',
  'quoting_known',
  'is_job',
  'raw_namespace',
  'raw_name',
  'default_type',
  'said_by',
] as const satisfies readonly (keyof StagedRef)[];

const refRow = (ref: StagedRef): CopyValue[] => REF_COLUMNS.map((column) => ref[column] ?? null);

const statementRow = (statement: StagedStatement): CopyValue[] => [
  statement.no,
  statement.key,
  statement.hash,
  statement.subject_ref,
  statement.subject_key,
  statement.vouches,
  JSON.stringify(statement.facts),
  statement.says_edges,
  statement.says_column_edges,
];

/** Each number once in the whole patch; before the statements that use it are resolved. */
export const stageRefs = (tx: EntityManager, refs: readonly StagedRef[]): Promise<number> =>
  copyRows(tx, REFS, refs.map(refRow));
/** Statements that are new or differ from before; each key once in the whole patch. */
export const stageStatements = (tx: EntityManager, statements: readonly StagedStatement[]): Promise<number> =>
  copyRows(tx, STATEMENTS, statements.map(statementRow));
/** Other spellings of the subjects of staged statements. */
export const stageAliases = (tx: EntityManager, aliases: readonly StagedAlias[]): Promise<number> =>
  copyRows(
    tx,
    ALIASES,
    aliases.map(({ statement_no: no, ref_no: ref }) => [no, ref]),
  );
/** Texts of code, each hash once in the whole patch. */
export const stageCode = (tx: EntityManager, code: readonly StagedCode[]): Promise<number> =>
  copyRows(
    tx,
    CODE,
    code.map(({ hash, text }) => [hash, text]),
  );
