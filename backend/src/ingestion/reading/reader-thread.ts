import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';

import { DomainError, invalid } from '../../shared/errors';
import type { StoredPart } from './stored-parts';
import type { FromThread, Refused, ThreadInput, Told, ToThread } from './thread-messages';

/** Compiled or not, as this file is. */
const ENTRY = join(__dirname, `thread${extname(__filename)}`);

/** Room for short-lived objects: what a batch is made of is gone before it has to be moved. */
const YOUNG_MB = 48;

/** One thread that reads one delivery: serves it the stored bytes it asks for, and hands over what it tells, in order. */
export class ReaderThread {
  private readonly worker: Worker;
  private readonly told: (Told | Refused)[] = [];
  private readonly streams = new Map<number, AsyncIterator<Buffer>>();
  private failure: Error | null = null;
  private wake: (() => void) | null = null;

  constructor(
    input: ThreadInput,
    private readonly parts: ReadonlyMap<string, StoredPart>,
    maxHeapMb: number,
  ) {
    this.worker = new Worker(ENTRY, {
      workerData: input,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.worker.on('message', (message: FromThread) => {
      this.receive(message);
    });
    this.worker.on('error', (error) => {
      this.fail(understood(error, maxHeapMb));
    });
    this.worker.on('exit', (code) => {
      this.fail(new Error(`The reading thread ended with ${String(code)} before it was done`));
    });
  }

  /**
   * What the thread tells next, again and again until `step`.
   *
   * @throws DomainError what the connector refuses, and INVALID when the document needs too much memory.
   */
  async peek(): Promise<Told> {
    for (;;) {
      const [told] = this.told;
      if (told?.kind === 'refused') throw new DomainError(told.code, told.message, told.details);
      if (told !== undefined) return told;
      if (this.failure !== null) throw this.failure;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** Goes on to what follows. */
  step(): void {
    if (this.told.shift()?.kind === 'statements') this.post({ kind: 'taken' });
  }

  async close(): Promise<void> {
    await this.worker.terminate();
    for (const stream of this.streams.values()) await stream.return?.();
  }

  private receive(message: FromThread): void {
    if (message.kind === 'pull') {
      this.serve(message.stream, message.part).catch((error: unknown) => {
        this.fail(error as Error);
      });
    } else if (message.kind === 'close') {
      void this.streams.get(message.stream)?.return?.();
    } else {
      this.told.push(message);
      this.wake?.();
    }
  }

  private async serve(stream: number, part: string): Promise<void> {
    const pieces = this.streams.get(stream) ?? this.open(stream, part);
    const next = await pieces.next();
    // A copy of its own: what the driver gives is a window on a larger buffer, and all of that would go along.
    const bytes = next.done === true ? null : new Uint8Array(next.value);
    this.post({ kind: 'piece', stream, bytes }, bytes === null ? [] : [bytes.buffer]);
  }

  private open(stream: number, part: string): AsyncIterator<Buffer> {
    const stored = this.parts.get(part);
    if (stored === undefined) throw new Error(`The reading thread asks for part ${part}`);
    const pieces = stored.open()[Symbol.asyncIterator]();
    this.streams.set(stream, pieces);
    return pieces;
  }

  private post(message: ToThread, transferred: readonly ArrayBuffer[] = []): void {
    this.worker.postMessage(message, transferred);
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake?.();
  }
}

function understood(error: unknown, maxHeapMb: number): Error {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return invalid(`The document needs more than ${String(maxHeapMb)} MB of memory to be read`);
  }
  return error instanceof Error ? error : new Error(String(error));
}
