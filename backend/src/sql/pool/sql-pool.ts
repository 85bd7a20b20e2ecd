import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { failed } from '../analyze';
import type { SqlAnalysis, SqlInput } from '../analysis';
import type { FromThread } from './thread';

/** Compiled or not, as this file is. */
const ENTRY = join(__dirname, `thread${extname(__filename)}`);

export interface PoolLimits {
  /** Threads at most; each takes up to 300 MB once it has read something. */
  readonly width: number;
  /** For one text, the start of its thread not counted. */
  readonly maxMs: number;
  readonly maxHeapMb: number;
  /** After so long without work a thread ends. */
  readonly idleMs: number;
}

const DEFAULTS: PoolLimits = { width: 2, maxMs: 5_000, maxHeapMb: 512, idleMs: 30_000 };

interface Task {
  readonly input: SqlInput;
  readonly done: (analysis: SqlAnalysis) => void;
}

interface Member {
  readonly worker: Worker;
  isReady: boolean;
  task: Task | null;
  /** Ends a text that takes too long, or a thread that has had nothing to do. */
  timer: NodeJS.Timeout | null;
}

/**
 * Analyses texts in threads, so that none can block the service or end it: what takes too long or too much memory is
 * given up, with the reason as its only problem, and the next text finds a fresh thread.
 */
export class SqlPool {
  private readonly limits: PoolLimits;
  private readonly members = new Set<Member>();
  private readonly waiting: Task[] = [];

  constructor(limits: Partial<PoolLimits> = {}) {
    this.limits = { ...DEFAULTS, ...limits };
  }

  /** As `analyzeSql`; waits its turn when all threads are at work. Never rejects. */
  analyze(input: SqlInput): Promise<SqlAnalysis> {
    return new Promise((done) => {
      this.waiting.push({ input, done });
      this.distribute();
    });
  }

  /** Ends all threads; texts that wait or are at work are given up. */
  async close(): Promise<void> {
    for (const { done } of this.waiting.splice(0)) done(failed('FAILED', 'The service is stopping'));
    await Promise.all([...this.members].map((member) => this.end(member, failed('FAILED', 'The service is stopping'))));
  }

  private distribute(): void {
    while (this.waiting.length > 0) {
      const member = [...this.members].find(({ task }) => task === null) ?? this.start();
      if (member === null) return;
      const task = this.waiting.shift();
      if (task !== undefined) this.give(member, task);
    }
  }

  private start(): Member | null {
    if (this.members.size >= this.limits.width) return null;
    const resourceLimits = { maxOldGenerationSizeMb: this.limits.maxHeapMb };
    const worker = new Worker(ENTRY, { execArgv: [], resourceLimits });
    const member: Member = { worker, isReady: false, task: null, timer: null };
    worker.unref();
    worker.on('message', (told: FromThread) => {
      if (told === 'ready') this.begin(member);
      else this.finish(member, told);
    });
    worker.on('error', (error) => void this.end(member, understood(error, this.limits)));
    worker.on('exit', () => void this.end(member, failed('FAILED', 'The analysis ended before it was done')));
    this.members.add(member);
    return member;
  }

  private give(member: Member, task: Task): void {
    member.task = task;
    if (member.isReady) this.begin(member);
  }

  /** Hands a thread that is ready its text, if it has one. */
  private begin(member: Member): void {
    member.isReady = true;
    if (member.task === null) return;
    const { maxMs } = this.limits;
    const late = failed('TOO_SLOW', `Given up after ${String(maxMs / 1_000)} seconds`);
    this.time(member, maxMs, () => void this.end(member, late));
    member.worker.postMessage(member.task.input);
  }

  private finish(member: Member, analysis: SqlAnalysis): void {
    const { task } = member;
    member.task = null;
    this.time(member, this.limits.idleMs, () => void this.end(member, analysis));
    task?.done(analysis);
    this.distribute();
  }

  private async end(member: Member, analysis: SqlAnalysis): Promise<void> {
    if (!this.members.delete(member)) return;
    if (member.timer !== null) clearTimeout(member.timer);
    const { task } = member;
    member.task = null;
    await member.worker.terminate();
    task?.done(analysis);
    this.distribute();
  }

  private time(member: Member, ms: number, then: () => void): void {
    if (member.timer !== null) clearTimeout(member.timer);
    member.timer = setTimeout(then, ms);
    member.timer.unref();
  }
}

function understood(error: unknown, { maxHeapMb }: PoolLimits): SqlAnalysis {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? failed('OUT_OF_MEMORY', `Needs more than ${String(maxHeapMb)} MB`)
    : failed('FAILED', error instanceof Error ? error.message : 'The analysis failed');
}
