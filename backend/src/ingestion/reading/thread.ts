/** What runs in a reading thread: a connector, fed with stored bytes, telling statements. Started by `reader-thread.ts`. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';

import { DomainError } from '../../shared/errors';
import { CONNECTORS } from '../connectors';
import type { ConnectorInput } from '../connectors/connector';
import { inflate } from './inflate';
import { BATCHES_AHEAD, type FromThread, type ThreadInput, type ToThread } from './thread-messages';

const port = ownPort();
const post = (message: FromThread): void => {
  port.postMessage(message);
};

const waiting = new Map<number, (bytes: Uint8Array | null) => void>();
let nextStream = 0;
let ahead = 0;
let wake: (() => void) | null = null;

port.on('message', (message: ToThread) => {
  if (message.kind === 'piece') {
    waiting.get(message.stream)?.(message.bytes);
    waiting.delete(message.stream);
  } else {
    ahead -= 1;
    wake?.();
  }
});

function ownPort(): MessagePort {
  if (parentPort === null) throw new Error('thread.ts runs in a thread');
  return parentPort;
}

async function* pull(part: string): AsyncGenerator<Uint8Array> {
  const stream = nextStream;
  nextStream += 1;
  try {
    for (;;) {
      const piece = new Promise<Uint8Array | null>((resolve) => waiting.set(stream, resolve));
      post({ kind: 'pull', stream, part });
      const bytes = await piece;
      if (bytes === null) return;
      yield bytes;
    }
  } finally {
    post({ kind: 'close', stream });
  }
}

async function tell(input: ConnectorInput, name: string): Promise<void> {
  const connector = CONNECTORS.get(name);
  if (connector === undefined) throw new Error(`No connector ${name}`);
  for await (const { statements, ...patch } of connector.read(input)) {
    post({ kind: 'patch', patch });
    for await (const some of statements) {
      while (ahead >= BATCHES_AHEAD) await new Promise<void>((resolve) => (wake = resolve));
      ahead += 1;
      post({ kind: 'statements', statements: some });
    }
  }
}

async function run({ connector, partNames, parameters, receivedAt }: ThreadInput): Promise<void> {
  const parts = new Map(partNames.map((name) => [name, { name, open: () => inflate(pull(name)) }]));
  try {
    await tell({ parts, parameters, receivedAt }, connector);
    post({ kind: 'done' });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details } = error;
    post({ kind: 'refused', code, message, details });
  }
  port.close();
}

void run(workerData as ThreadInput);
