export {
  ALIAS_KINDS,
  EMPTY_REGISTRY,
  type AliasKind,
  type CanonicalName,
  type CanonicalNamespace,
  type CasePolicy,
  type NamespaceAlias,
  type NamespaceRegistry,
  type NamespaceSettings,
} from './canonical-name';
export { canonicalize, canonicalNamespace } from './canonicalize';
export { explainIdentifier } from './explain-identifier';
export { checkedText, MAX_NAME_CHARS, MAX_NAMESPACE_CHARS, quote } from './identity-text';
export { columnUrnOf, displayNameOf, urnOf } from './names-for-people';
export { checkAlias } from './namespace-alias';
export { withoutSecrets } from './parse-namespace';
export { knownPlatforms, rulesOf, type PlatformRules } from './platforms';
export { spellingOfUri } from './spelling-of-uri';
