import { z } from 'zod';
import type { ClassificationSelector, Selector } from '../domain/policy/policy';
import { assetTypes, layers, levelRange, levelText, text, texts } from './words';

const Classification = z
  .strictObject({
    level: levelText.optional(),
    category: texts.optional().describe('PII, PHI or a word of your own; any of them.'),
    unclassified: z.boolean().optional().describe('true: nobody classified it; false: somebody did.'),
  })
  .transform(({ level, category, unclassified }): ClassificationSelector => ({
    ...(level === undefined ? {} : levelRange(level)),
    categories: category,
    unclassified,
  }))
  .describe('How sensitive it is: its effective classification.');

const Column = z
  .strictObject({
    name: texts.optional(),
    type: texts.optional(),
    tag: texts.optional(),
    classification: Classification.optional(),
  })
  .describe('The asset has a column for which all of these hold.');

const LEAVES = {
  classification: Classification.optional(),
  assetType: assetTypes.optional().describe('table, view, topic, dashboard …'),
  tag: texts.optional(),
  domain: texts.optional().describe("A dbt group, or `meta.domain` of the asset's source."),
  owner: texts.optional(),
  platform: texts.optional().describe('postgres, snowflake, kafka, s3 …'),
  namespace: texts.optional(),
  name: texts.optional().describe('Full or short name of the asset.'),
  namePattern: text.optional().describe('RE2 expression for the whole name.'),
  layer: layers.optional().describe('source, staging, intermediate, mart, bi, ml.'),
  zone: layers.optional().describe('The same as layer: raw, bronze, silver, gold.'),
  tier: texts.optional(),
  environment: texts.optional().describe('Environment of the namespace.'),
  dbt: z.strictObject({ package: texts.optional(), materialized: texts.optional() }).optional(),
  column: Column.optional(),
};

/** Who a policy is about. Keys side by side must all hold. */
export const SelectorSchema: z.ZodType<Selector> = z.lazy(() =>
  z
    .strictObject({
      all: z.array(SelectorSchema).max(50, 'has more than 50 entries').optional().describe('Every one of these holds.'),
      any: z.array(SelectorSchema).max(50, 'has more than 50 entries').optional().describe('At least one holds.'),
      not: SelectorSchema.optional().describe('This does not hold.'),
      ...LEAVES,
    })
    .transform(({ zone, layer, ...rest }): Selector => ({
      ...rest,
      layer: layer || zone ? [...(layer ?? []), ...(zone ?? [])] : undefined,
    })),
);
