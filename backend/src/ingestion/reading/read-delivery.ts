import type { Connector } from '../connectors/connector';
import type { MetadataPatch, Statement } from '../metadata-patch';
import { inflate } from './inflate';
import { ReaderThread } from './reader-thread';
import type { StoredPart } from './stored-parts';

/** Stored bytes from which on a thread of its own is worth its start. */
const WORTH_A_THREAD = 256 * 1024;

/** A document may need this much heap while it is read; a manifest of 200 MB is read in 64 MB. */
const MAX_HEAP_MB = 512;

/** A delivery as it lies in the inbox. */
export interface StoredInput {
  readonly parts: ReadonlyMap<string, StoredPart>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly receivedAt: Date;
}

/**
 * What a delivery says, as its connector reads it: a large one in a thread of its own, so that reading runs beside the
 * upsert and holds up nobody; a small one here.
 *
 * Ends the thread when the consumer stops, whatever the reason. Patches and statements are to be consumed in order.
 *
 * @throws DomainError as the connector does, and INVALID when the document needs too much memory.
 */
export function readDelivery(
  connector: Connector,
  input: StoredInput,
  maxHeapMb = MAX_HEAP_MB,
): AsyncIterable<MetadataPatch> {
  const size = [...input.parts.values()].reduce((sum, { byteCount }) => sum + byteCount, 0);
  if (size >= WORTH_A_THREAD) return readInThread(connector, input, maxHeapMb);
  const parts = new Map([...input.parts].map(([name, { open }]) => [name, { name, open: () => inflate(open()) }]));
  return connector.read({ ...input, parts });
}

async function* readInThread(
  { name }: Connector,
  { parts, parameters, receivedAt }: StoredInput,
  maxHeapMb: number,
): AsyncGenerator<MetadataPatch> {
  const start = { connector: name, partNames: [...parts.keys()], parameters, receivedAt };
  const thread = new ReaderThread(start, parts, maxHeapMb);
  try {
    for (let told = await thread.peek(); told.kind !== 'done'; told = await thread.peek()) {
      thread.step();
      if (told.kind === 'patch') yield { ...told.patch, statements: statementsOf(thread) };
    }
  } finally {
    await thread.close();
  }
}

async function* statementsOf(thread: ReaderThread): AsyncGenerator<readonly Statement[]> {
  for (let told = await thread.peek(); told.kind === 'statements'; told = await thread.peek()) {
    thread.step();
    yield told.statements;
  }
}
