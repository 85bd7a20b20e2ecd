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
