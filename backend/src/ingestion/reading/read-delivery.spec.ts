import { gzipSync } from 'node:zlib';

import type { DomainError } from '../../shared/errors';
import { dbtConnector } from '../connectors/dbt';
import { givenManifest } from '../connectors/dbt/dbt.fixture';
import type { MetadataPatch, Statement } from '../metadata-patch';
import { readDelivery, type StoredInput } from './read-delivery';
import type { StoredPart } from './stored-parts';

const SMALL = 1;
const LARGE = 1_000_000;
const PIECE = 4_096;

/** Parts that a thread had opened and nobody has closed yet. */
const open = new Set<string>();

function givenPart(name: string, document: unknown, byteCount: number): StoredPart {
  const bytes = gzipSync(typeof document === 'string' ? document : JSON.stringify(document));
  return { name, byteCount, open: () => pieces(byteCount === LARGE ? name : '', bytes) };
}

async function* pieces(mark: string, bytes: Buffer): AsyncGenerator<Buffer> {
  if (mark !== '') open.add(mark);
  try {
    for (let at = 0; at < bytes.length; at += PIECE) yield await Promise.resolve(bytes.subarray(at, at + PIECE));
  } finally {
    open.delete(mark);
  }
}

/** `byteCount` decides where it is read: here or in a thread. */
const givenInput = (byteCount: number, documents: Readonly<Record<string, unknown>>): StoredInput => ({
  parts: new Map(Object.entries(documents).map(([name, said]) => [name, givenPart(name, said, byteCount)])),
  parameters: { namespace: 'postgres://db.internal:5432' },
  receivedAt: new Date('2026-11-23T12:00:00Z'),
});

type Said = readonly [Omit<MetadataPatch, 'statements'>, readonly Statement[]];

async function everythingOf(patches: AsyncIterable<MetadataPatch>): Promise<Said[]> {
  const all: Said[] = [];
  for await (const { statements, ...patch } of patches) {
    const said: Statement[] = [];
    for await (const some of statements) said.push(...some);
    all.push([patch, said]);
  }
  return all;
}

const models = Object.fromEntries(
  Array.from({ length: 2_000 }, (_, place) => [
    `model.shop.m${String(place)}`,
    {
      description: place % 2 === 0 ? `Say "hi" \\ 🐘 ${String(place)}` : '',
      meta: JSON.parse('{"__proto__": {"a": 1}, "x": null}') as object,
      columns: { id: { name: 'id', data_type: 'bigint' } },
      depends_on: { nodes: place === 0 ? [] : [`model.shop.m${String(place - 1)}`] },
    },
  ]),
);
const results = { metadata: {}, results: [{ unique_id: 'model.shop.m1', status: 'success', execution_time: 1.5 }] };
const documents = { manifest: givenManifest(models), run_results: results };

jest.setTimeout(30_000);

describe('a large delivery, read in a thread of its own', () => {
  afterEach(() => {
    expect([...open]).toEqual([]);
  });

  it('says what it says when it is read here: patches, statements, dates and their order', async () => {
    const here = await everythingOf(readDelivery(dbtConnector, givenInput(SMALL, documents)));
    const there = await everythingOf(readDelivery(dbtConnector, givenInput(LARGE, documents)));
    expect(there).toEqual(here);
    expect(there.map(([{ source }, statements]) => [source.kind, statements.length])).toEqual([
      ['dbt', 2_000],
      ['dbt-run', 1],
    ]);
  });

  it('is refused in the same words, with the place', async () => {
    const broken = { manifest: '{"metadata": {}, "nodes": {"model.a.b": {"name": tru}}}' };
    const refusals = [SMALL, LARGE].map(async (size) => {
      const error: unknown = await everythingOf(readDelivery(dbtConnector, givenInput(size, broken))).catch(
        (refusal: unknown) => refusal,
      );
      const { code, message, details } = error as DomainError;
      return { code, message, details };
    });
    const [here, there] = await Promise.all(refusals);
    expect(there).toEqual(here);
    expect(there).toMatchObject({ code: 'INVALID', details: { part: 'manifest' } });
  });

  it('goes on with the next patch when nobody wants the statements of one', async () => {
    const kinds: string[] = [];
    for await (const { source } of readDelivery(dbtConnector, givenInput(LARGE, documents))) kinds.push(source.kind);
    expect(kinds).toEqual(['dbt', 'dbt-run']);
  });

  it('ends when its consumer stops', async () => {
    const stop = new Error('enough');
    const consume = async (): Promise<void> => {
      for await (const { statements } of readDelivery(dbtConnector, givenInput(LARGE, documents))) {
        for await (const some of statements) if (some.length > 0) throw stop;
      }
    };
    await expect(consume()).rejects.toBe(stop);
  });

  it('fails as the bytes fail', async () => {
    const lost = new Error('the connection was lost');
    const failing = async function* (): AsyncGenerator<Buffer> {
      yield await Promise.resolve(Buffer.from([0x1f, 0x8b]));
      throw lost;
    };
    const part = { ...givenPart('manifest', {}, LARGE), open: failing };
    const input = { ...givenInput(LARGE, {}), parts: new Map([['manifest', part]]) };
    await expect(everythingOf(readDelivery(dbtConnector, input))).rejects.toBe(lost);
  });

  it('is refused, and nothing else harmed, when it needs more memory than it may have', async () => {
    const hungry = givenManifest(
      {},
      { parent_map: { 'model.a.b': Array.from({ length: 3e5 }, (_, n) => `m.a.${String(n)}`) } },
    );
    const parse = everythingOf(readDelivery(dbtConnector, givenInput(LARGE, { manifest: hungry }), 8));
    await expect(parse).rejects.toMatchObject({
      code: 'INVALID',
      message: 'The document needs more than 8 MB of memory to be read',
    });
  });
});
