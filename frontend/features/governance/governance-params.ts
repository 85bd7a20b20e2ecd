import {
  createLoader,
  createSerializer,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsIsoDate,
  parseAsString,
  parseAsStringLiteral,
  type inferParserType,
} from 'nuqs/server';

export const STATUSES = ['open', 'acknowledged', 'waived', 'resolved'] as const;
export const ASSIGNED = ['me', 'somebody', 'nobody'] as const;
export const GROUPS = ['policy', 'requirement', 'severity', 'owner', 'layer'] as const;
const push = { history: 'push' } as const;
const words = parseAsArrayOf(parseAsString).withDefault([]).withOptions(push);

/** What the list of violations is narrowed to and grouped by; `ids` are some very ones, `v` is the one that is looked at, `after` the page. */
export const violationParams = {
  status: parseAsArrayOf(parseAsStringLiteral(STATUSES)).withDefault(['open']).withOptions(push),
  severity: words,
  policy: words,
  requirement: words,
  owner: words,
  layer: words,
  assigned: parseAsStringLiteral(ASSIGNED).withOptions(push),
  overdue: parseAsBoolean.withDefault(false).withOptions(push),
  asset: parseAsString.withOptions(push),
  ids: words,
  group: parseAsStringLiteral(GROUPS).withOptions(push),
  after: parseAsString.withOptions(push),
  v: parseAsString,
};

export const WAIVER_SHOWS = ['pending', 'active', 'expiring', 'ended'] as const;

/** Which waivers; `w` is the one that is looked at. */
export const waiverParams = {
  show: parseAsStringLiteral(WAIVER_SHOWS).withOptions(push),
  after: parseAsString.withOptions(push),
  w: parseAsString,
};

export const POLICY_STATES = ['active', 'proposed', 'draft', 'retired'] as const;
export const POLICY_TABS = ['text', 'versions'] as const;

export const policyListParams = {
  state: parseAsStringLiteral(POLICY_STATES).withOptions(push),
  after: parseAsString.withOptions(push),
};

/** One policy: `version` and `base` are compared under the tab of versions; `at` is the day of the dry run. */
export const policyParams = {
  tab: parseAsStringLiteral(POLICY_TABS).withDefault('text').withOptions(push),
  version: parseAsInteger.withOptions(push),
  base: parseAsInteger.withOptions(push),
  at: parseAsIsoDate,
};

export const SUGGESTION_STATUSES = ['suggested', 'confirmed', 'rejected'] as const;

/** Which suggestions; `g` is the group that is looked at. */
export const suggestionParams = {
  status: parseAsStringLiteral(SUGGESTION_STATUSES).withDefault('suggested').withOptions(push),
  asset: parseAsString.withOptions(push),
  after: parseAsString.withOptions(push),
  g: parseAsString,
};

export const ACCESS_SHOWS = ['decide', 'mine', 'active', 'ended'] as const;

export const accessParams = {
  show: parseAsStringLiteral(ACCESS_SHOWS).withOptions(push),
  after: parseAsString.withOptions(push),
  namespace: parseAsString.withOptions(push),
  name: parseAsString.withOptions(push),
};

/** What of the audit log; `since` and `until` are days as in 2026-12-31. */
export const auditParams = {
  actor: parseAsString.withOptions(push),
  object: parseAsString.withOptions(push),
  action: parseAsString.withOptions(push),
  since: parseAsString.withOptions(push),
  until: parseAsString.withOptions(push),
  after: parseAsString.withOptions(push),
};

export type ViolationParams = inferParserType<typeof violationParams>;

export const loadViolations = createLoader(violationParams);
export const loadWaivers = createLoader(waiverParams);
export const loadPolicyList = createLoader(policyListParams);
export const loadPolicy = createLoader(policyParams);
export const loadSuggestions = createLoader(suggestionParams);
export const loadAccess = createLoader(accessParams);
export const loadAudit = createLoader(auditParams);
export const withViolations = createSerializer(violationParams);
export const withWaivers = createSerializer(waiverParams);
export const withPolicyList = createSerializer(policyListParams);
export const withPolicy = createSerializer(policyParams);
export const withSuggestions = createSerializer(suggestionParams);
export const withAccess = createSerializer(accessParams);
export const withAudit = createSerializer(auditParams);
