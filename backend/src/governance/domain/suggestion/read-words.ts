import type { Proposal } from './suggestion';

const LEVELS: ReadonlyMap<string, number> = new Map([
  ['public', 1],
  ['internal', 2],
  ['confidential', 3],
  ['sensitive', 3],
  ['restricted', 4],
  ['secret', 4],
]);
const CATEGORIES: ReadonlyMap<string, string> = new Map([
  ['pii', 'PII'],
  ['personal', 'PII'],
  ['personal_data', 'PII'],
  ['gdpr', 'PII'],
  ['phi', 'PHI'],
  ['health', 'PHI'],
  ['hipaa', 'PHI'],
  ['pci', 'PCI'],
]);
/** Keys behind which a word of classification stands. */
const KEYS = /^(data_)?(classification|sensitivity|classifier|privacy)$/;
const AGREEMENTS = /^(true|yes|y|1)$/i;
const DENIALS = /^(false|no|none|n|0|)$/i;
const KIND = /^[a-z][a-z0-9_]{0,39}$/;

/** What a word such as `pii`, `pii.email`, `classification:restricted` asks for; null for any other word. */
export function proposalOf(word: string): Proposal | null {
  const text = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
    .slice(0, 120);
  const [head = '', ...rest] = text.split(/[.:/=]/);
  if (KEYS.test(head) && rest.length > 0) return proposalOf(rest.join('.'));
  const category = CATEGORIES.get(head);
  if (category !== undefined) return categoryProposal(category, rest);
  const level = LEVELS.get(text);
  return level === undefined ? null : { level, category: '', subtype: '' };
}

function categoryProposal(category: string, [kind]: readonly string[]): Proposal | null {
  if (kind !== undefined && DENIALS.test(kind)) return null;
  const level = category === 'PCI' ? 3 : null;
  const isKind = kind !== undefined && KIND.test(kind) && !AGREEMENTS.test(kind);
  return { level, category, subtype: isKind ? `${category.toLowerCase()}.${kind}` : '' };
}

/** What dbt's meta says: `contains_pii: true`, `pii: email`, `classification: restricted`, with the words it used. */
export function proposalsOfMeta(meta: Readonly<Record<string, unknown>>): { word: string; proposal: Proposal }[] {
  return Object.entries(meta)
    .slice(0, 100)
    .flatMap(([rawKey, value]) => {
      const key = rawKey.toLowerCase().replace(/^(contains|is|has)_/, '');
      return wordsOf(key, value).flatMap((word) => {
        const proposal = proposalOf(word);
        return proposal ? [{ word: `${rawKey.slice(0, 60)}: ${valueText(value)}`, proposal }] : [];
      });
    });
}

function wordsOf(key: string, value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 20).flatMap((one) => wordsOf(key, one));
  const text = typeof value === 'boolean' ? String(value) : value;
  if (typeof text !== 'string') return [];
  if (KEYS.test(key)) return [text];
  if (!CATEGORIES.has(key) || DENIALS.test(text)) return [];
  return [AGREEMENTS.test(text) ? key : `${key}.${text}`];
}

const valueText = (value: unknown): string => String(Array.isArray(value) ? value.join(', ') : value).slice(0, 60);
