import { Client } from 'pg';

const RECONNECT_MS = 1_000;

/** Ends the listening; resolves when the connection is gone. */
export type StopListening = () => Promise<void>;

/**
 * Calls `wake` for each notification on `channel`, and once after every (re)connection, since what came meanwhile is
 * not repeated. Notifications are hints: the caller also looks by itself now and then.
 *
 * Holds one connection of its own and reconnects after a second for as long as it is not stopped.
 */
export function listen(url: string, channel: string, wake: () => void): StopListening {
  let isStopping = false;
  let client: Client | null = null;
  let timer: NodeJS.Timeout | null = null;

  const connect = async (): Promise<void> => {
    const next = new Client({ connectionString: url, application_name: 'tributary-listener', keepAlive: true });
    const lost = (): void => {
      if (client !== next) return;
      client = null;
      retry();
    };
    client = next;
    next.on('error', lost);
    next.on('end', lost);
    next.on('notification', wake);
    try {
      await next.connect();
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
      wake();
    } catch {
      lost(); // the database is away: the pool's users report that, this one waits
    }
  };
  const retry = (): void => {
    if (isStopping) return;
    timer = setTimeout(() => void connect(), RECONNECT_MS);
    timer.unref();
  };

  void connect();
  return async () => {
    isStopping = true;
    if (timer !== null) clearTimeout(timer);
    const last = client;
    client = null;
    await last?.end();
  };
}
