import { isFault } from './read-rows';
import type { Fault, KnownRow } from './row';

/** Rows of one invocation that follow each other, and what stood among them that is no row. Read once, as they come. */
export interface Invocation {
  readonly first: KnownRow;
  readonly items: AsyncIterable<KnownRow | Fault>;
}

const isSame = (one: KnownRow, other: KnownRow): boolean =>
  one.project === other.project && one.invocation_id === other.invocation_id;

/**
 * Splits rows where the invocation changes; each must be read to its end before the next one is asked for.
 *
 * Faults before the first row come with it; when there is no row at all, `onNoRow` gets them.
 */
export async function* byInvocation(
  items: AsyncIterable<KnownRow | Fault>,
  onNoRow: (faults: readonly Fault[]) => never,
): AsyncGenerator<Invocation> {
  const source = new Lookahead(items);
  const faults = await source.takeFaults();
  let first = await source.row();
  if (first === null) onNoRow(faults);
  while (first !== null) {
    yield { first, items: ofOne(source, first, faults.splice(0)) };
    first = await source.row();
  }
}

/** What is before, then everything up to the first row of another invocation. */
async function* ofOne(source: Lookahead, first: KnownRow, before: readonly Fault[]): AsyncGenerator<KnownRow | Fault> {
  yield* before;
  for (let item = await source.peek(); item !== null; item = await source.peek()) {
    if (!isFault(item) && !isSame(first, item)) return;
    source.drop();
    yield item;
  }
}

/** Items that can be looked at before they are taken. */
class Lookahead {
  private readonly source: AsyncIterator<KnownRow | Fault>;
  private next: KnownRow | Fault | null = null;

  constructor(items: AsyncIterable<KnownRow | Fault>) {
    this.source = items[Symbol.asyncIterator]();
  }

  /** Null at the end. */
  async peek(): Promise<KnownRow | Fault | null> {
    if (this.next === null) {
      const result = await this.source.next();
      this.next = result.done === true ? null : result.value;
    }
    return this.next;
  }

  drop(): void {
    this.next = null;
  }

  /** The row that comes next; null at the end. Only where no fault comes next. */
  async row(): Promise<KnownRow | null> {
    const item = await this.peek();
    return item === null || isFault(item) ? null : item;
  }

  /** The faults that come next, taken. */
  async takeFaults(): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (let item = await this.peek(); item !== null && isFault(item); item = await this.peek()) {
      faults.push(item);
      this.drop();
    }
    return faults;
  }
}
