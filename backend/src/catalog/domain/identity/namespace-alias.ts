import { invalid } from '../../../shared/errors';
import { linearPattern, type LinearPattern } from '../../../shared/linear-pattern';
import type { AliasKind, NamespaceAlias, NamespaceRegistry } from './canonical-name';
import { checkedText, MAX_NAMESPACE_CHARS } from './identity-text';
import { parseNamespace, type ParsedNamespace } from './parse-namespace';
import { isKnownPlatform } from './platforms';

/** The surer the kind, the earlier it is tried. */
const RANK: Readonly<Record<AliasKind, number>> = { exact: 0, host_list: 1, regex: 2, regex_group: 3 };
/** Longer chains of aliases of aliases are a mistake. */
const MAX_HOPS = 8;

interface Rule {
  readonly alias: NamespaceAlias;
  /** What the namespace is instead; null when the alias is not about it. */
  readonly apply: (namespace: ParsedNamespace, raw: string) => ParsedNamespace | null;
}

const RULES = new WeakMap<NamespaceRegistry, readonly Rule[]>();

/**
 * The namespace after every alias that applies, aliases of aliases included; the order they were added in has no effect.
 * Aliases that lead back to where they came from settle on the first in alphabet of their round.
 */
export function resolveAliases(raw: string, registry: NamespaceRegistry): ParsedNamespace {
  const rules = rulesFor(registry);
  let current = parseNamespace(raw);
  let spelling = raw.trim();
  const chain = [current];
  for (let hop = 0; hop < MAX_HOPS; hop += 1) {
    const next = firstApplied(rules, current, spelling);
    if (next === null || next.namespace === current.namespace) return next ?? current;
    const round = chain.findIndex(({ namespace }) => namespace === next.namespace);
    if (round !== -1) return chain.slice(round).reduce(firstInAlphabet);
    chain.push(next);
    current = next;
    spelling = next.namespace;
  }
  return current;
}

function firstApplied(rules: readonly Rule[], namespace: ParsedNamespace, raw: string): ParsedNamespace | null {
  for (const rule of rules) {
    const applied = rule.apply(namespace, raw);
    if (applied !== null) return withRest(applied, namespace);
  }
  return null;
}

/** What the spelling said of databases and paths goes along, unless the alias' target says it. */
function withRest(target: ParsedNamespace, from: ParsedNamespace): ParsedNamespace {
  return {
    ...target,
    database: target.database ?? from.database,
    schema: target.schema ?? from.schema,
    path: [target.path, from.path].filter((path) => path !== '').join('/'),
  };
}

function firstInAlphabet(a: ParsedNamespace, b: ParsedNamespace): ParsedNamespace {
  return a.namespace < b.namespace ? a : b;
}

function rulesFor(registry: NamespaceRegistry): readonly Rule[] {
  const known = RULES.get(registry);
  if (known !== undefined) return known;
  const rules = [...registry.aliases].sort(byRank).map(compileAlias);
  RULES.set(registry, rules);
  return rules;
}

function byRank(a: NamespaceAlias, b: NamespaceAlias): number {
  const rank = RANK[a.kind] - RANK[b.kind];
  if (rank !== 0) return rank;
  return a.pattern < b.pattern ? -1 : Number(a.pattern > b.pattern);
}

/** @throws DomainError INVALID naming what is wrong with the alias. */
export function checkAlias(alias: NamespaceAlias): NamespaceAlias {
  const pattern = checkedText('Namespace alias, pattern', alias.pattern, MAX_NAMESPACE_CHARS);
  const target = checkedText('Namespace alias, target', alias.target, MAX_NAMESPACE_CHARS);
  const checked = { kind: alias.kind, pattern, target };
  compileAlias(checked);
  const settled = resolveAliases(target, { aliases: [checked], settings: new Map() });
  if (alias.kind !== 'regex_group' && settled.namespace !== parseNamespace(target).namespace) {
    throw invalid(`Namespace alias \`${pattern}\`: its target \`${target}\` is matched by the alias itself`);
  }
  return checked;
}

function compileAlias(alias: NamespaceAlias): Rule {
  return { alias, apply: COMPILERS[alias.kind](alias) };
}

const COMPILERS: Readonly<Record<AliasKind, (alias: NamespaceAlias) => Rule['apply']>> = {
  exact: ({ pattern, target }) => {
    const from = parseNamespace(pattern).namespace;
    const to = parseNamespace(target);
    return (namespace, raw) => (namespace.namespace === from || raw === pattern ? to : null);
  },
  host_list: ({ pattern, target }) => {
    const hosts = pattern.split(',').map((host) => host.trim().toLowerCase());
    if (hosts.includes('')) throw invalid(`Namespace alias \`${pattern}\`: a host in the list is empty`);
    const to = parseNamespace(target);
    return (namespace) => (isAmong(namespace, hosts, to) ? to : null);
  },
  regex: ({ pattern, target }) => {
    const compiled = linearPattern(pattern);
    const to = parseNamespace(target);
    return (namespace, raw) => (matchEither(compiled, namespace, raw) === null ? null : to);
  },
  regex_group: ({ pattern, target }) => {
    const compiled = linearPattern(pattern);
    return (namespace, raw) => {
      const groups = matchEither(compiled, namespace, raw);
      return groups === null ? null : fillTarget(target, groups);
    };
  },
};

/** A host of the list, on the target's platform; any platform when the target's is a word of the house. */
function isAmong(namespace: ParsedNamespace, hosts: readonly string[], to: ParsedNamespace): boolean {
  const isSamePlatform = namespace.platform === to.platform || !isKnownPlatform(to.platform);
  if (!isSamePlatform) return false;
  const authority = namespace.namespace.replace(/^[^:]*:\/\//, '');
  return namespace.hosts.some((host) => hosts.includes(host)) || authority.split(',').some((at) => hosts.includes(at));
}

function matchEither(pattern: LinearPattern, { namespace }: ParsedNamespace, raw: string): readonly string[] | null {
  return pattern.match(namespace) ?? pattern.match(raw);
}

/** `$1` and `{1}` stand for the groups of the match. Null when nothing is left to name a namespace by. */
function fillTarget(target: string, groups: readonly string[]): ParsedNamespace | null {
  const filled = target.replace(/\$(\d)|\{(\d)\}/g, (_, dollar?: string, brace?: string) => {
    return groups[Number(dollar ?? brace)] ?? '';
  });
  return filled.trim() === '' || filled.length > MAX_NAMESPACE_CHARS ? null : parseNamespace(filled);
}
