import type { AssetType } from '../../../shared/vocabulary';

/** What breaking a policy means: refused and shown as it says; a warning at most; noted only; not looked at. */
export const POLICY_MODES = ['enforce', 'warn', 'audit', 'disabled'] as const;
export type PolicyMode = (typeof POLICY_MODES)[number];

/** Least first. */
export const SEVERITIES = ['info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** In the order in which they are checked and shown. */
export const REQUIREMENTS = [
  'encryption',
  'accessLogging',
  'regions',
  'retention',
  'approval',
  'anonymization',
  'audit',
  'classification',
  'owner',
  'description',
  'contract',
  'tests',
  'freshness',
  'layerRule',
  'reaches',
] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** Levels as numbers: 1 public … 4 restricted. */
export interface ClassificationSelector {
  readonly minLevel?: number | undefined;
  readonly maxLevel?: number | undefined;
  /** Any of them. */
  readonly categories?: readonly string[] | undefined;
  /** True: nobody classified it; false: somebody did. */
  readonly unclassified?: boolean | undefined;
}

export interface ColumnSelector {
  readonly name?: readonly string[] | undefined;
  readonly type?: readonly string[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly classification?: ClassificationSelector | undefined;
}

/** All parts that are there must hold; each list is an OR. Texts are globs (`*`, `?`) without case. */
export interface Selector {
  readonly all?: readonly Selector[] | undefined;
  readonly any?: readonly Selector[] | undefined;
  readonly not?: Selector | undefined;
  readonly classification?: ClassificationSelector | undefined;
  readonly assetType?: readonly AssetType[] | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly domain?: readonly string[] | undefined;
  readonly owner?: readonly string[] | undefined;
  readonly platform?: readonly string[] | undefined;
  readonly namespace?: readonly string[] | undefined;
  readonly name?: readonly string[] | undefined;
  /** RE2, of the whole name. */
  readonly namePattern?: string | undefined;
  readonly layer?: readonly string[] | undefined;
  readonly tier?: readonly string[] | undefined;
  readonly environment?: readonly string[] | undefined;
  readonly dbt?:
    | { readonly package?: readonly string[] | undefined; readonly materialized?: readonly string[] | undefined }
    | undefined;
  readonly column?: ColumnSelector | undefined;
}

export interface Demands {
  readonly encryption?: boolean | undefined;
  readonly accessLogging?: boolean | undefined;
  readonly retention?: { readonly mode: 'max' | 'min'; readonly days: number } | undefined;
  readonly regions?: { readonly allow: readonly string[] } | undefined;
  readonly approval?: { readonly access: boolean; readonly approvers: readonly string[] } | undefined;
  readonly anonymization?:
    | {
        readonly required: boolean;
        readonly outsideLayers: readonly string[];
        readonly categories?: readonly string[] | undefined;
      }
    | undefined;
  readonly audit?: boolean | undefined;
  readonly classification?: boolean | undefined;
  readonly owner?: boolean | undefined;
  readonly description?: { readonly required: boolean; readonly minLength: number } | undefined;
  readonly contract?: boolean | undefined;
  readonly tests?:
    | { readonly min: number; readonly types: readonly string[]; readonly severity?: Severity | undefined }
    | undefined;
  readonly freshness?: { readonly maxSeconds: number } | undefined;
  readonly layerRule?: { readonly denyUpstreamLayers: readonly string[] } | undefined;
  /** What matches must not arrive at assets that `to` selects, unless it is masked on the way. */
  readonly reaches?:
    | {
        readonly to: Selector;
        readonly categories?: readonly string[] | undefined;
        readonly minLevel?: number | undefined;
      }
    | undefined;
}

/** A policy as it is evaluated. */
export interface Policy {
  readonly name: string;
  readonly title: string;
  readonly standard: string | null;
  readonly owner: string | null;
  readonly mode: PolicyMode;
  readonly priority: number;
  readonly match: Selector;
  readonly require: Demands;
  readonly severity: Severity;
  /** Unknown encryption or logging counts as missing. */
  readonly unknownIsFalse: boolean;
  readonly remediation: string | null;
  /** Channels to tell: `webhook:<name>`. */
  readonly notify: readonly string[];
}

/** How bad it is to break this policy, its mode considered. */
export function severityOf(policy: Pick<Policy, 'mode' | 'severity'>): Severity {
  if (policy.mode === 'enforce') return policy.severity;
  return policy.mode === 'warn' && policy.severity !== 'info' ? 'warning' : 'info';
}

const RANK: Readonly<Record<PolicyMode, number>> = { enforce: 3, warn: 2, audit: 1, disabled: 0 };

/** The policy that speaks for several that demand the same: strictest mode, then severity, then priority, then name. */
export function byStrength(left: Policy, right: Policy): number {
  return (
    RANK[right.mode] - RANK[left.mode] ||
    SEVERITIES.indexOf(right.severity) - SEVERITIES.indexOf(left.severity) ||
    right.priority - left.priority ||
    (left.name < right.name ? -1 : 1)
  );
}
