import { createHash } from 'node:crypto';

import { invalid } from '../../../shared/errors';
import type { NoteStatement } from '../../metadata-patch';
import { understand } from './lenient';
import { Metadata } from './shapes';

const CLOCK_SKEW_MS = 5 * 60 * 1000;
const SCHEMA_URL = /\/dbt\/([a-z-]+)\/v(\d+)\.json$/;

/** Newest versions whose shape is known; later ones are read by the same shape, with a note. */
const NEWEST: Readonly<Record<string, number>> = { manifest: 12, catalog: 1, 'run-results': 6, sources: 3 };

/** Something for the ingestion report. */
export const note = (key: string, reason: string, outcome: 'NOTED' | 'REFUSED' = 'NOTED'): NoteStatement => ({
  kind: 'note',
  outcome,
  key,
  reason,
});

/**
 * An artifact's `metadata`; empty when it has none.
 *
 * @throws DomainError INVALID when it says that the document is another artifact than `artifact`.
 */
export function readMetadata(
  raw: unknown,
  part: string,
  artifact: string,
): { metadata: Metadata; notes: NoteStatement[] } {
  const understood = understand(Metadata, raw ?? {});
  if (!understood.ok) throw invalid(`${part}: metadata ${understood.reason}`, { part, rule: understood.reason });
  const notes = understood.oddities.map((oddity) => note(part, `metadata.${oddity}`));
  const [, said, version] = SCHEMA_URL.exec(understood.value.dbt_schema_version ?? '') ?? [];
  if (said !== undefined && said !== artifact) {
    throw invalid(`${part}: is a dbt ${said} artifact, not ${artifact}`, { part, rule: `must be ${artifact}` });
  }
  return { metadata: understood.value, notes: [...notes, ...newerNote(part, artifact, Number(version))] };
}

function newerNote(part: string, artifact: string, version: number): readonly NoteStatement[] {
  const newest = NEWEST[artifact];
  if (newest === undefined || !(version > newest)) return [];
  return [
    note(part, `${artifact} v${String(version)} is newer than any known here; read by the shape of v${String(newest)}`),
  ];
}

/** When the document was made: by its own word, but never in the future; when it was received if it does not say. */
export function observedAt(metadata: Metadata, receivedAt: Date): Date {
  const said = new Date(metadata.generated_at ?? Number.NaN);
  const latest = receivedAt.getTime() + CLOCK_SKEW_MS;
  if (Number.isNaN(said.getTime()) || said.getTime() > latest) return receivedAt;
  return said;
}

/**
 * The project's name: as given, as the manifest says (dbt ≥ 1.6), the package whose MD5 is the project's id, the id
 * itself, or the first package.
 */
export function projectName(given: string | null, metadata: Metadata, packages: readonly string[]): string | null {
  if (given !== null) return given;
  if (isName(metadata.project_name)) return metadata.project_name;
  const id = metadata.project_id;
  const byId = packages.find((name) => createHash('md5').update(name).digest('hex') === id);
  return byId ?? (isName(id) ? id : (packages[0] ?? null));
}

const isName = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text !== '' && text.length <= 500 && !text.includes('/');
