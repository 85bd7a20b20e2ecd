import { applyDecorators, SetMetadata, type CustomDecorator } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import type { Permission } from '../domain/permission';

/** Metadata of a handler: the permission it asks for, or PUBLIC. */
export const REQUIRED = 'tributary:required';
export const PUBLIC = 'public';
export type Requirement = Permission | typeof PUBLIC;

/**
 * Declares what a caller must be allowed to do: on every query, mutation and route, deny by default.
 *
 * On a `@ResolveField` it guards that field beyond what its root field asks for; without it the root's suffices.
 */
export function Requires(permission: Permission): MethodDecorator {
  return declare(permission);
}

/** Declares that anybody may call this, signed in or not. There are few; a test lists them. */
export function Public(): MethodDecorator {
  return declare(PUBLIC);
}

/** The schema carries the requirement too: fields below the root are checked against it once per operation. */
function declare(requirement: Requirement): MethodDecorator {
  const metadata: CustomDecorator = SetMetadata(REQUIRED, requirement);
  return applyDecorators(metadata, Extensions({ [REQUIRED]: requirement }));
}
