import { isKnownPlatform, platformOfScheme, rulesOf } from './platforms';

export interface HostPort {
  /** Lower case, IPv6 in its brackets, no dot at the end. */
  readonly host: string;
  /** The one written, or the platform's own; null where there is none to speak of. */
  readonly port: number | null;
}

/** A namespace of the form `scheme://hosts/path`, taken apart; credentials and parameters are gone. */
export interface NamespaceAddress {
  readonly platform: string;
  readonly hasDriver: boolean;
  /** As written, lower case, without user information. */
  readonly authority: string;
  readonly hosts: readonly HostPort[];
  /** Without slashes at its ends. */
  readonly path: string;
  readonly parameters: URLSearchParams;
}

/** Null when the text is no URL of a platform that the catalog knows. */
export function parseAddress(text: string): NamespaceAddress | null {
  const [, scheme, slashes, rest] = /^([a-z][a-z0-9+.-]*):(\/\/|(?=\/))(.*)$/is.exec(text) ?? [];
  if (scheme === undefined || rest === undefined) return null;
  const platform = platformOfScheme(scheme);
  return isKnownPlatform(platform)
    ? addressOf(platform, scheme.includes('+'), slashes === '' ? `/${rest}` : rest)
    : null;
}

function addressOf(platform: string, hasDriver: boolean, rest: string): NamespaceAddress {
  // In a bucket or a file system, `?` and `;` are characters of a path like any other.
  const isPath = rulesOf(platform).style === 'path';
  const [location, query] = isPath ? [rest, ''] : cutOnce(rest.replace(/;.*$/s, ''), '?');
  const [authority, path] = splitAuthority(location);
  const bare = withoutUser(authority, platform).trim().toLowerCase();
  const segments = path.split('/').map((segment) => segment.trim());
  return {
    platform,
    hasDriver,
    authority: bare,
    hosts: hostsOf(bare, platform),
    path: segments.filter((segment) => segment !== '').join('/'),
    parameters: new URLSearchParams(query),
  };
}

function splitAuthority(location: string): [string, string] {
  const slash = location.indexOf('/');
  return slash === -1 ? [location, ''] : [location.slice(0, slash), location.slice(slash)];
}

function cutOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

/** In Azure's storage the part before the `@` is the container, not a user. */
function withoutUser(authority: string, platform: string): string {
  return platform === 'abfss' ? authority : authority.slice(authority.lastIndexOf('@') + 1);
}

function hostsOf(authority: string, platform: string): HostPort[] {
  const { defaultPort, silentPort } = rulesOf(platform);
  return authority.split(',').map((text) => {
    const parts = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(text.trim());
    const [, host = text.trim(), written = ''] = parts ?? [];
    const number = /^\d{1,5}$/.test(written) ? Number(written) : 0;
    const port = number >= 1 && number <= 65_535 ? number : defaultPort;
    return { host: host.trim().replace(/[.\s]+$/, ''), port: port === silentPort ? null : port };
  });
}

/** `host`, or `host:port` where the port says something. */
export function formatHost({ host, port }: HostPort): string {
  return port === null ? host : `${host}:${port.toString()}`;
}

const GENERIC_HOSTS = new Set(
  (
    'localhost 0.0.0.0 [::1] [::] host.docker.internal gateway.docker.internal db database postgres postgresql mysql ' +
    'mariadb mssql sqlserver oracle redis kafka broker zookeeper mongo mongodb clickhouse minio elasticsearch ' +
    'opensearch trino presto cassandra warehouse namenode hive hive-metastore spark'
  ).split(' '),
);

/** The name means another machine to everybody who says it. */
export function isProducerScoped(host: string): boolean {
  return GENERIC_HOSTS.has(host) || /^127\.\d+\.\d+\.\d+$/.test(host) || host.endsWith('.localhost');
}
