import type { CanonicalNamespace } from './canonical-name';
import { canonicalAuthority } from './host-rules';
import { checkedText, MAX_NAMESPACE_CHARS } from './identity-text';
import { parseJdbc } from './jdbc-url';
import { isProducerScoped, parseAddress, type NamespaceAddress } from './namespace-address';
import { rulesOf } from './platforms';

/** A canonical namespace, and what its spelling said beyond it. */
export interface ParsedNamespace extends CanonicalNamespace {
  /** From the path or the parameters of a connection's address: fill missing parts of names. */
  readonly database: string | null;
  readonly schema: string | null;
  /** Of a file system or a bucket: where names in this spelling begin, without slashes at its ends. */
  readonly path: string;
  /** Without ports. Empty when the namespace has none. */
  readonly hosts: readonly string[];
}

const NOTHING_MORE = { database: null, schema: null, path: '', hosts: [] } as const;

/** Namespaces that are one word, and the platform of each. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['bigquery', 'bigquery'],
  ['file', 'file'],
  ['dbfs', 'dbfs'],
  ['unity-catalog', 'unitycatalog'],
]);

/**
 * A namespace by the rules of its platform alone, aliases not applied.
 *
 * @throws DomainError INVALID when it is empty, too long or not text.
 */
export function parseNamespace(raw: string): ParsedNamespace {
  const text = checkedText('Namespace', raw, MAX_NAMESPACE_CHARS);
  if (/^jdbc:/i.test(text)) return parseConnection(text);
  return parseWord(text) ?? parseGlue(text) ?? parseBucketUrl(text) ?? parsePlatformUrl(text) ?? parseOpaque(text);
}

function parseConnection(text: string): ParsedNamespace {
  const { url, database, schema } = parseJdbc(text);
  const parsed = parsePlatformUrl(url) ?? parseOpaque(url);
  return { ...parsed, database: database ?? parsed.database, schema: schema ?? parsed.schema };
}

function parseWord(text: string): ParsedNamespace | null {
  const word = text.toLowerCase().replace(/:\/*$/, '');
  const platform = WORDS.get(word);
  if (platform === undefined) return null;
  return { ...NOTHING_MORE, namespace: word, platform, isWeak: platform !== 'bigquery' };
}

function parseGlue(text: string): ParsedNamespace | null {
  const parts = /^arn:(aws[a-z-]*):glue:([a-z0-9-]+):([0-9-]+)\/?$/i.exec(text);
  if (parts === null) return null;
  const [, partition = '', region = '', account = ''] = parts;
  const namespace = `arn:${partition}:glue:${region}:${account.replaceAll('-', '')}`.toLowerCase();
  return { ...NOTHING_MORE, namespace, platform: 'glue', isWeak: false };
}

/** `https://bucket.s3.region.amazonaws.com/key` and `https://s3.region.amazonaws.com/bucket/key`; Google's likewise. */
function parseBucketUrl(text: string): ParsedNamespace | null {
  const [address = ''] = text.split('?');
  const hosted = /^https?:\/\/([^/]+)\.s3[.-](?:[a-z0-9-]+\.)?amazonaws\.com(?::\d+)?(\/.*)?$/i.exec(address);
  if (hosted !== null) return bucket('s3', hosted[1], hosted[2]);
  const shared = /^https?:\/\/s3[.-](?:[a-z0-9-]+\.)?amazonaws\.com(?::\d+)?\/([^/]+)(\/.*)?$/i.exec(address);
  if (shared !== null) return bucket('s3', shared[1], shared[2]);
  const google = /^https?:\/\/storage\.googleapis\.com\/([^/]+)(\/.*)?$/i.exec(address);
  return google === null ? null : bucket('gs', google[1], google[2]);
}

function bucket(platform: string, name: string | undefined, path: string | undefined): ParsedNamespace {
  const namespace = `${platform}://${(name ?? '').toLowerCase()}`;
  return { ...NOTHING_MORE, namespace, platform, isWeak: false, path: trimSlashes(path ?? '') };
}

function parsePlatformUrl(text: string): ParsedNamespace | null {
  const address = parseAddress(text);
  if (address === null) return null;
  if (address.platform === 'duckdb' || address.platform === 'sqlite') return parseDatabaseFile(address.platform, text);
  if (rulesOf(address.platform).style === 'path') return parseFileSystem(address);
  const { platform } = address;
  const authority = platform === 'bigquery' ? '' : canonicalAuthority(address);
  return {
    namespace: platform === 'bigquery' ? platform : `${platform}://${authority}`,
    platform,
    isWeak: hostNames(authority).some(isProducerScoped),
    ...partsOfPath(address),
    path: '',
    hosts: address.hosts.map(({ host }) => host),
  };
}

function hostNames(authority: string): string[] {
  return authority.split(',').map((at) => at.replace(/(?::\d+)?(?:\/.*)?$/, ''));
}

/** What the path of a database's address says: `/database/schema`, but for SQL Server an instance. */
function partsOfPath(address: NamespaceAddress): { database: string | null; schema: string | null } {
  const [database, schema] = segmentsOf(address);
  const { parameters } = address;
  return {
    database: parameters.get('database') ?? parameters.get('db') ?? database ?? null,
    schema: parameters.get('currentSchema') ?? parameters.get('schema') ?? schema ?? null,
  };
}

function segmentsOf({ platform, hasDriver, path, authority }: NamespaceAddress): readonly string[] {
  if (platform === 'mssql' && !hasDriver) return [];
  // BigQuery has no host: a project stands in its place.
  const all = platform === 'bigquery' ? `${authority}/${path}` : path;
  return all.split('/').filter((segment) => segment !== '');
}

/** The file is the namespace; its path keeps its case. */
function parseDatabaseFile(platform: string, text: string): ParsedNamespace {
  const file = text.replace(/^[^:]*:/, '').replace(/^\/\//, '');
  const [path = ''] = file.split('?');
  const bare = path.length > 1 ? path.replace(/\/+$/, '') : path;
  return { ...NOTHING_MORE, namespace: `${platform}://${bare}`, platform, isWeak: bare === ':memory:' || bare === '' };
}

function parseFileSystem(address: NamespaceAddress): ParsedNamespace {
  const { platform } = address;
  const authority = canonicalAuthority(address);
  const isLocal = authority === '' || isProducerScoped(authority);
  const namespace = isLocal && (platform === 'file' || platform === 'dbfs') ? platform : `${platform}://${authority}`;
  return { ...NOTHING_MORE, namespace, platform, isWeak: isLocal, path: address.path };
}

/** A platform nobody knows: counts to the letter, but a password is never part of a name. */
function parseOpaque(text: string): ParsedNamespace {
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  const namespace = scheme === undefined ? text : withoutSecrets(text).replace(/([^:/])\/+$/, '$1');
  return { ...NOTHING_MORE, namespace, platform: scheme ?? 'custom', isWeak: false };
}

/** A spelling that may be stored and shown: without user, password and parameters of an address. */
export function withoutSecrets(namespace: string): string {
  const isConnection = /^jdbc:/i.test(namespace);
  const address = isConnection ? namespace.replace(/[?;].*$/s, '') : namespace;
  return address
    .replace(/^([a-z][a-z0-9+.:-]*:\/\/)[^/@]*:[^/@]*@/i, '$1')
    .replace(/^(jdbc:oracle:[a-z]+:)[^@]*@/i, '$1@')
    .replace(/^([a-z][a-z0-9+.-]*:\/\/[^?]*)\?.*$/is, '$1');
}

function trimSlashes(path: string): string {
  return path.replace(/^\/+/, '').replace(/\/+$/, '');
}
