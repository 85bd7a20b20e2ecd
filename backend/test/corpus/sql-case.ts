import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { KnownTable } from '../../src/sql';

/** A text with the column edges that somebody else's engine, or its authors, found in it. */
export interface SqlCase {
  readonly source: 'datahub' | 'sqllineage' | 'hive-logger' | 'hive-posthook';
  readonly name: string;
  readonly dialect: string;
  readonly sql: string;
  readonly tables: readonly KnownTable[];
  readonly defaults: { readonly database?: string; readonly schema?: string };
  /** `table.column < table.column`, lower case, downstream first; a bare query's table is empty. */
  readonly expected: ReadonlySet<string>;
  /** `table.column` that the expectation leaves out: nothing is said about what is found for them. */
  readonly untold: ReadonlySet<string>;
  /** Statements before the one that is told about: they make tables that it reads. */
  readonly before?: readonly string[];
}

/** Nothing is left untold. */
export const NONE: ReadonlySet<string> = new Set();

/** The documents of a file of JSON lines; none without the file. */
export const linesOf = (folder: string, path: string): unknown[] => {
  const file = join(folder, 'column-lineage', path);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
};

/** As `SqlCase.expected` spells it. */
export const edge = (down: readonly string[], up: readonly string[]): string =>
  `${down.join('.').toLowerCase()} < ${up.join('.').toLowerCase()}`;

/** A table whose columns are all known. */
export const known = (name: string, columns: readonly string[]): KnownTable => ({
  id: name,
  name: name.split('.'),
  columns,
  isComplete: true,
});
