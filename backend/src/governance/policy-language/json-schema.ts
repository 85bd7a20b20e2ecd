import { z } from 'zod';
import { PolicySchema } from './read-policy';

/** JSON Schema (2020-12) of a policy as it is written: for completion in editors. */
export function policyJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(PolicySchema, { io: 'input', unrepresentable: 'any' });
  return { $schema, title: 'Tributary policy', ...schema };
}
