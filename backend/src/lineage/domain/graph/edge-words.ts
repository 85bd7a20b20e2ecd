import type { EdgeKind } from '../../../shared/vocabulary';

/** What a source says about an edge, apart from its ends; thousands of edges share one. */
export interface EdgeWords {
  readonly kind: EdgeKind;
  readonly jobId: string | null;
  readonly sourceId: number;
  readonly transformation: string | null;
}

/** Words by number: an edge keeps four bytes of them. */
export class WordTable {
  private readonly words: EdgeWords[] = [];
  private readonly numbers = new Map<string, number>();

  /** The number of some words, which are only made when their key is new. */
  numberOf(key: string, words: () => EdgeWords): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    this.numbers.set(key, this.words.length);
    return this.words.push(words()) - 1;
  }

  /** @throws Error (a bug) for a number that was never given out */
  get(number: number): EdgeWords {
    const words = this.words[number];
    if (!words) throw new Error(`No words with number ${String(number)}`);
    return words;
  }

  /** Some 250 bytes each. */
  get bytes(): number {
    return this.words.length * 250;
  }
}
