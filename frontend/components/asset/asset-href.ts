import type { AssetType } from '../../graphql/generated/graphql';

/** What an address of an asset is made of. */
export interface AssetAddress {
  readonly id: string;
  readonly type: AssetType;
  readonly namespace: string;
  readonly name: string;
}

/** Longer addresses are cut by proxies and mail clients; such an asset is addressed by its id. */
const LONGEST_SEGMENT = 1500;

/**
 * The page of an asset: `/assets/{type}/{namespace;name}`, the pair as one percent-encoded segment.
 *
 * Reversible: a semicolon or percent sign inside the namespace is escaped before the pair is joined,
 * so the first semicolon of the decoded segment is always the border.
 */
export function assetHref(asset: AssetAddress, query = ''): string {
  const segment = encodeIdentity(asset.namespace, asset.name);
  const path = segment.length > LONGEST_SEGMENT ? `id/${asset.id}` : `${typeSegment(asset.type)}/${segment}`;
  return `/assets/${path}${query && `?${query}`}`;
}

export function typeSegment(type: AssetType): string {
  return type.toLowerCase().replaceAll('_', '-');
}

/** One path segment for a canonical pair; characters that are legal in a segment stay readable. */
export function encodeIdentity(namespace: string, name: string): string {
  const pair = `${namespace.replaceAll('%', '%25').replaceAll(';', '%3B')};${name}`;
  return encodeURIComponent(pair.toWellFormed()).replace(/%(3A|3B|40|2C|24|2B|3D|26)/g, decodeURIComponent);
}

/** The pair behind a segment, as the router hands it over (still encoded); null when it is not one of ours. */
export function decodeIdentity(segment: string): { namespace: string; name: string } | null {
  try {
    const pair = decodeURIComponent(segment);
    const border = pair.indexOf(';');
    if (border < 0) return null;
    const namespace = pair.slice(0, border).replaceAll('%3B', ';').replaceAll('%25', '%');
    return { namespace, name: pair.slice(border + 1) };
  } catch {
    return null; // a lone percent sign: nobody's address
  }
}
