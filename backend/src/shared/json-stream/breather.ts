import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest stretch of work between two turns of the event loop, in milliseconds. */
const STRETCH_MS = 20;

/** Lets everybody else have a turn when a long piece of work has held the thread for a while; nearly free otherwise. */
export class Breather {
  private last = performance.now();

  constructor(private readonly stretchMs = STRETCH_MS) {}

  async breathe(): Promise<void> {
    if (performance.now() - this.last < this.stretchMs) return;
    await nextTurn();
    this.last = performance.now();
  }
}
