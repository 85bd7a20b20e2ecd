// @ts-check
import net from 'node:net';

/**
 * What stands in the way of listening on a port; undefined when nothing does.
 *
 * @param {string} variable that names the port
 * @param {number} port
 * @returns {Promise<string | undefined>}
 */
export async function portProblem(variable, port) {
  for (const host of [undefined, '127.0.0.1']) {
    const code = await tryToListen(port, host);
    if (code === 'EADDRINUSE') return `Port ${port} is taken: stop what uses it, or set ${variable} to another one.`;
    if (code === 'EACCES') return `Port ${port} is not ours to use: set ${variable} to one above 1023.`;
    if (code !== undefined && host !== undefined) return `Port ${port} cannot be used (${code}).`;
  }
  return undefined;
}

/**
 * @param {number} port
 * @param {string | undefined} host undefined: every address
 * @returns {Promise<string | undefined>}
 */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    probe.listen({ port, host }, () => probe.close(() => resolve(undefined)));
  });
}
