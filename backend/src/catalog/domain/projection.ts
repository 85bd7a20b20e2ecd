import type { AssetType } from '../../shared/vocabulary';
import { rulesOf } from './identity/platforms';
import type { Assertion, ProjectedAsset, ProjectionSubject } from './projection-claims';
import { joinClaims, joinSensitivities } from './projection-classification';
import { projectColumns } from './projection-columns';
import { firstSaid, mergedProperties, mergedTags } from './projection-facts';
import { bySpeaker } from './projection-precedence';

const DEFAULT_TYPES: ReadonlyMap<string, AssetType> = new Map<string, AssetType>([
  ['kafka', 'TOPIC'],
  ['redis', 'KEY_PATTERN'],
  ['mongodb', 'COLLECTION'],
  ['elasticsearch', 'INDEX'],
  ['s3', 'DIRECTORY'],
  ['gs', 'DIRECTORY'],
  ['abfss', 'DIRECTORY'],
  ['hdfs', 'DIRECTORY'],
  ['dbfs', 'DIRECTORY'],
  ['file', 'FILE'],
  ['http', 'API'],
  ['https', 'API'],
]);

/** What a thing most likely is when nobody says so. */
export function defaultType(platform: string): AssetType {
  return DEFAULT_TYPES.get(platform) ?? 'TABLE';
}

/** Types that a database cannot tell from a table or view, though their author can. */
const SPECIAL: ReadonlySet<string> = new Set(['SEED', 'SNAPSHOT', 'EXTERNAL_TABLE', 'MATERIALIZED_VIEW']);
const PLAIN: ReadonlySet<string> = new Set(['TABLE', 'VIEW']);

function projectType(assertions: readonly Assertion[], platform: string): AssetType {
  const speakers = assertions.toSorted(bySpeaker('type'));
  const type = firstSaid(speakers, ({ facts }) => facts.type);
  if (type === null) return defaultType(platform);
  if (!PLAIN.has(type)) return type;
  return firstSaid(speakers, ({ facts }) => (SPECIAL.has(facts.type ?? '') ? facts.type : null)) ?? type;
}

/** What all sources together say an asset is, by the precedence of each field; pure, whatever the order of `assertions`. */
export function projectAsset(subject: ProjectionSubject, assertions: readonly Assertion[]): ProjectedAsset {
  const words = assertions.toSorted(bySpeaker('words'));
  const columns = projectColumns(assertions, rulesOf(subject.platform).columnsIgnoreCase);
  const sensitivity = joinSensitivities([
    joinClaims(words.map(({ facts }) => facts.classification)),
    ...columns.map(({ classLevel: level, classCategories: categories }) => ({ level, categories, subtypes: [] })),
  ]);
  const code = firstSaid(words, ({ facts }) => facts.code);
  return {
    displayName: firstSaid(words, ({ facts }) => facts.displayName) ?? subject.displayName,
    type: projectType(assertions, subject.platform),
    layer: firstSaid(words, ({ facts }) => facts.layer),
    location: firstSaid(words, ({ facts }) => facts.location),
    owner: firstSaid(words, ({ facts }) => facts.owner),
    description: firstSaid(words, ({ facts }) => facts.description),
    tags: mergedTags(words.map((assertion) => ({ assertion, tags: assertion.facts.tags }))),
    isEncrypted: firstSaid(words, ({ facts }) => facts.isEncrypted),
    hasAccessLogging: firstSaid(words, ({ facts }) => facts.hasAccessLogging),
    region: firstSaid(words, ({ facts }) => facts.region),
    classLevel: sensitivity.level,
    classCategories: sensitivity.categories,
    properties: mergedProperties(words.map(({ facts }) => facts.properties)),
    codeLanguage: code?.language ?? null,
    codeHash: code?.hash ?? null,
    columns,
  };
}
