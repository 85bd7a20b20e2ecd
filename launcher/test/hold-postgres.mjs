// @ts-check
// Starts the Postgres below the folder given and holds it until it is killed or told to stop.
import { startEmbeddedPostgres } from '../embedded-postgres.mjs';

const [home = ''] = process.argv.slice(2);
const settings = { fsync: 'off', shared_buffers: '16MB' };

try {
  const { url, pid, adopted, folder, stop } = await startEmbeddedPostgres(home, { settings });
  process.send?.({ url, pid, adopted, folder });
  process.on('message', () => void stop().then(() => process.exit(0)));
  setInterval(() => undefined, 1000);
} catch (error) {
  process.send?.({ error: /** @type {Error} */ (error).message });
  process.exitCode = 1;
  process.disconnect();
}
