import type { Statement } from './metadata-patch';

/* oxlint-disable typescript/require-await -- a patch is a stream; this one is already here */
/** Statements that are already here, as the stream that a patch is: one batch, also when there are none. */
export async function* inOneBatch(statements: readonly Statement[]): AsyncGenerator<readonly Statement[]> {
  yield statements;
}
