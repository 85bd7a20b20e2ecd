import { hash } from 'node:crypto';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CONFIG, type Config } from '../../config';
import { listen, type StopListening } from '../../database';
import type { Actor } from '../domain/actor';

/** Should the news of a revocation be lost, a token is good for this much longer. */
const LIFE_MS = 5_000;
const MOST = 1_000;

interface Remembered {
  readonly actor: Actor;
  readonly until: number;
}

/**
 * Who sent an API token that was verified a moment ago, for doors that are knocked at thousands of times a second.
 *
 * Forgets everything when the database says that a token or a person may do less, in whatever process that was done,
 * and each token after five seconds. Holds no token, only digests.
 */
@Injectable()
export class RecentTokens implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly known = new Map<string, Remembered>();
  private stopListening: StopListening | null = null;
  /** How often everything was forgotten: what was looked up before that is not remembered. */
  private generation = 0;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  onApplicationBootstrap(): void {
    this.stopListening ??= listen(this.config.databaseUrl, 'tributary_access', () => this.forget());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stopListening?.();
  }

  /** Whose token it is: from memory, else as `verify` finds. @throws what `verify` throws */
  async actorOf(header: string, verify: () => Promise<Actor>): Promise<Actor> {
    const key = hash('sha256', header, 'base64url');
    const found = this.known.get(key);
    if (found !== undefined && found.until > Date.now()) return found.actor;
    const { generation } = this;
    const actor = await verify();
    if (this.known.size >= MOST) this.forget();
    if (generation === this.generation) this.known.set(key, { actor, until: Date.now() + LIFE_MS });
    return actor;
  }

  private forget(): void {
    this.generation += 1;
    this.known.clear();
  }
}
