import { textDigest } from '../../../shared/text-digest';
import { cutToBytes, MAX_STORED_BYTES } from './identity-text';
import { isPartition, partitionLength } from './partition';

/** A path as the name of a dataset, and the full path where it pointed into the dataset. */
export interface CanonicalPath {
  readonly name: string;
  readonly subset: string | null;
}

const OBJECT_STORES = new Set(['s3', 'gs', 'abfss']);
const DATA_FILE = /\.(?:parquet|csv|tsv|jsonl?|ndjson|avro|orc|txt|xml|xlsx?|arrow|feather|gz|bz2|zst|snappy|lz4)$/i;
const PART_FILE = /^part-\d{4,}/;
/** What lies below is the working state of a table format or a job, never a dataset of its own. */
const INTERNAL = /^(?:_temporary|_delta_log|\.hoodie|_spark_metadata|\.spark-.*|\.hive-staging.*)$/;
/** Folders that hold many datasets: a file in their partitions is the dataset. */
const ZONES = new Set(
  'raw landing bronze silver gold staging stage inbound incoming ingest ingestion archive curated refined data lake'.split(
    ' ',
  ),
);

/** Keys in a bucket have no leading slash; paths in a file system keep theirs. */
export function isInBucket(platform: string): boolean {
  return OBJECT_STORES.has(platform);
}

/** Normalises slashes, then cuts partitions, files of a partition, globs and internals off the end. */
export function canonicalPath(platform: string, raw: string): CanonicalPath {
  const isAbsolute = !isInBucket(platform) && raw.startsWith('/');
  const full = raw
    .split('/')
    .map((segment) => segment.trim())
    .filter((segment) => segment !== '');
  const kept = trimSegments(full);
  const lead = isAbsolute ? '/' : '';
  const name = full.length === 0 ? '/' : storablePath(lead + kept.join('/'));
  const isWhole = kept.length === full.length && kept.at(-1) === full.at(-1);
  return { name, subset: isWhole ? null : lead + full.join('/') };
}

function trimSegments(full: readonly string[]): readonly string[] {
  const internal = full.findIndex((segment, index) => index > 0 && INTERNAL.test(segment));
  let segments = internal === -1 ? full : full.slice(0, internal);
  for (;;) {
    const shorter = trimOnce(segments);
    if (shorter === null) return segments;
    segments = shorter;
  }
}

/** Without what the last segment or segments say of a part; null when they name the dataset itself. */
function trimOnce(segments: readonly string[]): readonly string[] | null {
  const length = partitionLength(segments) || namelessTail(segments);
  if (length > 0) return length < segments.length ? segments.slice(0, -length) : null;
  return segments.length > 1 && DATA_FILE.test(segments.at(-1) ?? '') ? withoutFile(segments) : null;
}

/** Segments at the end that name no dataset: a glob, one of the files that a job writes, a table format's metadata. */
function namelessTail(segments: readonly string[]): number {
  const last = segments.at(-1) ?? '';
  // Iceberg's `table/metadata/v3.metadata.json`.
  if (last.endsWith('.metadata.json')) return segments.at(-2) === 'metadata' ? 2 : 1;
  return isGlob(last) || PART_FILE.test(last) ? 1 : 0;
}

/** A glob, or a placeholder that somebody left unfilled. */
function isGlob(segment: string): boolean {
  return segment.includes('*') || /^\{[^{}]*\}$/.test(segment);
}

/** A file is part of the dataset when its folder is a partition; in a zone it gives the dataset its name. */
function withoutFile(segments: readonly string[]): readonly string[] | null {
  const folder = segments.slice(0, -1);
  if (partitionLength(folder) === 0) return null;
  const dataset = trimSegments(folder);
  const stem = stemOf(segments.at(-1) ?? '');
  return isZone(dataset) && namesDataset(stem) ? [...dataset, stem] : dataset;
}

function isZone(path: readonly string[]): boolean {
  return path.length === 1 && ZONES.has((path[0] ?? '').toLowerCase());
}

/** The file's name without its extensions: `orders.snappy.parquet` → `orders`. */
function stemOf(file: string): string {
  let stem = file;
  while (DATA_FILE.test(stem)) stem = stem.replace(DATA_FILE, '');
  return stem;
}

function namesDataset(stem: string): boolean {
  return stem !== '' && namelessTail([stem]) === 0 && !isPartition(stem) && !INTERNAL.test(stem);
}

/** A longer path keeps its first folders and ends in a digest of the whole. */
function storablePath(path: string): string {
  if (Buffer.byteLength(path) <= MAX_STORED_BYTES) return path;
  const start = cutToBytes(path, MAX_STORED_BYTES - 64);
  const folders = start.slice(0, Math.max(start.lastIndexOf('/'), 0));
  return folders === '' ? `${start}~${textDigest(path)}` : `${folders}/~${textDigest(path)}`;
}
