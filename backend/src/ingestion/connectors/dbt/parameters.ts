import { z } from 'zod';

import { invalid, type DomainError } from '../../../shared/errors';

/** One word or URL without control characters, short enough for a key. */
const Name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(500, 'must be at most 500 characters')
  .refine((text) => !/\p{Cc}/u.test(text), 'must not hold control characters');

const Parameters = z.object({
  namespace: Name,
  project: Name.refine((text) => !text.includes('/'), 'must not hold a slash').optional(),
  target: Name.refine((text) => !text.includes('#'), 'must not hold a #').optional(),
  owner: Name.optional(),
});

/** How the sender wants the artifacts read; `owner` answers for whatever names nobody. */
export interface DbtParameters {
  readonly namespace: string;
  readonly project: string | null;
  readonly target: string | null;
  readonly owner: string | null;
}

/**
 * Reads the request's parameters; unknown ones belong to others and are ignored.
 *
 * @throws DomainError INVALID naming the first parameter that is missing or malformed.
 */
export function readParameters(parameters: Readonly<Record<string, string>>): DbtParameters {
  const parsed = Parameters.safeParse(parameters);
  if (parsed.success) {
    const { namespace, project = null, target = null, owner = null } = parsed.data;
    return { namespace, project, target, owner };
  }
  throw refusal(parsed.error.issues[0], parameters);
}

function refusal(issue: z.core.$ZodIssue | undefined, parameters: Readonly<Record<string, string>>): DomainError {
  const parameter = String(issue?.path[0]);
  if (Object.hasOwn(parameters, parameter))
    return invalid(`Parameter ${parameter} ${issue?.message ?? 'is malformed'}`, { parameter });
  return invalid(
    `Parameter ${parameter} is missing: say where the project's tables live, like postgres://db.internal:5432`,
    {
      parameter,
    },
  );
}

/** What a manifest is the whole truth of. */
export const scopeOf = ({ namespace, target }: DbtParameters): string =>
  target === null ? namespace : `${namespace}#${target}`;
