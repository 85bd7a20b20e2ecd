import { Duplex } from 'node:stream';
import type { InProcessEngine } from './engine';
import { COPY_BEGINS, copyEnds, failureOf, messageAt, type Framed } from './messages';

const COPY = /^(?:\s|--[^\n]*\n)*copy\s[^;]*?\sfrom\s+stdin\b/i;
/** Letters after which a client waits for an answer: query, sync, flush, end. */
const ANSWERED = new Set(['', 'Q', 'S', 'H', 'X']);

/**
 * The connection of a `pg` client to a Postgres in this process: `new Client({ stream: () => new InProcessWire(engine) })`.
 *
 * So what runs there is planned, named, typed and refused exactly as by a server. `copy … from stdin`, which the engine
 * has no protocol for, is taken together here and read from memory.
 */
export class InProcessWire extends Duplex {
  private bytes: Buffer = Buffer.alloc(0);
  private isFirst = true;
  /** The statement that is being fed, and what came for it. */
  private copying: { readonly text: string; readonly pieces: Buffer[] } | null = null;

  constructor(private readonly engine: InProcessEngine) {
    super();
  }

  /** As a socket: there is nothing to wait for. */
  connect(): this {
    queueMicrotask(() => this.emit('connect'));
    return this;
  }

  /** As a socket; nothing is delayed here. */
  setNoDelay(): this {
    return this;
  }

  /** As a socket; nothing can break here. */
  setKeepAlive(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed when they come.
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.bytes = this.bytes.length === 0 ? piece : Buffer.concat([this.bytes, piece]);
    this.pass().then(
      () => done(),
      (error: unknown) => done(error as Error),
    );
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  /** Hands on every message up to the last that asks for an answer. */
  private async pass(): Promise<void> {
    let ready = 0;
    let place = 0;
    for (let next = this.messageAt(0); next !== null; next = this.messageAt(place)) {
      if (this.copying !== null || isCopy(next)) {
        await this.handOn(place);
        this.bytes = this.bytes.subarray(next.end - place);
        await this.copy(next);
        return this.pass();
      }
      place = next.end;
      if (ANSWERED.has(next.letter)) ready = place;
    }
    await this.handOn(ready);
  }

  private messageAt(place: number): Framed | null {
    const message = messageAt(this.bytes, place, this.isFirst);
    if (message !== null) this.isFirst = false;
    return message;
  }

  private async handOn(length: number): Promise<void> {
    if (length === 0) return;
    const messages = new Uint8Array(this.bytes.subarray(0, length));
    this.bytes = this.bytes.subarray(length);
    const answer = await this.engine.execProtocolRaw(messages, { syncToFs: false });
    if (answer.length > 0) this.push(Buffer.from(answer));
  }

  private async copy({ letter, body }: Framed): Promise<void> {
    if (letter === 'Q') {
      this.copying = { text: textOf(body), pieces: [] };
      this.push(COPY_BEGINS);
    } else if (letter === 'd') this.copying?.pieces.push(Buffer.from(body));
    else if (letter === 'c' || letter === 'f') await this.endCopy();
  }

  private async endCopy(): Promise<void> {
    const { text, pieces } = this.copying ?? { text: '', pieces: [] };
    this.copying = null;
    const from = text.replace(/\sfrom\s+stdin\b/i, " from '/dev/blob'");
    const told = await this.engine.query(from, [], { blob: new Blob([new Uint8Array(Buffer.concat(pieces))]) }).then(
      ({ affectedRows }) => copyEnds(affectedRows ?? 0),
      (error: unknown) => failureOf(error),
    );
    this.push(told);
  }
}

const isCopy = ({ letter, body }: Framed): boolean => letter === 'Q' && COPY.test(textOf(body));
const textOf = (body: Buffer): string => body.subarray(0, -1).toString('utf8');
