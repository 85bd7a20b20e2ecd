// @ts-check
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

const LIMIT_BYTES = 10_000_000;

/** A log that starts anew after 10 MB and keeps the one before as `<file>.1`. */
export class LogFile {
  /** @param {string} file */
  constructor(file) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    this.file = file;
    this.size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    this.lastLine = '';
  }

  /** @param {Buffer} chunk */
  append(chunk) {
    if (this.size > LIMIT_BYTES) {
      renameSync(this.file, `${this.file}.1`);
      this.size = 0;
    }
    appendFileSync(this.file, chunk, { mode: 0o600 });
    this.size += chunk.length;
    this.lastLine = chunk.toString('utf8').trimEnd().split('\n').at(-1) || this.lastLine;
  }
}
