import { z } from 'zod';
import { ASSET_TYPES, CLASSIFICATION_LEVELS, type AssetType } from '../../shared/vocabulary';
import type { ClassificationSelector } from '../domain/policy/policy';

const LEVEL_TEXT = new RegExp(`^(>=|<=|>|<|=)?\\s*(${CLASSIFICATION_LEVELS.join('|')})$`, 'i');
/** What lakes and dbt call the same layer. */
const LAYERS: ReadonlyMap<string, string> = new Map([
  ['raw', 'source'],
  ['bronze', 'staging'],
  ['silver', 'intermediate'],
  ['gold', 'mart'],
  ['marts', 'mart'],
]);
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400, w: 604_800 };

export const text = z.string().trim().min(1, 'must not be empty').max(500, 'has more than 500 characters');

/** One text or a list of them. */
export const texts = z
  .union([text, z.array(text).min(1, 'must not be empty').max(200, 'has more than 200 entries')])
  .transform((said): readonly string[] => (typeof said === 'string' ? [said] : said))
  .describe('One or several; * stands for any characters, ? for one; without case.');

/** Words for layers, in the catalog's own: raw is source, bronze staging, silver intermediate, gold mart. */
export const layers = texts.transform((said): readonly string[] =>
  said.map((word) => LAYERS.get(word.toLowerCase()) ?? word.toLowerCase()),
);

const TYPE_WORDS: readonly string[] = [...ASSET_TYPES.map((type) => type.toLowerCase()), ...ASSET_TYPES];
const typeWord = z.enum(TYPE_WORDS, {
  error: (issue) => `${JSON.stringify(issue.input)} is no type of asset: use table, view, topic, dashboard …`,
});

export const assetTypes = z
  .union([typeWord, z.array(typeWord).min(1, 'must not be empty')])
  .transform((said) => [said].flat().map((word) => word.toUpperCase() as AssetType));

export const days = z.int('must be a whole number of days').min(1, 'must be at least 1').max(36_500, 'is over 36500');

/** `90s`, `30m`, `2h`, `1d`, `1w` in seconds. */
export const duration = z
  .string()
  .regex(/^\d{1,6}\s*[smhdw]$/, 'is no duration: use 90s, 30m, 2h, 1d or 1w')
  .transform((said) => Number.parseInt(said, 10) * (UNITS[said.at(-1) ?? 's'] ?? 1));

export const levelText = z
  .string()
  .regex(LEVEL_TEXT, `is no level: use ${CLASSIFICATION_LEVELS.join(', ')}, also with >=, >, <=, <`)
  .describe('CONFIDENTIAL, ">=CONFIDENTIAL", "<RESTRICTED" …');

/** The range of levels that a text like `>=CONFIDENTIAL` means; 1 public … 4 restricted. */
export function levelRange(said: string): Pick<ClassificationSelector, 'minLevel' | 'maxLevel'> {
  const [, operator = '=', word = ''] = LEVEL_TEXT.exec(said.trim()) ?? [];
  const level = CLASSIFICATION_LEVELS.findIndex((one) => one === word.toUpperCase()) + 1;
  if (operator === '>=') return { minLevel: level };
  if (operator === '>') return { minLevel: level + 1 };
  if (operator === '<=') return { maxLevel: level };
  if (operator === '<') return { maxLevel: level - 1 };
  return { minLevel: level, maxLevel: level };
}
