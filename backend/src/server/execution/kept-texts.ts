/** Bytes kept at most, over all plans; then all are dropped and made again as they are asked for. */
const MOST = 32_000_000;

/** Where plans keep the texts of objects that last. */
export class TextRoom {
  /** Goes up whenever all is dropped. */
  generation = 0;
  private kept = 0;

  open(): KeptTexts {
    return new KeptTexts(this);
  }

  take(bytes: number): void {
    this.kept += bytes;
    if (this.kept <= MOST) return;
    this.kept = bytes;
    this.generation += 1;
  }
}

/** What some fields of one plan say of objects that last, for as long as plan and object do. */
export class KeptTexts {
  private texts = new WeakMap<object, Uint8Array>();
  private generation = 0;

  constructor(private readonly room: TextRoom) {}

  of(source: object): Uint8Array | undefined {
    return this.generation === this.room.generation ? this.texts.get(source) : undefined;
  }

  keep(source: object, text: Uint8Array): void {
    this.room.take(text.length);
    if (this.generation !== this.room.generation) {
      this.texts = new WeakMap();
      this.generation = this.room.generation;
    }
    this.texts.set(source, text);
  }
}
