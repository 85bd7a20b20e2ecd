import type { GroupOwner } from './manifest-index';
import { redact } from './redact';
import { firstTold } from './said';
import type { Resource } from './shapes';
import { packageOf, resourceTypeOf } from './unique-id';

interface Tagged {
  readonly tags?: readonly string[] | null | undefined;
  readonly config?: { readonly tags?: readonly string[] | null | undefined } | null | undefined;
}

/** Tags from both places dbt keeps them in, sorted, without repeats. */
export function tagsOf({ tags, config }: Tagged): readonly string[] {
  const all = [...(tags ?? []), ...(config?.tags ?? [])].filter((tag) => tag !== '');
  return [...new Set(all)].sort();
}

/** What the authors wrote of a resource under `name` in its meta, in either of the places dbt keeps it in. */
export const metaValue = ({ meta, config }: Resource, name: string): unknown =>
  [config.meta, meta].find((values) => values && Object.hasOwn(values, name))?.[name];

/** Group a resource belongs to, by the group's name. */
const groupOf = (resource: Resource): string | null => firstTold(resource.group, resource.config.group);

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
  const own = ownerText(metaValue(resource, 'owner'));
  const group = groupOf(resource);
  if (own !== null || group === null) return own;
  return ownerText(groupOwners.get(`group.${resource.package_name ?? ''}.${group}`));
}

/** Facts that any resource of dbt has. */
export function commonProperties(uniqueId: string, resource: Resource): Record<string, unknown> {
  return {
    resourceType: resourceTypeOf(uniqueId),
    uniqueId,
    package: firstTold(resource.package_name, packageOf(uniqueId)),
    path: firstTold(resource.original_file_path, resource.path),
    group: groupOf(resource),
    meta: redact({ ...resource.meta, ...resource.config.meta }),
  };
}
