// @ts-check
import { randomUUID } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';

/**
 * @typedef {object} Upload
 * @property {string} contentType
 * @property {number} byteCount of the whole body
 * @property {(onProgress: (sent: number) => void) => ReadableStream<Uint8Array>} open a fresh body, read from disk as it is sent
 */

/**
 * A multipart body of files, streamed: memory does not grow with their size.
 *
 * @param {ReadonlyMap<string, string>} files part name to path
 * @returns {Upload}
 */
export function multipartOf(files) {
  const boundary = `tributary-${randomUUID()}`;
  const pieces = [...files].map(([part, path]) => ({
    head: Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="${part}"; filename="${part}.json"\r\ncontent-type: application/json\r\n\r\n`,
    ),
    path,
    size: statSync(path).size,
  }));
  const tail = Buffer.from(`--${boundary}--\r\n`);
  const byteCount = pieces.reduce((sum, { head, size }) => sum + head.length + size + 2, tail.length);
  /** @param {(sent: number) => void} onProgress */
  async function* body(onProgress) {
    let sent = 0;
    for (const { head, path } of pieces) {
      yield head;
      for await (const piece of createReadStream(path)) {
        sent += piece.length;
        onProgress(sent);
        yield piece;
      }
      yield Buffer.from('\r\n');
    }
    yield tail;
  }
  return {
    contentType: `multipart/form-data; boundary=${boundary}`,
    byteCount,
    open: (onProgress) => ReadableStream.from(body(onProgress)),
  };
}
