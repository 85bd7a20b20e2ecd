// @ts-check
/** Exit codes; also listed in the README. */
export const EXIT = { ok: 0, refused: 1, usage: 2, unreachable: 3, forbidden: 4, notFound: 5, gate: 6 };

/** A failure that ends the command with one line and an exit code. */
export class Failure extends Error {
  /**
   * @param {number} exitCode
   * @param {string} message one line, without a stack
   * @param {unknown} [details] shown with --json
   */
  constructor(exitCode, message, details) {
    super(message);
    this.exitCode = exitCode;
    this.details = details;
  }
}

/**
 * @param {string} message what is wrong with which argument
 * @returns {Failure} with exit code 2
 */
export const usage = (message) => new Failure(EXIT.usage, `${message} (see: tributary --help)`);
