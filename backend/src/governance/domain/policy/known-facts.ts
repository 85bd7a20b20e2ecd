import type { Known } from './subject';

/** Platforms that encrypt at rest whether one asks or not. */
const ALWAYS_ENCRYPTED: ReadonlySet<string> = new Set([
  'snowflake',
  'bigquery',
  's3',
  'gs',
  'abfss',
  'databricks',
  'unitycatalog',
]);
/** A part of a namespace's address that is a region, by platform. */
const REGION_IN_NAME: readonly RegExp[] = [
  /^arn:aws:[a-z]+:([a-z]{2}-[a-z]+-\d):/,
  /^redshift:\/\/[^.]+\.([a-z]{2}-[a-z]+-\d)[.:]/,
  /^awsathena:\/\/athena\.([a-z]{2}-[a-z]+-\d)\./,
  /^snowflake:\/\/[^.]+\.([a-z]{2}-[a-z]+-\d)(?:\.aws)?$/,
];
const DAY_MS = 86_400_000;

export const UNKNOWN: Known<never> = { value: null, source: null, at: null };

/** The first that somebody says: of the asset itself, of its namespace, of its platform. */
export function firstKnown<Value>(...all: readonly Known<Value>[]): Known<Value> {
  return all.find(({ value }) => value !== null) ?? UNKNOWN;
}

/** What platforms do by themselves. */
export function encryptionOfPlatform(platform: string): Known<boolean> {
  return ALWAYS_ENCRYPTED.has(platform) ? { value: true, source: 'platform default', at: null } : UNKNOWN;
}

/** Region that the address of a namespace names. */
export function regionInNamespace(namespace: string): Known<string> {
  const region = REGION_IN_NAME.map((pattern) => pattern.exec(namespace)?.[1]).find((found) => found !== undefined);
  return region === undefined ? UNKNOWN : { value: region, source: 'namespace', at: null };
}

type Properties = Readonly<Record<string, unknown>>;

/** Where sources put how long something is kept, in their own words, with how many of the unit make a day. */
const RETENTION_WORDS: readonly (readonly [string, number])[] = [
  ['retentionDays', 1],
  ['retention_days', 1],
  ['retentionMs', DAY_MS],
  ['retention.ms', DAY_MS],
  ['ttlSeconds', DAY_MS / 1_000],
];

/** How long it is kept, in days; Infinity: without end. */
export function retentionOf(properties: Properties, at: string): Known<number> {
  const meta = (properties['meta'] ?? {}) as Properties;
  const found = isCompacted(properties) ? -1 : (firstNumber(properties) ?? firstNumber(meta));
  if (found === null) return UNKNOWN;
  return { value: found < 0 ? Number.POSITIVE_INFINITY : found, source: 'asset', at };
}

/** A compacted topic keeps the last value of each key for ever. */
function isCompacted(properties: Properties): boolean {
  const policy = properties['cleanupPolicy'] ?? properties['cleanup.policy'];
  return typeof policy === 'string' && policy.includes('compact') && !policy.includes('delete');
}

function firstNumber(properties: Properties): number | null {
  for (const [word, unit] of RETENTION_WORDS) {
    const value = number(properties[word]);
    if (value !== null) return value < 0 ? -1 : Math.round((value / unit) * 100) / 100;
  }
  return null;
}

function number(value: unknown): number | null {
  const said = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof said === 'number' && Number.isFinite(said) ? said : null;
}

/**
 * Time of the newest data: as a source measured it, unless something wrote the asset after that; else when a run that
 * completed wrote it last.
 */
export function newestDataOf(properties: Properties, writtenAt: Date | null): Known<string> {
  const measured = measuredDataOf(properties);
  const written = writtenAt?.toISOString() ?? null;
  if (written === null) return measured;
  const lookedAt = measured.at ?? measured.value;
  if (lookedAt !== null && Date.parse(lookedAt) >= Date.parse(written)) return measured;
  return { value: written, source: 'run', at: written };
}

function measuredDataOf(properties: Properties): Known<string> {
  const freshness = (properties['freshness'] ?? {}) as Properties;
  const said = freshness['maxLoadedAt'] ?? properties['maxLoadedAt'];
  const time = typeof said === 'string' ? Date.parse(said) : Number.NaN;
  if (Number.isNaN(time)) return UNKNOWN;
  const at = freshness['checkedAt'];
  return { value: new Date(time).toISOString(), source: 'asset', at: typeof at === 'string' ? at : null };
}
