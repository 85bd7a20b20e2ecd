import { z } from 'zod';
import { invalid } from '../../shared/errors';
import { linearPattern } from '../../shared/linear-pattern';
import { readYaml, type ReadText, type TextProblem } from '../../shared/yaml-text';
import { POLICY_MODES, type Policy, type Selector } from '../domain/policy/policy';
import { DemandSchema, ViolationSchema } from './demand-schema';
import { SelectorSchema } from './selector-schema';
import { text } from './words';

const NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

const Metadata = z.strictObject({
  name: z.string().regex(NAME, 'must be lower-case letters, digits and dashes, at most 63'),
  title: text.optional(),
  standard: text.optional().describe('Item of the standard that it puts into force: DE-2.3.'),
  owner: text.optional(),
  description: z.string().max(5_000).optional(),
  version: z.int().min(1).optional().describe('Version that this text is based on; the catalog counts.'),
});

const Spec = z.strictObject({
  mode: z.enum(POLICY_MODES).default('warn'),
  priority: z.int().min(0).max(1_000).default(100).describe('Which of several speaks when they demand the same.'),
  match: SelectorSchema,
  require: DemandSchema,
  treatUnknownAs: z.literal(false).optional().describe('Unknown encryption and logging count as missing.'),
  violation: ViolationSchema.prefault({}),
  remediation: z.string().max(2_000).optional(),
});

/** A policy as it is written. */
export const PolicySchema = z.strictObject({
  apiVersion: z.literal('tributary/v1'),
  kind: z.literal('Policy'),
  metadata: Metadata,
  spec: Spec,
});

/** A policy with what only its text says. */
export interface WrittenPolicy extends Policy {
  readonly description: string | null;
  /** The version it says it is based on. */
  readonly basedOn: number | null;
}

/** Reads a policy's YAML; every problem has its line and what was expected there. */
export function readPolicy(yaml: string): ReadText<WrittenPolicy> {
  const read = readYaml(yaml, PolicySchema, checkMeaning);
  return read.ok ? { ok: true, value: policyOf(read.value) } : read;
}

/** @throws DomainError INVALID with `details.problems` */
export function readPolicyOrRefuse(yaml: string): WrittenPolicy {
  const read = readPolicy(yaml);
  if (read.ok) return read.value;
  throw invalid(`Policy: ${describe(read.problems)}`, { problems: read.problems });
}

function describe(problems: readonly TextProblem[]): string {
  const [first] = problems;
  if (!first) return 'cannot be read';
  const where = first.path === '' ? '' : `${first.path}: `;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `line ${first.line}: ${where}${first.message}${more}`;
}

function policyOf({ metadata, spec }: z.output<typeof PolicySchema>): WrittenPolicy {
  return {
    name: metadata.name,
    title: metadata.title ?? metadata.name,
    standard: metadata.standard ?? null,
    owner: metadata.owner ?? null,
    description: metadata.description ?? null,
    basedOn: metadata.version ?? null,
    mode: spec.mode,
    priority: spec.priority,
    match: spec.match,
    require: spec.require,
    severity: spec.violation.severity,
    unknownIsFalse: spec.treatUnknownAs === false,
    remediation: spec.remediation ?? null,
    notify: spec.violation.notify,
  };
}

interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function checkMeaning({ spec }: z.output<typeof PolicySchema>): readonly Problem[] {
  const nothing = Object.keys(spec.require).length === 0;
  const demandsNothing = nothing ? [{ path: ['spec', 'require'], message: 'demands nothing' }] : [];
  const to = spec.require.reaches?.to;
  return [
    ...demandsNothing,
    ...patternProblems(spec.match, ['spec', 'match']),
    ...(to ? patternProblems(to, ['spec', 'require', 'reaches', 'to']) : []),
  ];
}

function patternProblems(selector: Selector, path: readonly PropertyKey[]): readonly Problem[] {
  const lists = (['all', 'any'] as const).flatMap((key) =>
    (selector[key] ?? []).flatMap((inner, index) => patternProblems(inner, [...path, key, index])),
  );
  const inner = selector.not ? patternProblems(selector.not, [...path, 'not']) : [];
  const message = selector.namePattern === undefined ? null : patternProblem(selector.namePattern);
  return [...lists, ...inner, ...(message === null ? [] : [{ path: [...path, 'namePattern'], message }])];
}

function patternProblem(pattern: string): string | null {
  try {
    linearPattern(pattern);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'is not a regular expression';
  }
}
