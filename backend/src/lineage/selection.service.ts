import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService } from '../catalog';
import { invalid } from '../shared/errors';
import type { Omission } from './domain/omission';
import { explainSelector } from './domain/selector/explain-selector';
import { parseSelector } from './domain/selector/parse-selector';
import { SelectorError, type Intersection, type Selector, type Term } from './domain/selector/selector';
import type { LineageSelection } from './lineage-selection';
import { LineageService } from './lineage.service';
import { readSeeds, readStep } from './store/read-selection';

/** Assets looked at for one term. */
const BUDGET = 10_000;
const MOST_NODES = 1_000;

/** Assets by internal id; not all of them when a limit was reached. */
interface Found {
  readonly ids: ReadonlySet<string>;
  readonly isCapped: boolean;
}

/** Says which assets a selector of dbt's language means, today. */
@Injectable()
export class SelectionService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
    private readonly engine: LineageService,
  ) {}

  /**
   * The assets that a selector means, over the whole graph, and the edges among them.
   *
   * At most 10,000 assets are looked at for a term and `maxNodes` (1..1,000) come back; `omitted` says so.
   *
   * @throws DomainError INVALID with `details` { start, end } for a selector with a mistake, and for limits out of range.
   */
  async select(text: string, maxNodes: number): Promise<LineageSelection> {
    if (!Number.isInteger(maxNodes) || maxNodes < 1 || maxNodes > MOST_NODES)
      throw invalid(`maxNodes: ${String(maxNodes)} is not between 1 and ${String(MOST_NODES)}`);
    const selector = parsed(text);
    const { ids, isCapped } = await this.evaluate(selector);
    const shown = [...ids].sort((a, b) => Number(BigInt(a) - BigInt(b))).slice(0, maxNodes);
    const assets = (await this.catalog.getAssets(shown)).sort((a, b) => (a.name < b.name ? -1 : 1));
    const edges = await this.engine.edgesAmong(
      assets.map(({ id }) => id),
      null,
    );
    const omitted = omissionsOf(ids.size - assets.length, isCapped);
    return {
      meaning: explainSelector(selector),
      total: ids.size,
      assets,
      edges,
      complete: omitted.length === 0,
      omitted,
    };
  }

  private async evaluate({ include, exclude }: Selector): Promise<Found> {
    const wanted = await this.unionOf(include);
    const unwanted = await this.unionOf(exclude);
    const ids = new Set([...wanted.ids].filter((id) => !unwanted.ids.has(id)));
    return { ids, isCapped: wanted.isCapped || unwanted.isCapped };
  }

  private async unionOf(sets: readonly Intersection[]): Promise<Found> {
    const found: Found[] = [];
    for (const set of sets) found.push(await this.intersectionOf(set));
    return { ids: new Set(found.flatMap(({ ids }) => [...ids])), isCapped: found.some(({ isCapped }) => isCapped) };
  }

  private async intersectionOf(terms: Intersection): Promise<Found> {
    const found: Found[] = [];
    for (const term of terms) found.push(await this.termOf(term));
    const [first, ...others] = found;
    const ids = [...(first?.ids ?? [])].filter((id) => others.every((other) => other.ids.has(id)));
    return { ids: new Set(ids), isCapped: found.some(({ isCapped }) => isCapped) };
  }

  private async termOf(term: Term): Promise<Found> {
    const seeds = await readSeeds(this.db, term, BUDGET);
    const start: Found = { ids: new Set(seeds), isCapped: seeds.length >= BUDGET };
    if (term.hasAllParents) return this.walk(await this.walk(start, 'DOWNSTREAM', null), 'UPSTREAM', null);
    const up = await this.walk(start, 'UPSTREAM', term.up);
    const down = await this.walk(start, 'DOWNSTREAM', term.down);
    return { ids: new Set([...up.ids, ...down.ids]), isCapped: up.isCapped || down.isCapped };
  }

  /** Breadth first, each asset once; `steps` null goes on to the end. */
  private async walk(from: Found, side: 'UPSTREAM' | 'DOWNSTREAM', steps: number | null): Promise<Found> {
    const ids = new Set(from.ids);
    let frontier = [...ids];
    let isCapped = from.isCapped;
    for (let step = 0; step < (steps ?? Infinity) && frontier.length > 0; step++) {
      const next = await readStep(this.db, frontier, side, BUDGET);
      frontier = next.filter((id) => !ids.has(id)).slice(0, Math.max(0, BUDGET - ids.size));
      isCapped ||= next.length >= BUDGET || ids.size + frontier.length >= BUDGET;
      for (const id of frontier) ids.add(id);
    }
    return { ids, isCapped };
  }
}

function parsed(text: string): Selector {
  try {
    return parseSelector(text);
  } catch (error) {
    if (!(error instanceof SelectorError)) throw error;
    const { start, end, message } = error;
    throw invalid(`selector: ${message}`, { start, end });
  }
}

function omissionsOf(left: number, isCapped: boolean): Omission[] {
  const budget = {
    reason: 'BUDGET' as const,
    count: left,
    message: `${String(left)} more are selected than are shown`,
  };
  const capped = `a term means more than ${String(BUDGET)} assets: not all were looked at`;
  return [
    ...(left > 0 ? [budget] : []),
    ...(isCapped ? [{ reason: 'BUDGET' as const, count: 0, message: capped }] : []),
  ];
}
