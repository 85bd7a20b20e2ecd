import { z } from 'zod';
import { SEVERITIES } from '../domain/policy/policy';
import { SelectorSchema } from './selector-schema';
import { days, duration, layers, levelRange, levelText, text, texts } from './words';

const flag = z.boolean('must be true or false');

const Approval = z
  .union([flag, z.strictObject({ access: flag.default(true), approvers: texts.default(['role:steward']) })])
  .transform((said) => (typeof said === 'boolean' ? { access: said, approvers: ['role:steward'] } : said))
  .describe('Somebody must be able to decide on access: `role:steward`, `owner`.');

const Anonymization = z
  .union([
    flag,
    z.strictObject({
      outside: z.strictObject({ layer: layers.optional(), zone: layers.optional() }).optional(),
      category: texts.optional(),
    }),
  ])
  .transform((said) => {
    if (typeof said === 'boolean') return { required: said, outsideLayers: [] };
    const { outside, category } = said;
    return {
      required: true,
      outsideLayers: [...(outside?.layer ?? []), ...(outside?.zone ?? [])],
      categories: category,
    };
  })
  .describe('Columns of the category must be masked, but for the layers named in `outside`.');

const Description = z
  .union([flag, z.strictObject({ minLength: z.int().min(1).max(1_000) })])
  .transform((said) =>
    typeof said === 'boolean' ? { required: said, minLength: 1 } : { required: true, minLength: said.minLength },
  );

const Tests = z.strictObject({
  min: z.int().min(1, 'must be at least 1').max(1_000).default(1),
  types: texts.default([]).describe('not_null, unique …: at least one of each.'),
  severity: z.enum(SEVERITIES).optional().describe('Only tests of this severity count.'),
});

const LayerRule = z
  .strictObject({ denyUpstreamLayers: layers.optional(), denyUpstreamZones: layers.optional() })
  .refine((rule) => rule.denyUpstreamLayers ?? rule.denyUpstreamZones, 'needs denyUpstreamLayers')
  .transform((rule) => ({
    denyUpstreamLayers: [...(rule.denyUpstreamLayers ?? []), ...(rule.denyUpstreamZones ?? [])],
  }))
  .describe('What may not feed it directly.');

const Reaches = z
  .strictObject({
    to: SelectorSchema.describe('Where it must not arrive.'),
    category: texts
      .optional()
      .describe('Columns of these categories; absent: those that `match` names, else PII and PHI.'),
    level: levelText.optional().describe('Columns of at least this level.'),
    unless: z.literal('masked').default('masked'),
  })
  .transform(({ to, category, level }) => ({
    to,
    categories: category,
    minLevel: level === undefined ? undefined : levelRange(level).minLevel,
  }))
  .describe('Data of what matches must not arrive there unmasked; the path over column lineage is the evidence.');

/** What a policy demands. An explicit false means: not required. */
export const DemandSchema = z.strictObject({
  encryption: flag.optional().describe('Encrypted at rest.'),
  accessLogging: flag.optional().describe('Reading it is logged.'),
  retention: z
    .strictObject({ mode: z.enum(['max', 'min']).default('max'), days })
    .optional()
    .describe('How long it is kept: at most (max) or at least (min).'),
  regions: z
    .strictObject({ allow: texts.describe('Regions as the provider names them.') })
    .optional()
    .describe('Where it may be stored.'),
  approval: Approval.optional(),
  anonymization: Anonymization.optional(),
  audit: flag.optional().describe("The catalog's audit log is sealed and current."),
  classification: flag.optional().describe('Somebody has classified it.'),
  owner: flag.optional().describe('Somebody answers for it.'),
  description: Description.optional(),
  contract: flag.optional().describe('A contract is enforced on it.'),
  tests: Tests.optional(),
  freshness: z
    .strictObject({ max: duration })
    .transform(({ max }) => ({ maxSeconds: max }))
    .optional()
    .describe('Newest data is at most this old.'),
  layerRule: LayerRule.optional(),
  reaches: Reaches.optional(),
});

export const ViolationSchema = z.strictObject({
  severity: z.enum(SEVERITIES).default('error'),
  ticket: flag.default(false),
  notify: z.array(text).max(20).default([]).describe('Channels to tell: webhook:<name>.'),
});
