import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, type Asset } from '../../catalog';
import { invalid } from '../../shared/errors';
import { checkMoment } from '../../shared/moment';
import { compareResults, type ComparedResult } from '../domain/policy/compare-results';
import { evaluate, looksAt, type Circumstances } from '../domain/policy/evaluate';
import type { PolicyResult } from '../domain/policy/finding';
import { sharingDemands } from '../domain/policy/merge';
import type { Policy } from '../domain/policy/policy';
import { prefiltersOf } from '../domain/policy/prefilter';
import type { Subject } from '../domain/policy/subject';
import { readPolicyOrRefuse } from '../policy-language/read-policy';
import { NOT_KEPT, readPastSubjects } from '../store/policy/read-past-subjects';
import { readWaiversAsOf } from '../store/policy/read-rules';
import { nextAssets, readSubjects } from '../store/policy/read-subjects';
import { circumstancesNow } from './evaluate-assets';
import { loadActivePolicies, rulesetOf, type Ruleset } from './policy-set';

const BATCH = 2_000;
const SAMPLES = 50;
/** The request ends after ten seconds; what was looked at until then is answered, and said to be a part. */
const PATIENCE_MS = 7_000;

export interface PreviewedViolation {
  readonly asset: Asset;
  readonly result: PolicyResult;
}

/** What a text would find, beside what is found now. Nothing was written. */
export interface PolicyPreview {
  readonly name: string;
  readonly at: Date | null;
  readonly assetsLookedAt: number;
  readonly assetsMatched: number;
  readonly added: number;
  readonly cleared: number;
  readonly same: number;
  readonly unknown: number;
  readonly waived: number;
  /** At most 50 of each. */
  readonly addedSamples: readonly PreviewedViolation[];
  readonly clearedSamples: readonly PreviewedViolation[];
  readonly sameSamples: readonly PreviewedViolation[];
  /** False when time ran out before everything was looked at. */
  readonly complete: boolean;
  readonly warnings: readonly string[];
  readonly notEvaluated: readonly { readonly what: string; readonly reason: string }[];
}

interface Question {
  readonly policy: Policy;
  readonly before: Ruleset;
  readonly after: Ruleset;
  readonly at: Date | null;
  readonly circumstances: Circumstances;
}

interface Tally {
  lookedAt: number;
  matched: number;
  unknown: number;
  waived: number;
  readonly added: ComparedResult[];
  readonly cleared: ComparedResult[];
  readonly same: ComparedResult[];
  isComplete: boolean;
}

/** Tries a policy without keeping it. */
@Injectable()
export class PolicyPreviewService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * What would change if this text were in force now, or what it would have found at a moment in the past.
   *
   * @throws DomainError INVALID with `details.problems` for a text that is wrong, or for a moment in the future
   */
  async preview(yaml: string, at: Date | null): Promise<PolicyPreview> {
    checkMoment('at', at);
    if (at !== null && at.getTime() > Date.now()) throw invalid('at: is in the future');
    const question = await this.ask(readPolicyOrRefuse(yaml), at);
    const tally = await this.count(question);
    return this.answer(question, tally);
  }

  private async ask(policy: Policy, at: Date | null): Promise<Question> {
    const active = await loadActivePolicies(this.db);
    const others = active.filter(({ name }) => name !== policy.name);
    const own = [policy, ...active.filter(({ name }) => name === policy.name)];
    const sharing = (policies: readonly Policy[]): readonly Policy[] => sharingDemands(policies, own, policy.name);
    const past = at && {
      waivers: await readWaiversAsOf(this.db, at),
      now: at.getTime(),
      system: { auditSealedAt: null },
    };
    return {
      policy: at === null ? policy : withoutUnkept(policy),
      // In the past there is nothing to compare with: policies of today would not have been in force.
      before: rulesetOf(at === null ? sharing(active) : []),
      after: rulesetOf(at === null ? sharing([...others, policy]) : [withoutUnkept(policy)]),
      at,
      circumstances: past ?? (await circumstancesNow(this.db)),
    };
  }

  private async count(question: Question): Promise<Tally> {
    const started = Date.now();
    const tally: Tally = {
      lookedAt: 0,
      matched: 0,
      unknown: 0,
      waived: 0,
      added: [],
      cleared: [],
      same: [],
      isComplete: true,
    };
    const filters = this.filtersOf(question);
    for (let after = '0'; ;) {
      const ids = await nextAssets(this.db, { after, filters, count: BATCH, withFound: false });
      for (const subject of await this.read(question, ids)) this.compare(question, subject, tally);
      after = ids.at(-1) ?? after;
      if (ids.length < BATCH) return tally;
      tally.isComplete = Date.now() - started < PATIENCE_MS;
      if (!tally.isComplete) return tally;
    }
  }

  /** What the text itself may look at, and what the version in force looks at now. In the past facts were others. */
  private filtersOf({ policy, before, at }: Question): ReturnType<typeof prefiltersOf> {
    if (at !== null) return null;
    const current = before.set.policies.filter((one) => one.policy.name === policy.name).map((one) => one.policy);
    return prefiltersOf([...current, policy]);
  }

  private read({ before, after, at }: Question, ids: readonly string[]): Promise<Subject[]> {
    if (at !== null) return readPastSubjects(this.db, ids, at);
    const sides = [before.wanted, after.wanted];
    const isDestination = (subject: Subject): boolean => sides.some((side) => side.isDestination?.(subject) === true);
    return readSubjects(this.db, ids, {
      allColumns: sides.some(({ allColumns }) => allColumns),
      tests: sides.some(({ tests }) => tests),
      upstream: sides.some(({ upstream }) => upstream),
      writes: sides.some(({ writes }) => writes),
      isDestination: sides.some((side) => side.isDestination !== null) ? isDestination : null,
    });
  }

  private compare({ policy, before, after, circumstances }: Question, subject: Subject, tally: Tally): void {
    tally.lookedAt += 1;
    if (![before, after].some(({ set }) => looksAt(set, policy.name, subject))) return;
    const was = evaluate(before.set, subject, circumstances);
    const found = compareResults(policy.name, subject, was, evaluate(after.set, subject, circumstances));
    tally.matched += found.isMatched ? 1 : 0;
    tally.unknown += found.unknown;
    tally.waived += found.waived;
    tally.added.push(...found.added);
    tally.cleared.push(...found.cleared);
    tally.same.push(...found.same);
  }

  private async answer({ policy, at }: Question, tally: Tally): Promise<PolicyPreview> {
    const kinds = [tally.added, tally.cleared, tally.same].map((all) => all.slice(0, SAMPLES));
    const assets = await this.catalog.getAssetMap([...new Set(kinds.flat().map(({ assetId }) => assetId))]);
    const [addedSamples = [], clearedSamples = [], sameSamples = []] = kinds.map((some) =>
      some.flatMap(({ assetId, result }) => {
        const asset = assets.get(assetId);
        return asset ? [{ asset, result }] : [];
      }),
    );
    return {
      name: policy.name,
      at,
      assetsLookedAt: tally.lookedAt,
      assetsMatched: tally.matched,
      added: tally.added.length,
      cleared: tally.cleared.length,
      same: tally.same.length,
      unknown: tally.unknown,
      waived: tally.waived,
      addedSamples,
      clearedSamples,
      sameSamples,
      complete: tally.isComplete,
      warnings: warningsOf(policy, tally),
      notEvaluated: at === null ? [] : NOT_KEPT,
    };
  }
}

/** Without demands whose evidence is not kept. */
function withoutUnkept(policy: Policy): Policy {
  return { ...policy, require: { ...policy.require, tests: undefined, reaches: undefined, audit: undefined } };
}

function warningsOf(policy: Policy, tally: Tally): readonly string[] {
  const conflicts = tally.added.filter(({ result }) => result.code === 'POLICY_CONFLICT').length;
  return [
    ...(policy.mode === 'disabled' ? ['The policy is disabled: it finds nothing'] : []),
    ...(policy.mode !== 'disabled' && tally.matched === 0 ? ['The policy matches no asset'] : []),
    ...(conflicts > 0 ? [`On ${conflicts} assets it contradicts another policy`] : []),
    ...(tally.isComplete ? [] : [`Only the first ${tally.lookedAt} assets were looked at`]),
  ];
}
