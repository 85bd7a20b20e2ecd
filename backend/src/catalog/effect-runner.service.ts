import { setTimeout as sleep } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config';
import { allowLongStatements, listen, type StopListening } from '../database';
import type { Effect } from './effect';
import { addEffect, advanceEffect, changesAfter, effectBacklog, effectsBehind, holdEffect } from './store/effects';

const BATCH = 20_000;
const POLL_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
/** Between looks at an effect that another backend is working on. */
const HELD_MS = 20;
/** After a change effects wait for what comes at its heels: until nothing has come for the first, never beyond the second. */
const REST_MS = 120;
const LONGEST_REST_MS = 250;
/** How long one `holdBack` lasts, how long effects wait at most however often it is said, and how long they are free then. */
const HOLD_BACK_MS = 500;
const LONGEST_HOLD_MS = 15_000;
const FREE_MS = 5_000;

/** What a round found: somebody else at it, nothing to do, all there was, or a full batch, behind which more may wait. */
type Round = 'HELD' | 'IDLE' | 'DONE' | 'MORE';

/** One effect's loop: what it runs, whether it must run again, when it may after a failure. */
interface Loop {
  readonly effect: Effect;
  running: Promise<void> | null;
  isStale: boolean;
  failures: number;
  pausedUntil: number;
}

/**
 * Runs effects behind the change log: soon after a commit announces itself, and every second in case it was missed.
 *
 * Effects do not wait for one another; each is at work in one backend at a time. One that fails is tried again after
 * 1, 2, 4 … 60 seconds, from where it was.
 */
@Injectable()
export class EffectRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(EffectRunner.name);
  private readonly loops: Loop[] = [];
  private timer: NodeJS.Timeout | null = null;
  private rest: NodeJS.Timeout | null = null;
  /** When a rest ends at the latest, in milliseconds since 1970. */
  private restUntil = 0;
  private stopListening: StopListening | null = null;
  private isStopping = false;
  /** While writers are behind; both in milliseconds since 1970, 0 when nobody is. */
  private heldSince = 0;
  private heldUntil = 0;

  constructor(
    private readonly db: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Call it when modules are made (`onModuleInit`): effects start with the application. */
  register(effect: Effect): void {
    this.loops.push({ effect, running: null, isStale: false, failures: 0, pausedUntil: 0 });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.loops.length === 0) return;
    for (const { effect } of this.loops) await addEffect(this.db.manager, effect.name);
    // Called again when effects were registered later: one listener and one timer serve all.
    this.stopListening ??= listen(this.config.databaseUrl, 'tributary_change', () => this.wake());
    this.timer ??= setInterval(() => void this.look(), POLL_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    if (this.timer !== null) clearInterval(this.timer);
    if (this.rest !== null) clearTimeout(this.rest);
    await this.stopListening?.();
    for (const { running } of this.loops) await running;
  }

  /**
   * Has every effect look for changes soon; returns at once. Changes that follow one another closely are looked at
   * together: the writers of a burst would otherwise share the machine with the effects of each single one.
   */
  wake(): void {
    const now = Date.now();
    if (this.rest === null) this.restUntil = now + LONGEST_REST_MS;
    else clearTimeout(this.rest);
    this.rest = setTimeout(() => this.runAll(), Math.min(REST_MS, this.restUntil - now));
    this.rest.unref();
  }

  private runAll(): void {
    this.rest = null;
    if (this.isStopping) return;
    for (const loop of this.loops) void this.run(loop);
  }

  /** One look for all: an idle service asks one question a second and writes nothing. */
  private async look(): Promise<void> {
    try {
      const behind = await effectsBehind(this.db.manager);
      for (const loop of this.loops) if (behind.has(loop.effect.name)) void this.run(loop);
    } catch (error) {
      if (!this.isStopping) this.log.warn({ error }, 'The change log could not be read; trying again');
    }
  }

  /**
   * Says that what arrives is behind: for the next half second effects wait, so that they recompute once what would
   * change again anyway and leave the writing to it. Never for more than 15 seconds together, then they have 5.
   */
  holdBack(): void {
    const now = Date.now();
    const longest = this.heldSince + LONGEST_HOLD_MS;
    if (now >= longest && now < longest + FREE_MS && this.heldUntil === longest) return;
    if (now >= this.heldUntil) this.heldSince = now;
    this.heldUntil = Math.min(now + HOLD_BACK_MS, this.heldSince + LONGEST_HOLD_MS);
  }

  /** Resolves when every effect has seen all that is committed, by other effects too. @throws what an effect throws */
  async settle(): Promise<void> {
    for (let isQuiet = false; !isQuiet;) {
      isQuiet = true;
      for (const loop of this.loops) if (await this.exhaust(loop)) isQuiet = false;
    }
  }

  /** Runs one effect until there is nothing left for it; true when there was something. */
  private async exhaust(loop: Loop): Promise<boolean> {
    await loop.running;
    for (let hadWork = false; ; hadWork = true) {
      const round = await this.round(loop.effect);
      if (round === 'IDLE') return hadWork;
      if (round === 'HELD') await (loop.running ?? sleep(HELD_MS));
    }
  }

  /** Changes that each effect has still to read, by its name. */
  async backlog(): Promise<ReadonlyMap<string, number>> {
    const waiting = new Map<string, number>();
    for (const { effect } of this.loops) waiting.set(effect.name, await effectBacklog(this.db.manager, effect.name));
    return waiting;
  }

  private run(loop: Loop): Promise<void> {
    loop.isStale = true;
    loop.running ??= this.catchUp(loop).finally(() => {
      loop.running = null;
    });
    return loop.running;
  }

  private async catchUp(loop: Loop): Promise<void> {
    while (loop.isStale && !this.isStopping && this.mayRun(loop)) {
      loop.isStale = false;
      try {
        loop.isStale = (await this.round(loop.effect)) === 'MORE' || loop.isStale;
        loop.failures = 0;
      } catch (error) {
        loop.pausedUntil = Date.now() + Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** loop.failures);
        loop.failures += 1;
        this.log.error({ effect: loop.effect.name, failures: loop.failures, error }, 'An effect failed; trying again');
      }
    }
  }

  /** What may not run now is looked at again within a second. */
  private mayRun({ pausedUntil }: Loop): boolean {
    return Date.now() >= pausedUntil && Date.now() >= this.heldUntil;
  }

  /** One batch in one transaction. */
  private round(effect: Effect): Promise<Round> {
    return this.db.transaction((tx) => work(tx, effect));
  }
}

async function work(tx: EntityManager, effect: Effect): Promise<Round> {
  const seq = await holdEffect(tx, effect.name);
  if (seq === null) return 'HELD';
  const { assetIds, upTo, isFull } = await changesAfter(tx, seq, BATCH, effect);
  if (upTo === null) return 'IDLE';
  await allowLongStatements(tx);
  if (assetIds.length > 0) await effect.apply(tx, { assetIds, upTo });
  await advanceEffect(tx, effect.name, upTo);
  return isFull ? 'MORE' : 'DONE';
}
