// @ts-check
const WIDTH = 30;

/**
 * A progress bar for people; silent unless the stream is a terminal.
 *
 * @param {import('node:stream').Writable & { isTTY?: boolean }} stream
 * @param {string} label
 * @param {number} total bytes
 */
export function progressBar(stream, label, total) {
  let shown = -1;
  return {
    /** @param {number} done */
    update(done) {
      const percent = Math.min(100, Math.floor((done / Math.max(1, total)) * 100));
      if (stream.isTTY !== true || percent === shown) return;
      shown = percent;
      const filled = Math.round((percent / 100) * WIDTH);
      const tail = percent === 100 ? 'reading…' : `${percent} %`;
      stream.write(`\r${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${tail}   `);
    },
    end() {
      if (stream.isTTY === true && shown >= 0) stream.write('\r\u001b[K');
    },
  };
}
