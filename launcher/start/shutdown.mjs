// @ts-check
import { oneLine, say } from './say.mjs';

/** Undoes a start in reverse order, once, whatever asks for it: a signal, an error, a part that died. */
export class Shutdown {
  constructor() {
    /** @type {(() => Promise<void>)[]} */
    this.steps = [];
    this.hasBegun = false;
  }

  /** @param {() => Promise<void>} undo what to do before everything that was added earlier */
  add(undo) {
    this.steps.unshift(undo);
  }

  /**
   * Ends the process after everything is undone. A second call ends it at once: somebody is in a hurry.
   *
   * @param {number} code
   * @param {readonly string[]} problems one line each
   */
  async begin(code, problems = []) {
    if (this.hasBegun) return problems.length > 0 ? undefined : process.exit(1);
    this.hasBegun = true;
    for (const problem of problems) console.error(`✖ ${problem}`);
    if (code === 0 && this.steps.length > 0) say('\nStopping');
    for (const undo of this.steps) {
      await undo().catch((error) => {
        code = 1;
        console.error(`✖ ${oneLine(error)}`);
      });
    }
    process.exit(code);
  }
}
