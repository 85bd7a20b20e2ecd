import { evidenceOf, compliant, unknown, violation, type Evidence, type Verdict } from './finding';
import { allowedRegions, approversOf, retentionLimits, type Demanding } from './merge';
import type { Requirement } from './policy';
import type { Known, Subject, SystemEvidence } from './subject';

/** What one check may look at. */
export interface CheckContext {
  readonly subject: Subject;
  readonly policies: Demanding;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly system: SystemEvidence;
}

export type Check = (context: CheckContext) => readonly Verdict[];

const DAY_MS = 86_400_000;

/** A list as the standard's own code prints it: ['us-east-1', 'us-west-2']. */
const printed = (values: readonly string[]): string => `[${values.map((value) => `'${value}'`).join(', ')}]`;

interface Switch {
  readonly attribute: string;
  readonly code: string;
  readonly missing: string;
  readonly unknownText: string;
}

function checkSwitch(known: Known<boolean>, { policies }: CheckContext, words: Switch): readonly Verdict[] {
  const evidence = evidenceOf(words.attribute, known);
  if (known.value === true) return [compliant(evidence)];
  const strict = policies.filter(({ unknownIsFalse }) => unknownIsFalse);
  if (known.value === false) return [violation(words.code, words.missing, [evidence])];
  const [first, ...others] = strict;
  if (first) return [violation(words.code, words.missing, [evidence], { broken: [first, ...others] })];
  return [unknown(words.unknownText, evidence)];
}

const encryption: Check = (context) =>
  checkSwitch(context.subject.encryption, context, {
    attribute: 'isEncrypted',
    code: 'ENCRYPTION_REQUIRED',
    missing: 'Encryption required but not enabled',
    unknownText: 'Encryption required but nobody says whether it is enabled',
  });

const accessLogging: Check = (context) =>
  checkSwitch(context.subject.accessLogging, context, {
    attribute: 'hasAccessLogging',
    code: 'ACCESS_LOG_REQUIRED',
    missing: 'Access logging required but not enabled',
    unknownText: 'Access logging required but nobody says whether it is enabled',
  });

const regions: Check = ({ subject: { region }, policies }) => {
  const allowed = allowedRegions(policies);
  const evidence = [evidenceOf('region', region), limit('allowedRegions', allowed)];
  if (allowed.length === 0) {
    const lists = policies.map(({ name, require }) => `${name} ${printed(require.regions?.allow ?? [])}`).join(', ');
    return [violation('POLICY_CONFLICT', `No region is allowed by all of its policies: ${lists}`, evidence)];
  }
  if (region.value === null)
    return [unknown(`Asset in unknown region but only ${printed(allowed)} allowed`, ...evidence)];
  if (allowed.includes(region.value)) return [compliant(...evidence)];
  const [first = policies[0], ...others] = policies.filter(
    ({ require }) => !require.regions?.allow.includes(region.value ?? ''),
  );
  const message = `Asset in ${region.value} but only ${printed(allowed)} allowed`;
  return [violation('REGION_NOT_ALLOWED', message, evidence, { broken: [first, ...others] })];
};

const retention: Check = ({ subject: { retentionDays: kept }, policies }) => {
  const { max, min } = retentionLimits(policies);
  const evidence = [evidenceOf('retentionDays', kept), limit('retentionMax', max), limit('retentionMin', min)].filter(
    ({ attribute, value }) => attribute === 'retentionDays' || value !== null,
  );
  if (max !== null && min !== null && min > max) {
    const message = `Must be kept for at least ${min} days and at most ${max}: its policies contradict each other`;
    return [violation('POLICY_CONFLICT', message, evidence)];
  }
  if (kept.value === null) return [unknown('Retention is limited but nobody says how long it is kept', ...evidence)];
  return [keptFor(kept.value, max, min, evidence) ?? compliant(...evidence)];
};

function keptFor(kept: number, max: number | null, min: number | null, evidence: readonly Evidence[]): Verdict | null {
  if (max !== null && kept > max) {
    return Number.isFinite(kept)
      ? violation('RETENTION_EXCEEDED', `Kept for ${kept} days but at most ${max} allowed`, evidence)
      : violation('RETENTION_UNBOUNDED', `Kept without end but at most ${max} days allowed`, evidence);
  }
  if (min === null || kept >= min) return null;
  return violation('RETENTION_TOO_SHORT', `Kept for ${kept} days but at least ${min} required`, evidence);
}

const approval: Check = ({ subject: { owner }, policies }) => {
  const approvers = approversOf(policies);
  const evidence = [limit('approvers', approvers), { attribute: 'owner', value: owner, source: 'asset', at: null }];
  const canDecide = approvers.some((approver) => approver !== 'owner' || owner !== null);
  if (canDecide) return [compliant(...evidence)];
  return [violation('APPROVAL_MISSING', 'Access needs approval but nobody can give it: no owner', evidence)];
};

const audit: Check = ({ system: { auditSealedAt }, now }) => {
  const evidence = { attribute: 'auditSealedAt', value: auditSealedAt, source: 'system', at: auditSealedAt };
  if (auditSealedAt === null)
    return [unknown('Audit required but nobody says when the audit log was sealed', evidence)];
  if (now - Date.parse(auditSealedAt) < DAY_MS) return [compliant(evidence)];
  return [violation('AUDIT_REQUIRED', 'Audit required but the audit log was not sealed within 24 hours', [evidence])];
};

const freshness: Check = ({ subject: { newestData }, policies, now }) => {
  const allowed = Math.min(...policies.flatMap(({ require }) => require.freshness?.maxSeconds ?? []));
  const evidence = [evidenceOf('newestData', newestData), limit('maxAgeSeconds', allowed)];
  if (newestData.value === null)
    return [unknown('Freshness required but nobody says how old its data is', ...evidence)];
  const age = Math.max(0, Math.round((now - Date.parse(newestData.value)) / 1_000));
  if (age <= allowed) return [compliant(...evidence)];
  const message = `Newest data is ${spoken(age)} old but at most ${spoken(allowed)} allowed`;
  return [violation('FRESHNESS', message, evidence)];
};

/** Seconds in the largest unit that leaves a number people can read. */
function spoken(seconds: number): string {
  const units = [
    [86_400, 'days'],
    [3_600, 'hours'],
    [60, 'minutes'],
  ] as const;
  const [size, unit] = units.find(([each]) => seconds >= 2 * each) ?? [1, 'seconds'];
  return `${Math.floor(seconds / size)} ${unit}`;
}

/** What a policy sets, as evidence beside what is. */
export const limit = (attribute: string, value: unknown): Evidence => ({
  attribute,
  value,
  source: 'policy',
  at: null,
});

/** The checks of what the standard demands of an asset as a whole. */
export const GUARD_CHECKS: Partial<Readonly<Record<Requirement, Check>>> = {
  encryption,
  accessLogging,
  regions,
  retention,
  approval,
  audit,
  freshness,
};
