/** A JDBC address in the form of a plain URL, with what its parameters say of missing parts of names. */
export interface JdbcAddress {
  readonly url: string;
  readonly database: string | null;
  readonly schema: string | null;
}

const DATABASE_KEYS = [
  'databasename',
  'database',
  'db',
  'dbname',
  'initialcatalog',
  'conncatalog',
  'catalog',
  'projectid',
];
const SCHEMA_KEYS = ['currentschema', 'connschema', 'schema', 'defaultdataset'];

/** Rewrites `jdbc:…`; user, password and every other parameter are left out. */
export function parseJdbc(text: string): JdbcAddress {
  const body = text.replace(/^jdbc:/i, '');
  if (/^oracle:/i.test(body)) return parseOracle(body);
  const [address, parameters] = splitParameters(withoutSubProtocol(body));
  const named = parseParameters(parameters);
  return {
    url: moveInstance(regional(address, named)),
    database: firstOf(named, DATABASE_KEYS),
    schema: firstOf(named, SCHEMA_KEYS),
  };
}

/** `ch:http://h` → `ch://h`; `jtds:sqlserver://h/db` and `mysql:loadbalance://h` likewise keep the part that says the platform. */
function withoutSubProtocol(body: string): string {
  const parts = /^([a-z0-9+]+):([a-z0-9+-]+):\/\/(.*)$/i.exec(body);
  if (parts === null) return /^[a-z0-9]+:\/\//i.test(body) ? body : body.replace(/^([a-z0-9]+):/i, '$1://');
  const [, first = '', , rest = ''] = parts;
  // `+` marks a driver of the platform whose path is a database, not an instance.
  return first.toLowerCase() === 'jtds' ? `mssql+jtds://${rest}` : `${first}://${rest}`;
}

/** Everything after the first `?` or `;`, or after DB2's `:` behind the database. */
function splitParameters(url: string): [string, string] {
  const at = url.search(/[?;]/);
  const [head, tail] = at === -1 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
  const db2 = /^(db2:\/\/[^/]+\/[^:]+):(.*)$/i.exec(head);
  return db2 === null ? [head, tail] : [db2[1] ?? '', db2[2] ?? ''];
}

function parseParameters(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(/[&;?]/).map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, Math.max(at, 0)).trim().toLowerCase(), pair.slice(at + 1).trim()] as const;
  });
  return new Map(pairs.filter(([key, value]) => key !== '' && value !== '').reverse());
}

function firstOf(parameters: ReadonlyMap<string, string>, keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = parameters.get(key);
    if (value !== undefined) return value;
  }
  return null;
}

/** SQL Server's `host\instance:port` → `host:port/instance`, as OpenLineage writes it. */
function moveInstance(url: string): string {
  const parts = /^([^:]+:\/\/)([^\\/:]+)\\([^\\/:;]+)(:\d+)?/.exec(url);
  if (parts === null) return url;
  const [, scheme = '', host = '', instance = '', port = ''] = parts;
  return `${scheme}${host}${port}/${instance}`;
}

/** Athena's driver names a region instead of a host: `jdbc:awsathena://AwsRegion=eu-west-1;`. */
function regional(address: string, parameters: ReadonlyMap<string, string>): string {
  const region = /^(?:aws)?athena:\/\/(?:(?:aws)?region=([a-z0-9-]+))?$/i.exec(address);
  if (region === null) return address;
  const name = region[1] ?? parameters.get('awsregion') ?? parameters.get('region');
  return name === undefined ? address : `awsathena://athena.${name.toLowerCase()}.amazonaws.com`;
}

/** `thin:@//host:port/service`, `thin:@host:port:sid`, `thin:@host:sid`, or a description in parentheses. */
function parseOracle(body: string): JdbcAddress {
  const target = body.slice(body.lastIndexOf('@') + 1).replace(/^(?:tcps?:)?\/\//i, '');
  if (target.startsWith('(')) return parseDescription(target);
  const [address = ''] = target.split(/[?;]/);
  const parts = /^(\[[^\]]*\]|[^:/]*)(?::(\d+))?(?:[:/]([^:/]+))?/.exec(address);
  const [, host = '', port, database] = parts ?? [];
  return { url: oracleUrl(host, port), database: database ?? null, schema: null };
}

function parseDescription(text: string): JdbcAddress {
  const value = (key: string): string | undefined =>
    new RegExp(`\\(${key}=([^()]{1,255})\\)`, 'i').exec(text)?.[1]?.trim();
  return {
    url: oracleUrl(value('HOST') ?? '', value('PORT')),
    database: value('SERVICE_NAME') ?? value('SID') ?? null,
    schema: null,
  };
}

function oracleUrl(host: string, port: string | undefined): string {
  return port === undefined ? `oracle://${host}` : `oracle://${host}:${port}`;
}
