import { familyOf, kindOfName } from './read-name';
import { kindOfValues } from './read-values';
import { proposalOf, proposalsOfMeta } from './read-words';
import { proposalText, type Candidate, type Proposal, type Recognised, type SuggestionSource } from './suggestion';

const FLOORS: ReadonlyMap<string, number> = new Map([
  ['PII', 3],
  ['PHI', 4],
]);

/**
 * What should be suggested for a column or an asset: each classification once, by the surest sign of it, and none that
 * it has already. Pure; a few microseconds.
 */
export function recognise(candidate: Candidate): Recognised[] {
  const best = new Map<string, Recognised>();
  for (const found of signsOf(candidate)) {
    const key = proposalText(found);
    if (isKnown(found, candidate)) continue;
    if ((best.get(key)?.confidence ?? 0) < found.confidence) best.set(key, found);
  }
  return withoutWeaker([...best.values()]);
}

/** `PII` is nothing beside `pii.email`. */
function withoutWeaker(all: readonly Recognised[]): Recognised[] {
  return all.filter((one) => !all.some((other) => other !== one && covers(other, one)));
}

function covers(strong: Recognised, weak: Recognised): boolean {
  if (weak.category !== '') return strong.category === weak.category && weak.subtype === '' && strong.subtype !== '';
  return weak.level !== null && leastLevel(strong) >= weak.level && strong.category !== '';
}

const leastLevel = ({ level, category }: Proposal): number => Math.max(level ?? 0, FLOORS.get(category) ?? 0);

function isKnown(proposal: Proposal, { level, categories }: Candidate): boolean {
  const { category } = proposal;
  if (category !== '') return categories.includes(category) && (level ?? 0) >= leastLevel(proposal);
  return (level ?? 0) >= (proposal.level ?? 0);
}

function signsOf(candidate: Candidate): Recognised[] {
  return [
    ...wordSigns('CONTRACT', 'contract', 98, candidate.contractWord === null ? [] : [candidate.contractWord]),
    ...wordSigns('DBT_CLASSIFIER', 'dbt classifier', 97, candidate.classifiers),
    ...metaSigns(candidate),
    ...wordSigns('TAG', 'tag', 94, candidate.tags),
    ...valueSigns(candidate),
    ...nameSigns(candidate),
    ...typeSigns(candidate),
  ];
}

function wordSigns(source: SuggestionSource, what: string, confidence: number, words: readonly string[]): Recognised[] {
  return words.flatMap((word) => {
    const proposal = proposalOf(word);
    const text = word.trim().toLowerCase().slice(0, 120);
    return proposal
      ? [{ ...proposal, pattern: `${what}: ${text}`, source, confidence, evidence: `${what} \`${text}\`` }]
      : [];
  });
}

function metaSigns({ meta }: Candidate): Recognised[] {
  return proposalsOfMeta(meta ?? {}).map(({ word, proposal }) => ({
    ...proposal,
    ...{ pattern: `dbt meta: ${word.toLowerCase()}`, source: 'DBT_META', confidence: 96 },
    evidence: `dbt meta \`${word}\``,
  }));
}

function valueSigns({ values }: Candidate): Recognised[] {
  const found = kindOfValues(values);
  if (!found) return [];
  const { level, category, subtype, label } = found.kind;
  const evidence = `${found.fitting} of ${found.of} known values look like it`;
  return [{ level, category, subtype, pattern: `values: ${label}`, source: 'VALUES', confidence: 99, evidence }];
}

function nameSigns({ path, type }: Candidate): Recognised[] {
  if (path === '') return [];
  const family = familyOf(type);
  const kind = kindOfName(path, family);
  if (!kind) return [];
  const { level, category, subtype, label } = kind;
  const confidence = family === 'unknown' ? kind.confidence - 5 : kind.confidence;
  const evidence = `is called \`${path.slice(0, 120)}\``;
  return [{ level, category, subtype, pattern: `name: ${label}`, source: 'NAME', confidence, evidence }];
}

function typeSigns({ type }: Candidate): Recognised[] {
  if (!/^(inet|cidr|macaddr8?|ipaddress|ipv[46]|ip)$/i.test(type?.trim() ?? '')) return [];
  const text = (type ?? '').trim().toLowerCase();
  const kind = text.startsWith('mac') ? 'pii.device' : 'pii.ip_address';
  const place = { level: null, category: 'PII', subtype: kind };
  return [{ ...place, pattern: `type: ${text}`, source: 'TYPE', confidence: 70, evidence: `is of type \`${text}\`` }];
}
