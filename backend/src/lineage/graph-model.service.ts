import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AssetCards, FacetCounter, type ChangeFollower } from '../catalog';
import { CONFIG, type Config } from '../config';
import { isUuid } from '../shared/uuid';
import { limitedReader } from '../shared/sight';
import { buildInSteps } from './domain/graph/build-graph';
import type { EdgeRows } from './domain/graph/edge-rows';
import type { WordTable } from './domain/graph/edge-words';
import type { Graph } from './domain/graph/graph';
import type { SourceLabels } from './domain/graph/walk-graph';
import { loadEdges, type GraphMoment } from './store/graph/load-graph';
import {
  dropForeignChanges,
  locateAsset,
  pruneGraphChanges,
  readGraphChanges,
  readSourceLabels,
  type GraphChanges,
} from './store/graph/read-changes';

const POLL_MS = 1_000;
/** An answer waits so long for the latest changes; then the tables answer. */
const PATIENCE_MS = 150;
/** Changes are kept for so long after everybody could see them. */
const KEPT_MS = 600_000;
/** Entries beside the arrays before they are built anew, at least. */
const UNTIDY = 20_000;

/** Today's graph as of some moment, with how its sources are called. */
export interface TodaysGraph extends GraphMoment {
  readonly graph: Graph;
  readonly labels: SourceLabels & ReadonlyMap<number, unknown>;
}

/** What metrics say of the graph in memory. */
export interface GraphModelStatus {
  readonly isReady: boolean;
  /** Number of the last change it includes. */
  readonly seq: number;
  readonly edges: number;
  /** Of the graph, and of the assets and the facts of documents remembered with it. */
  readonly bytes: number;
  readonly loads: number;
}

/**
 * Today's lineage graph in this backend's memory, for reading only: the tables are the truth, and answer whenever this
 * cannot.
 *
 * Loaded in the background at start; each commit notes what it changed (`graph_change`), and that is read anew before an
 * answer that would miss it, else every second. Nothing is shared between backends.
 */
@Injectable()
export class GraphModel implements ChangeFollower, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(GraphModel.name);
  private readonly limit: number;
  private now: TodaysGraph | null = null;
  private seenAt = 0;
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isOff = false;
  private isFailing = false;
  private loads = 0;
  /** A moment at least `KEPT_MS` ago, once there was one. */
  private past: { readonly snapshot: string; readonly at: number } | null = null;

  constructor(
    private readonly db: DataSource,
    private readonly cards: AssetCards,
    private readonly facets: FacetCounter,
    @Inject(CONFIG) config: Config,
  ) {
    this.limit = config.graphMemoryMb * 1_000_000;
    this.isOff = config.graphMemoryMb === 0;
    facets.follow(this);
  }

  onApplicationBootstrap(): void {
    if (this.isOff) return;
    void this.catchUp();
    this.timer = setInterval(() => void (this.running ?? this.catchUp()), POLL_MS);
    this.timer.unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.isOff = true;
    await this.running;
    await this.facets.settled();
  }

  /**
   * An asset and today's graph with all that was committed before the call; null when the tables must be asked instead.
   *
   * One short query; `rootId` is null when there is no such asset. Who may not know of everything asks the tables.
   */
  async enter(publicId: string): Promise<{ readonly rootId: string | null; readonly today: TodaysGraph } | null> {
    if (!this.now || !isUuid(publicId) || limitedReader() !== null) return null;
    const { id: rootId, isBehind } = await locateAsset(this.db.manager, publicId, this.now.snapshot);
    if (isBehind && !(await this.hasCaughtUp())) return null;
    const today = this.today();
    return today && { rootId, today };
  }

  /** The graph as it is in memory, not necessarily current; null before it is loaded, and for limited readers. */
  today(): TodaysGraph | null {
    return limitedReader() === null ? this.now : null;
  }

  /** Resolves when everything committed before the call is in memory, or could not be read. */
  catchUp(): Promise<void> {
    if (this.running === null) {
      this.running = this.work().finally(() => {
        this.running = null;
      });
      return this.running;
    }
    // What runs may have looked before the call.
    this.next ??= this.running.then(() => {
      this.next = null;
      return this.catchUp();
    });
    return this.next;
  }

  status(): GraphModelStatus {
    const graph = this.now?.graph;
    return {
      isReady: this.now !== null,
      seq: this.now?.seq ?? 0,
      edges: graph?.size ?? 0,
      bytes: (graph?.bytes ?? 0) + this.cards.bytes + this.facets.bytes,
      loads: this.loads,
    };
  }

  snapshot(): string | null {
    return this.now?.snapshot ?? null;
  }

  async hasCaughtUp(): Promise<boolean> {
    const impatience = new AbortController();
    const tooLong = pause(PATIENCE_MS, false, { signal: impatience.signal }).catch(() => false);
    const isDone = await Promise.race([this.catchUp().then(() => !this.isFailing), tooLong]);
    impatience.abort();
    return isDone;
  }

  private async work(): Promise<void> {
    if (this.isOff) return;
    try {
      const isLost = Date.now() - this.seenAt > KEPT_MS / 2; // what it missed may be gone
      if (this.now === null || isLost) await this.load();
      else await this.follow(this.now);
      await this.prune();
      this.isFailing = false;
    } catch (error) {
      if (error instanceof RangeError) this.giveUp(error);
      else if (!this.isFailing) this.log.warn({ error }, 'The graph in memory cannot follow; the tables answer');
      this.isFailing = true;
    }
  }

  private async load(): Promise<void> {
    this.now = null;
    this.cards.forget(null);
    const start = Date.now();
    await dropForeignChanges(this.db.manager);
    const { rows, table, ...moment } = await loadEdges(this.db.manager, this.limit / 48, this.limit / 20);
    const labels = await readSourceLabels(this.db.manager);
    const graph = await built(rows, table);
    await this.facets.read(null);
    this.now = { ...moment, graph, labels };
    this.seenAt = start;
    this.loads += 1;
    if (this.loads > 1) return;
    const { size: edges, bytes } = graph;
    this.log.log({ edges, bytes, milliseconds: Date.now() - start }, 'The lineage graph is in memory');
  }

  private async follow(before: TodaysGraph): Promise<void> {
    const start = Date.now();
    const changes = await readGraphChanges(this.db.manager, before.snapshot, before.graph.table);
    if (changes.incoming === null) return this.load();
    const isNewSource = [...changes.sourceIds].some((id) => !before.labels.has(id));
    const labels = isNewSource ? await readSourceLabels(this.db.manager) : before.labels;
    await this.facets.read(changes.assetIds);
    this.now = null; // a graph that is changed by half must not be seen, should this fail
    this.cards.forget(changes.assetIds);
    before.graph.replaceIncoming(changes.incoming);
    this.now = { ...momentAfter(before, changes), labels, graph: before.graph };
    this.seenAt = start;
    await this.tidy(this.now);
  }

  /** Builds the arrays anew once much lies beside them. */
  private async tidy(now: TodaysGraph): Promise<void> {
    const { graph } = now;
    if (graph.overlay <= UNTIDY || graph.overlay <= graph.size / 4) return;
    this.now = { ...now, graph: await built(graph.rows(), graph.table) };
  }

  /** Deletes changes that every backend has read, or has had to read all edges since. */
  private async prune(): Promise<void> {
    if (this.now === null || (this.past !== null && Date.now() - this.past.at < KEPT_MS)) return;
    if (this.past !== null) await pruneGraphChanges(this.db.manager, this.past.snapshot);
    this.past = { snapshot: this.now.snapshot, at: Date.now() };
  }

  private giveUp(error: RangeError): void {
    this.isOff = true;
    this.log.warn(`The lineage graph does not fit TRIBUTARY_GRAPH_MEMORY_MB; the tables answer. ${error.message}`);
  }
}

function momentAfter(before: GraphMoment, { snapshot, seq }: GraphChanges): GraphMoment {
  return { snapshot, seq: Math.max(before.seq, seq ?? 0) };
}

async function built(rows: EdgeRows, table: WordTable): Promise<Graph> {
  const steps = buildInSteps(rows, table);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await turn();
  }
}
