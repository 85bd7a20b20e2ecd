// @ts-check
import { writeFile } from 'node:fs/promises';

/**
 * Writes a result to the file that was asked for, else to standard output.
 *
 * @param {string} text
 * @param {string | undefined} file
 * @param {import('./main.mjs').Streams} streams
 */
export async function writeResult(text, file, streams) {
  if (file === undefined) streams.out.write(text);
  else await writeFile(file, text);
}
