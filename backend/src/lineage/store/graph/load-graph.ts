import type { EntityManager } from 'typeorm';
import { allowLongStatements, copyOut, loadSql } from '../../../database';
import { EdgeRows } from '../../domain/graph/edge-rows';
import { WordTable, type EdgeWords } from '../../domain/graph/edge-words';

const COPY = loadSql(__dirname, 'queries/copy-edges.sql');
const MOMENT = loadSql(__dirname, 'queries/graph-moment.sql');
const FIELDS = 6;

/** Which changes a reader has seen. */
export interface GraphMoment {
  /** A `pg_snapshot`. */
  readonly snapshot: string;
  /** Number of the last change. */
  readonly seq: number;
}

/** All edges as one moment shows them. */
export interface LoadedEdges extends GraphMoment {
  readonly rows: EdgeRows;
  readonly table: WordTable;
}

/**
 * Reads all edges, in a transaction of its own; 0.1 s for 300,000, 1 s for 3 million.
 *
 * @throws RangeError when an id is greater than `topLimit`, or there are more than `edgeLimit` edges
 */
export function loadEdges(db: EntityManager, topLimit: number, edgeLimit: number): Promise<LoadedEdges> {
  return db.transaction('REPEATABLE READ', async (tx) => {
    await allowLongStatements(tx);
    const [moment] = await tx.query<{ snapshot: string; seq: string }[]>(MOMENT);
    if (!moment) throw new Error('No moment of the graph');
    const rows = new EdgeRows();
    const table = new WordTable();
    await copyOut(tx, COPY, FIELDS, (bytes, start) => {
      if (rows.length >= edgeLimit) throw new RangeError(`More than ${String(edgeLimit)} edges`);
      readEdge(bytes, start, rows, table);
    });
    if (rows.top > topLimit) throw new RangeError(`An asset has a number over ${String(topLimit)}`);
    return { snapshot: moment.snapshot, seq: Number(moment.seq), rows, table };
  });
}

/** Two ids of eight bytes; the rest of the row is the key of its words. */
function readEdge(bytes: Buffer, start: number, rows: EdgeRows, table: WordTable): void {
  const wordsStart = start + 2 * (4 + 8);
  const end = skipField(bytes, skipField(bytes, wordsStart + (4 + 4) + (4 + 1)));
  const words = table.numberOf(bytes.toString('latin1', wordsStart, end), () => readWords(bytes, wordsStart));
  rows.push(bigintAt(bytes, start + 4), bigintAt(bytes, start + 16), words);
}

function readWords(bytes: Buffer, start: number): EdgeWords {
  const job = start + (4 + 4) + (4 + 1);
  const transformation = skipField(bytes, job);
  const length = bytes.readInt32BE(transformation);
  return {
    sourceId: bytes.readInt32BE(start + 4),
    kind: bytes[start + 12] === 1 ? 'DIRECT' : 'INDIRECT',
    jobId: bytes.readInt32BE(job) === -1 ? null : String(bigintAt(bytes, job + 4)),
    transformation: length === -1 ? null : bytes.toString('utf8', transformation + 4, transformation + 4 + length),
  };
}

const skipField = (bytes: Buffer, start: number): number => start + 4 + Math.max(bytes.readInt32BE(start), 0);
const bigintAt = (bytes: Buffer, start: number): number =>
  bytes.readInt32BE(start) * 0x1_0000_0000 + bytes.readUInt32BE(start + 4);
