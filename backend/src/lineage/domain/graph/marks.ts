/** Assets that a walk has met; forgetting them costs nothing. */
export class Marks {
  private stamps = new Uint32Array(1_024);
  private stamp = 0;

  /** Forgets all marks; ids up to `top` can be marked now. */
  begin(top: number): void {
    if (top >= this.stamps.length || this.stamp === 0xffffffff) {
      this.stamps = new Uint32Array(Math.max(this.stamps.length, Math.ceil((top + 1) * 1.25)));
      this.stamp = 0;
    }
    this.stamp += 1;
  }

  /** Marks an id; false when it was marked already. */
  mark(id: number): boolean {
    if (this.stamps[id] === this.stamp) return false;
    this.stamps[id] = this.stamp;
    return true;
  }

  get bytes(): number {
    return this.stamps.byteLength;
  }
}
