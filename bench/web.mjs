// @ts-check
// The web app of a benchmark: the production build (`npm run build`), in front of a backend.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { freePort } from './service.mjs';

/** @param {string} apiOrigin */
export async function startWeb(apiOrigin) {
  const port = await freePort();
  const child = spawn(process.execPath, [fileURLToPath(new URL('../frontend/server.mjs', import.meta.url))], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', API_ORIGIN: apiOrigin },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const origin = `http://127.0.0.1:${port}`;
  const isUp = () =>
    fetch(`${origin}/icon.svg`).then(
      (answer) => answer.ok,
      () => false,
    );
  while (!(await isUp())) await new Promise((resolve) => setTimeout(resolve, 100));
  const stop = async () => {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  };
  return { origin, pid: child.pid ?? 0, stop };
}
