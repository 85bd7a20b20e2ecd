import type { GroupOwner } from './manifest-index';
import { redact } from './redact';
import type { Resource } from './shapes';

interface Tagged {
  readonly tags?: string | readonly string[] | null | undefined;
  readonly config?: { readonly tags?: string | readonly string[] | null | undefined } | null | undefined;
}

const listOf = (value: string | readonly string[] | null | undefined): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? []);

/** Tags from both places dbt keeps them in, sorted, without repeats. */
export function tagsOf({ tags, config }: Tagged): readonly string[] {
  const all = [...listOf(tags), ...listOf(config?.tags)].filter((tag) => tag !== '');
  return [...new Set(all)].sort();
}

/** `meta` from both places, config's winning, without secrets. */
export function metaOf({ meta, config }: Resource): Record<string, unknown> {
  return redact({ ...meta, ...config?.meta }) as Record<string, unknown>;
}

/** Group a resource belongs to, as its unique_id ends. */
export const groupOf = (resource: Resource): string | null => resource.group ?? resource.config?.group ?? null;

/**
 * A person or team from whatever `meta.owner` holds: a text, { name, email }, or a list of either; null when nobody.
 */
export function ownerText(owner: unknown): string | null {
  if (typeof owner === 'string') return owner.trim() === '' ? null : owner.trim();
  if (Array.isArray(owner)) {
    const names = owner.map(ownerText).filter((name) => name !== null);
    return names.length > 0 ? [...new Set(names)].join(', ') : null;
  }
  if (owner === null || typeof owner !== 'object') return null;
  const { name, email } = owner as Record<string, unknown>;
  return ownerText(name) ?? ownerText(email);
}

/** First of: meta.owner, the owner of its group. The caller adds what its type knows (source, exposure) and the default. */
export function declaredOwner(resource: Resource, groupOwners: ReadonlyMap<string, GroupOwner>): string | null {
  const own = ownerText(resource.config?.meta?.['owner']) ?? ownerText(resource.meta?.['owner']);
  if (own !== null) return own;
  const group = groupOf(resource);
  return group === null ? null : ownerText(groupOwners.get(`group.${resource.package_name ?? ''}.${group}`));
}
