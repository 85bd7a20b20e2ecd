import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { invalid } from '../../shared/errors';

/** Networks that no public service is on. Source: IANA special-purpose address registries. */
const CLOSED: readonly [network: string, prefix: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];
/** Of IPv6 only 2000::/3 is handed out, and these are not, or stand for an IPv4 address. */
const CLOSED_6: readonly [network: string, prefix: number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const closed = new BlockList();
for (const [network, prefix] of CLOSED) closed.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of CLOSED_6) closed.addSubnet(network, prefix, 'ipv6');
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !closed.check(address, 'ipv4');
  return isIP(address) === 6 && global6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/**
 * The address as it will be called.
 *
 * `hosts`: those that the installation trusts, on its own network and without TLS too.
 *
 * @throws DomainError INVALID naming the rule: https, no user name, no address of a closed network
 */
export function checkTarget(text: string, hosts: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['https:', 'http:'].includes(url.protocol)) throw invalid('URL: is not an https address');
  if (url.username !== '' || url.password !== '') throw invalid('URL: has a user name in it');
  if (!hosts.includes(hostOf(url))) checkPublic(url);
  return url;
}

function checkPublic(url: URL): void {
  const host = hostOf(url);
  if (url.protocol !== 'https:') throw invalid(`URL: ${host} is called with https alone`);
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw invalid(`URL: ${host} is not public`);
}

/**
 * The addresses of a host, looked up once: the connection goes to one of these and no other.
 *
 * @throws DomainError INVALID when one of them is on a closed network
 */
export async function addressesOf(url: URL, hosts: readonly string[]): Promise<readonly LookupAddress[]> {
  const host = hostOf(url);
  const addresses = await lookup(host, { all: true });
  if (hosts.includes(host) || addresses.every(({ address }) => isPublicAddress(address))) return addresses;
  throw invalid(`Host ${host}: has an address that is not public`);
}

/** Without the brackets of IPv6. */
const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
