import type { IncomingMessage } from 'node:http';
import { PassThrough } from 'node:stream';

import busboy from 'busboy';

import { invalid } from '../../shared/errors';
import type { IncomingPart } from '../incoming-part';

const MAX_PARTS = 8;
const PART_NAME = /^[a-z][a-z0-9_]{0,63}$/;

/**
 * The files of a multipart request, one after the other, as they come off the wire.
 *
 * A part must be read to its end before the next is given: the parser waits for its reader.
 * @throws DomainError INVALID for a malformed body, a field that is not a file, a bad part name, too many parts.
 */
export async function* readMultipart(request: IncomingMessage): AsyncGenerator<IncomingPart> {
  const queue = new PartQueue();
  const parser = openParser(request);
  // A part without a name comes as undefined, whatever the types say.
  parser.on('file', (name: string | undefined, stream) => {
    if (name === undefined || !PART_NAME.test(name)) {
      stream.resume();
      queue.fail(invalid(`Part name ${JSON.stringify(name ?? '')}: lower-case letters, digits and _ only`));
      return;
    }
    queue.push({ name, stream });
  });
  parser.on('field', (name) => {
    queue.fail(invalid(`Field ${JSON.stringify(name)} is not a file: parameters go into the query string`));
  });
  parser.on('filesLimit', () => {
    queue.fail(invalid(`More than ${String(MAX_PARTS)} parts`));
  });
  parser.on('error', () => {
    queue.fail(invalid('The multipart body is malformed or cut short'));
  });
  parser.on('close', () => {
    queue.end();
  });
  whenSenderLeaves(request, (error) => {
    queue.fail(error);
    parser.destroy();
  });
  request.pipe(parser);
  try {
    yield* queue.parts();
  } finally {
    discardRest(request);
  }
}

/** The whole body as one part, for senders that post a bare document. */
export async function* readBody(request: IncomingMessage, name: string): AsyncGenerator<IncomingPart> {
  const stream = new PassThrough();
  whenSenderLeaves(request, (error) => stream.destroy(error));
  request.pipe(stream);
  try {
    yield await Promise.resolve({ name, stream });
  } finally {
    discardRest(request);
  }
}

/** A refusal comes before the sender is done: what it still sends must not keep its connection from the next request. */
function discardRest(request: IncomingMessage): void {
  request.unpipe();
  request.resume();
}

/** @throws DomainError INVALID when it has left already: no event would tell us any more, and the body never ends. */
function whenSenderLeaves(request: IncomingMessage, stop: (error: Error) => void): void {
  const error = invalid('The sender went away before the body was complete');
  if (request.destroyed && !request.complete) throw error;
  request.once('close', () => {
    if (!request.complete) stop(error);
  });
}

function openParser(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({ headers: request.headers, limits: { files: MAX_PARTS, fields: 1, fieldSize: 1024, parts: 32 } });
  } catch (error) {
    throw invalid(`Content-Type: ${(error as Error).message}`);
  }
}

/** Hands parts from the parser's events to one reader. */
class PartQueue {
  private readonly waiting: IncomingPart[] = [];
  private wake: (() => void) | null = null;
  private failure: Error | null = null;
  private isOver = false;

  push(part: IncomingPart): void {
    this.waiting.push(part);
    this.wake?.();
  }

  fail(error: Error): void {
    this.failure ??= error;
    for (const part of this.waiting.splice(0)) part.stream.resume();
    this.wake?.();
  }

  end(): void {
    this.isOver = true;
    this.wake?.();
  }

  async *parts(): AsyncGenerator<IncomingPart> {
    for (;;) {
      if (this.failure !== null) throw this.failure;
      const part = this.waiting.shift();
      if (part !== undefined) {
        yield part;
        continue;
      }
      if (this.isOver) return;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
      this.wake = null;
    }
  }
}
