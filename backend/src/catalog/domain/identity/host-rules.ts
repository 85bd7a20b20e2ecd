import { formatHost, type HostPort, type NamespaceAddress } from './namespace-address';

/** What follows `scheme://` in a canonical namespace; platforms not named here list their hosts in order. */
export function canonicalAuthority(address: NamespaceAddress): string {
  const special = SPECIAL[address.platform];
  return special === undefined ? listHosts(address.hosts) : special(address);
}

const SPECIAL: Readonly<Record<string, (address: NamespaceAddress) => string>> = {
  snowflake: ({ hosts }) => snowflakeAccount(hosts[0]?.host ?? ''),
  redshift: ({ hosts }) => listHosts(hosts.map((at) => ({ ...at, host: redshiftHost(at.host) }))),
  // Clients name any brokers in any order; producers write the first only, so that is all there is to go by.
  kafka: ({ hosts }) => listHosts(hosts.slice(0, 1)),
  abfss: ({ authority }) => authority.replace('.blob.', '.dfs.'),
  mssql: ({ hosts, path, hasDriver }) => mssqlHost(hosts, hasDriver ? '' : path),
  s3: ({ authority }) => authority,
  gs: ({ authority }) => authority,
};

function listHosts(hosts: readonly HostPort[]): string {
  return [...new Set(hosts.filter(({ host }) => host !== '').map(formatHost))].sort().join(',');
}

/** A path names an instance, which has its own port: the default is then not assumed. */
function mssqlHost(hosts: readonly HostPort[], path: string): string {
  const instance = path.split('/')[0]?.toLowerCase() ?? '';
  if (instance === '') return listHosts(hosts);
  return `${listHosts(hosts.map((at) => (at.port === 1433 ? { ...at, port: null } : at)))}/${instance}`;
}

/**
 * `org-account`, or `locator.region.cloud` with what Snowflake leaves unsaid filled in.
 *
 * OpenLineage's client writes us-west-1 for a bare locator, a region that Snowflake does not have: read as us-west-2.
 */
function snowflakeAccount(host: string): string {
  const bare = host
    .replace(/\.snowflakecomputing\.(?:com|cn)$/, '')
    .replace(/\.privatelink$/, '')
    .replaceAll('_', '-')
    .replace(/[^\p{L}\p{N}.-]/gu, '');
  const [account = '', ...labels] = bare.split('.');
  if (account.includes('-') || account === '') return account;
  return `${account}.${regionAndCloud(labels)}`;
}

const CLOUDS = ['aws', 'gcp', 'azure'];

function regionAndCloud(labels: readonly string[]): string {
  const cloud = CLOUDS.find((name) => name === labels.at(-1));
  const regions = cloud === undefined ? labels : labels.slice(0, -1);
  const place = `${regions.length === 0 ? 'us-west-2' : regions.join('.')}.${cloud ?? 'aws'}`;
  return place === 'us-west-1.aws' ? 'us-west-2.aws' : place;
}

/** `cluster.hash.region.redshift.amazonaws.com` → `cluster.region`; serverless: `workgroup.region`. */
function redshiftHost(host: string): string {
  const parts = /^([^.]+)\.[^.]+\.([^.]+)\.redshift(?:-serverless)?\.amazonaws\.com(?:\.cn)?$/.exec(host);
  return parts === null ? host : `${parts[1] ?? ''}.${parts[2] ?? ''}`;
}
