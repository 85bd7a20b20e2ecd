/** What runs in an analysing thread: one text after the other. Started by `sql-pool.ts`. */
import { parentPort } from 'node:worker_threads';
import type { SqlAnalysis, SqlInput } from '../analysis';
import { analyzeSql } from '../analyze';

/** What the thread says: first that it is ready, then an answer for each text. */
export type FromThread = 'ready' | SqlAnalysis;

// Loading the parser is no text's own time.
analyzeSql({ sql: 'select 1', dialect: 'generic', tables: [] });
parentPort?.postMessage('ready' satisfies FromThread);

parentPort?.on('message', (input: SqlInput) => {
  parentPort?.postMessage(analyzeSql(input) satisfies FromThread);
});
