/** Edges in the order they come, in typed arrays that grow. */
export class EdgeRows {
  upstream = new Uint32Array(1_024);
  downstream = new Uint32Array(1_024);
  words = new Uint32Array(1_024);
  length = 0;
  /** The greatest id of an end. */
  top = 0;

  push(upstream: number, downstream: number, words: number): void {
    if (this.length === this.words.length) this.grow();
    this.upstream[this.length] = upstream;
    this.downstream[this.length] = downstream;
    this.words[this.length] = words;
    this.top = Math.max(this.top, upstream, downstream);
    this.length += 1;
  }

  private grow(): void {
    this.upstream = grown(this.upstream);
    this.downstream = grown(this.downstream);
    this.words = grown(this.words);
  }
}

function grown(values: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(Math.ceil(values.length * 1.5));
  wider.set(values);
  return wider;
}
