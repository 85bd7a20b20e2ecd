import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The text of one query file, for a module-level constant: `loadSql(__dirname, 'queries/walk-upstream.sql')`.
 *
 * Read when the module loads, so a missing file stops the start and not a request.
 */
export function loadSql(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}
