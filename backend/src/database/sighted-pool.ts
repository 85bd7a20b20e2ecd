import { Pool, type PoolClient, type PoolConfig } from 'pg';
import { limitedReader } from '../shared/sight';

type Done = (release?: boolean | Error) => void;
type Taken = (error: Error | undefined, client: PoolClient | undefined, done: Done) => void;

/** Fails where the schema is missing: `public` alone would show everything. */
const AIM = `select 'seen.hidden'::regclass,
                    set_config('search_path', 'seen, public', false),
                    set_config('default_transaction_read_only', 'on', false),
                    set_config('tributary.reader', $1::text, false)`;

/**
 * The pool of all connections. A reader with limited sight gets one of its own kind, as many again at most, made when
 * first needed: it looks into the schema `seen` and cannot write.
 */
export class SightedPool extends Pool {
  private readonly config: PoolConfig;
  private limited: Pool | null = null;
  private readonly aimedAt = new WeakMap<PoolClient, string>();

  constructor(config: PoolConfig) {
    super(config);
    this.config = config;
  }

  override connect(): Promise<PoolClient>;
  override connect(callback: Taken): void;
  override connect(callback?: Taken): Promise<PoolClient> | undefined {
    const reader = limitedReader();
    if (callback === undefined) return reader === null ? super.connect() : this.takeFor(reader);
    if (reader === null) super.connect(callback);
    else handOver(this.takeFor(reader), callback);
    return undefined;
  }

  override end(): Promise<void>;
  override end(callback: () => void): void;
  override end(callback?: () => void): Promise<void> | undefined {
    const ended = Promise.all([this.limited?.end(), super.end()]).then(() => undefined);
    if (callback === undefined) return ended;
    void ended.then(callback);
    return undefined;
  }

  private async takeFor(reader: string): Promise<PoolClient> {
    const client = await this.limitedPool().connect();
    if (this.aimedAt.get(client) === reader) return client;
    try {
      await client.query(AIM, [reader]);
    } catch (error) {
      client.release(true);
      throw error;
    }
    this.aimedAt.set(client, reader);
    return client;
  }

  private limitedPool(): Pool {
    if (this.limited === null) {
      this.limited = new Pool(this.config);
      this.limited.on('error', (error) => this.emit('error', error, undefined));
    }
    return this.limited;
  }
}

function handOver(taken: Promise<PoolClient>, callback: Taken): void {
  taken.then(
    (client) => callback(undefined, client, client.release.bind(client)),
    (error: unknown) => callback(error as Error, undefined, () => undefined),
  );
}
