// @ts-check
import { createWriteStream } from 'node:fs';
import { rename, unlink } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { failureOf, readJson } from '../client.mjs';
import { EXIT, Failure, usage } from '../failure.mjs';
import { textOption } from '../options.mjs';

const KINDS = ['assets', 'edges', 'column-edges', 'gate-snapshot'];

/**
 * `export assets|edges|column-edges|gate-snapshot`: lines to standard output or a file, gzipped where its name ends in
 * .gz; fails when the last line is missing.
 *
 * @param {import('../main.mjs').Context} context
 * @param {string[]} words
 */
export async function exportRows({ client, options, streams }, words) {
  const kind = words[0] ?? '';
  if (!KINDS.includes(kind)) throw usage(`export: one of ${KINDS.join(', ')}`);
  const parameters = new URLSearchParams();
  for (const name of ['source', 'namespace']) {
    const value = textOption(options, name);
    if (value !== undefined) parameters.set(name, value);
  }
  const body = await open(client, `/api/v1/export/${kind}?${parameters}`);
  const watch = new LastLine();
  const file = textOption(options, 'output');
  if (file !== undefined) await writeWhole(file, body, watch);
  else await pipeline(body, watch, streams.out, { end: false });
  if (!watch.isComplete()) throw new Failure(EXIT.refused, 'The export ended before its last line: it is not complete');
}

/**
 * @param {import('../client.mjs').Client} client
 * @param {string} path
 * @returns {Promise<Readable>}
 */
async function open(client, path) {
  const response = await client.fetch(path);
  if (response.ok && response.body !== null) {
    return Readable.fromWeb(/** @type {import('node:stream/web').ReadableStream} */ (response.body));
  }
  const { error } = await readJson(response);
  throw failureOf(error?.code, error?.message ?? `The service answered ${response.status}`, error);
}

/**
 * Writes beside the file and renames, so that a file with that name is always whole.
 *
 * @param {string} file
 * @param {Readable} body
 * @param {LastLine} watch
 */
async function writeWhole(file, body, watch) {
  const partial = `${file}.partial`;
  const pack = file.endsWith('.gz') ? [createGzip()] : [];
  await pipeline([body, watch, ...pack, createWriteStream(partial)]);
  if (watch.isComplete()) await rename(partial, file);
  else await unlink(partial);
}

/** Passes everything on and remembers the last line. */
class LastLine extends Transform {
  tail = '';

  /**
   * @override
   * @param {Buffer} piece
   * @param {BufferEncoding} _encoding
   * @param {import('node:stream').TransformCallback} done
   */
  _transform(piece, _encoding, done) {
    this.tail = (this.tail + piece.toString('utf8')).slice(-200);
    done(null, piece);
  }

  /** The service ends every whole export with {"complete":true…}. */
  isComplete() {
    return (this.tail.trimEnd().split('\n').at(-1) ?? '').startsWith('{"complete":true');
  }
}
