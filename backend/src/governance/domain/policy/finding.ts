import type { Policy, Requirement, Severity } from './policy';
import type { Known, PathRef } from './subject';

export type ResultStatus = 'COMPLIANT' | 'VIOLATION' | 'UNKNOWN' | 'WAIVED' | 'NOT_APPLICABLE';

/** One fact that a result rests on. */
export interface Evidence {
  readonly attribute: string;
  readonly value: unknown;
  readonly source: string | null;
  readonly at: string | null;
}

/** What a check says of one asset, or of one of its columns. */
export interface Verdict {
  readonly status: Exclude<ResultStatus, 'WAIVED'>;
  /** One word for programs; null when nothing is wrong. */
  readonly code: string | null;
  readonly message: string | null;
  readonly evidence: readonly Evidence[];
  readonly column: string | null;
  readonly path: readonly PathRef[];
  /** The policies that are broken, when not all that demand it are. */
  readonly broken?: readonly [Policy, ...Policy[]];
}

/** What a policy makes of one requirement on one asset or column. */
export interface PolicyResult {
  readonly policy: string;
  /** All that demand the same here, `policy` among them. */
  readonly policies: readonly string[];
  readonly requirement: Requirement;
  readonly status: ResultStatus;
  readonly code: string | null;
  readonly message: string | null;
  readonly severity: Severity;
  readonly evidence: readonly Evidence[];
  readonly column: string | null;
  readonly path: readonly PathRef[];
  readonly remediation: string | null;
  readonly waiverId: string | null;
}

const NOTHING = { column: null, path: [] } as const;

/** The requirement is met. */
export const compliant = (...evidence: Evidence[]): Verdict => ({
  status: 'COMPLIANT',
  code: null,
  message: null,
  evidence,
  ...NOTHING,
});

/** There is nothing here that the requirement speaks of. */
export const notApplicable = (message: string): Verdict => ({
  status: 'NOT_APPLICABLE',
  code: null,
  message,
  evidence: [],
  ...NOTHING,
});

/** Nobody knows: neither a pass nor a failure. */
export const unknown = (message: string, ...evidence: Evidence[]): Verdict => ({
  status: 'UNKNOWN',
  code: 'ATTRIBUTE_UNKNOWN',
  message,
  evidence,
  ...NOTHING,
});

/** The requirement is broken. */
export const violation = (
  code: string,
  message: string,
  evidence: readonly Evidence[],
  more: Partial<Pick<Verdict, 'column' | 'path' | 'broken'>> = {},
): Verdict => ({ status: 'VIOLATION', code, message, evidence, ...NOTHING, ...more });

/** A fact as evidence. */
export const evidenceOf = (attribute: string, { value, source, at }: Known<unknown>): Evidence => ({
  attribute,
  value: value === Number.POSITIVE_INFINITY ? 'without end' : value,
  source,
  at,
});
