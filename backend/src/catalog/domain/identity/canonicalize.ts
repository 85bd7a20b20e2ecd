import type { Spelling } from '../../../shared/vocabulary';
import type { CanonicalName, CanonicalNamespace, NamespaceRegistry, NamespaceSettings } from './canonical-name';
import { canonicalDotted, type MissingParts } from './dotted-name';
import { canonicalGlue } from './glue-name';
import { checkedLetters, checkedText, MAX_NAME_CHARS, MAX_STORED_BYTES, storable } from './identity-text';
import { canonicalLiteral } from './literal-name';
import { resolveAliases } from './namespace-alias';
import type { ParsedNamespace } from './parse-namespace';
import { rulesOf, withCasePolicy, type NameStyle, type PlatformRules } from './platforms';
import { canonicalPath, isInBucket } from './storage-path';

/** A document names few namespaces many times; one that names more than this is parsed again. So are names. */
const MAX_REMEMBERED = 10_000;
const MAX_REMEMBERED_NAMES = 20_000;
const AS_PLATFORM: NamespaceSettings = { casePolicy: 'platform', defaultDatabase: null, defaultSchema: null };
const REMEMBERED = new WeakMap<NamespaceRegistry, Map<string, ParsedNamespace>>();
const REMEMBERED_NAMES = new WeakMap<NamespaceRegistry, Map<string, CanonicalName>>();

/**
 * The one form of a namespace, aliases applied. Applied to its own result it changes nothing.
 *
 * @throws DomainError INVALID when it is empty, too long or not text.
 */
export function canonicalNamespace(raw: string, registry: NamespaceRegistry): CanonicalNamespace {
  return identityOf(namespaceOf(raw, registry));
}

/**
 * The one form of a spelling. Applied to its own result it changes nothing.
 *
 * A namespace may be a connection's address (`jdbc:…`, with a database) or a folder (`s3://bucket/raw`):
 * what it says beyond the namespace completes the name.
 *
 * @throws DomainError INVALID naming the part and the rule: empty, too long, control characters, not Unicode.
 */
export function canonicalize(spelling: Spelling, registry: NamespaceRegistry): CanonicalName {
  const known = rememberedNames(registry);
  const key = `${spelling.quoting}\n${spelling.namespace}\n${spelling.name}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const canonical = worked(spelling, registry);
  if (known.size >= MAX_REMEMBERED_NAMES) known.clear();
  known.set(key, canonical);
  return canonical;
}

function rememberedNames(registry: NamespaceRegistry): Map<string, CanonicalName> {
  const known = REMEMBERED_NAMES.get(registry) ?? new Map<string, CanonicalName>();
  REMEMBERED_NAMES.set(registry, known);
  return known;
}

function worked(spelling: Spelling, registry: NamespaceRegistry): CanonicalName {
  const parsed = namespaceOf(spelling.namespace, registry);
  if (spelling.quoting === 'NONE') return toTheLetter(spelling, parsed);
  const name = checkedText('Name', spelling.name, MAX_NAME_CHARS);
  const settings = registry.settings.get(parsed.namespace) ?? AS_PLATFORM;
  const rules = withCasePolicy(rulesOf(parsed.platform), settings.casePolicy);
  const completion = completionOf(parsed, settings);
  const found = STYLES[rules.style](name, rules, completion);
  const quotingKnown = spelling.quoting === 'KNOWN' || found.hasQuotes || rules.caseIsExact;
  return {
    ...identityOf(parsed),
    name: found.name,
    isPartial: found.isPartial,
    subset: found.subset,
    quotingKnown,
    verbatimName: quotingKnown ? null : verbatimName(name, found.name, rules, completion),
  };
}

interface Completion extends MissingParts {
  readonly folder: string;
}

interface FoundName {
  readonly name: string;
  readonly isPartial: boolean;
  readonly subset: string | null;
  readonly hasQuotes: boolean;
}

const STYLES: Readonly<Record<NameStyle, (name: string, rules: PlatformRules, completion: Completion) => FoundName>> = {
  dotted: canonicalDotted,
  glue: canonicalGlue,
  literal: canonicalLiteral,
  path: (name, { platform }, { folder }) => ({
    ...canonicalPath(platform, inFolder(name, folder, platform)),
    isPartial: false,
    hasQuotes: false,
  }),
};

/** An absolute path in a file system is whole; anything else continues the namespace's folder. */
function inFolder(name: string, folder: string, platform: string): string {
  if (folder === '' || (name.startsWith('/') && !isInBucket(platform))) return name;
  return isInBucket(platform) ? `${folder}/${name}` : `/${folder}/${name}`;
}

function verbatimName(raw: string, name: string, rules: PlatformRules, missing: MissingParts): string | null {
  if (rules.style !== 'dotted' || !rules.quotedKeepsCase) return null;
  const verbatim = canonicalDotted(raw, rules, missing, true).name;
  return verbatim === name ? null : verbatim;
}

function toTheLetter(spelling: Spelling, parsed: ParsedNamespace): CanonicalName {
  const name = checkedLetters('Name', spelling.name, MAX_NAME_CHARS);
  return {
    ...identityOf(parsed),
    name: storable(name, MAX_STORED_BYTES),
    isPartial: false,
    subset: null,
    quotingKnown: true,
    verbatimName: null,
  };
}

function identityOf({ namespace, platform, isWeak }: ParsedNamespace): CanonicalNamespace {
  return { namespace, platform, isWeak };
}

/** What the spelling's own connection says comes before what the namespace is set to. */
function completionOf(parsed: ParsedNamespace, settings: NamespaceSettings): Completion {
  return {
    database: parsed.database ?? settings.defaultDatabase,
    schema: parsed.schema ?? settings.defaultSchema,
    folder: parsed.path,
  };
}

function namespaceOf(raw: string, registry: NamespaceRegistry): ParsedNamespace {
  const known = REMEMBERED.get(registry) ?? new Map<string, ParsedNamespace>();
  REMEMBERED.set(registry, known);
  const found = known.get(raw);
  if (found !== undefined) return found;
  const parsed = resolveAliases(raw, registry);
  if (known.size >= MAX_REMEMBERED) known.clear();
  known.set(raw, parsed);
  return parsed;
}
