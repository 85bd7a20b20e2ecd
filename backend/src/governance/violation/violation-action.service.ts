import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { actorKey, recordAudit, type Actor } from '../../access';
import { writing } from '../../database';
import { invalid } from '../../shared/errors';
import { checkFirst, decodeCursor, encodeCursor } from '../../shared/paging';
import { isUuid } from '../../shared/uuid';
import type { ViolationFilter } from '../domain/violation/violation-filter';
import { actOnViolations, listEvents } from '../store/violation/act-on-violations';
import type { Violation } from './violation';
import { ViolationService } from './violation.service';
import type { ActionCounts, ViolationAction, ViolationEventRow } from '../domain/violation/violation-record';

/** One thing to do to many violations. */
export interface ViolationAct {
  readonly filter: ViolationFilter;
  readonly action: ViolationAction;
  readonly assignee?: string | null | undefined;
  readonly dueOn?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly dryRun: boolean;
}

const MAX_TEXT = 5_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What people do about violations. Each act, on one or on thousands, is one entry in the audit log. */
@Injectable()
export class ViolationActionService {
  constructor(
    private readonly db: EntityManager,
    private readonly violations: ViolationService,
  ) {}

  /**
   * Does it to all that fit, or says with `dryRun` what it would do. A contributor acts on their own alone.
   *
   * @throws DomainError INVALID for a filter that says nothing, or an act that lacks what it needs
   */
  async act(actor: Actor, wanted: ViolationAct): Promise<ActionCounts> {
    checkAct(wanted);
    const selection = await this.violations.selectToChange(wanted.filter);
    if (!selection) return { matched: 0, changed: 0, refused: 0 };
    const { action, dryRun } = wanted;
    const detail = detailOf(wanted);
    const ownOf = actor.role === 'contributor' ? ownerId(actor) : null;
    return writing(this.db, async (tx) => {
      const counts = await actOnViolations(tx, {
        ...{ selection, action, detail, ownOf, isDry: dryRun, actor: actorKey(actor) },
        assignee: wanted.assignee ?? null,
        dueOn: wanted.dueOn ?? null,
      });
      if (!dryRun && counts.changed > 0) {
        const after = { ...detail, filter: wanted.filter, ...counts };
        const object = 'violation:*';
        const reason = wanted.text?.trim() ?? null;
        await recordAudit(tx, { actor, action: `violation.${action.toLowerCase()}`, object, after, reason });
      }
      return counts;
    });
  }

  /** What happened to a violation, latest first. @throws DomainError INVALID for a bad page */
  async events(
    violation: Violation,
    first: number,
    after: string | null,
  ): Promise<{ nodes: readonly ViolationEventRow[]; endCursor: string | null }> {
    const limit = checkFirst(first);
    const rows = await listEvents(this.db, violation.internalId, decodeCursor(after), limit + 1);
    const nodes = rows.slice(0, limit);
    return { nodes, endCursor: rows.length > limit ? encodeCursor(nodes.at(-1)?.id ?? null) : null };
  }
}

/** A token owns nothing: the id of nobody. */
const ownerId = (actor: Actor): string => (isUuid(actor.id) ? actor.id : '00000000-0000-0000-0000-000000000000');

function checkAct({ filter, action, assignee, dueOn, text }: ViolationAct): void {
  const says = Object.values(filter).some((value) => value !== null && value !== undefined);
  if (!says) throw invalid('filter: says nothing; name the violations that are meant');
  if (assignee && !isUuid(assignee)) throw invalid(`assignee: ${assignee} is not the id of a person`);
  if (dueOn && !DAY.test(dueOn)) throw invalid(`dueOn: ${dueOn} is not a day such as 2026-12-31`);
  checkText(action, text?.trim() ?? '');
}

function checkText(action: ViolationAction, text: string): void {
  if (text.length > MAX_TEXT) throw invalid(`text: has more than ${MAX_TEXT} characters`);
  if (action === 'COMMENT' && text === '') throw invalid('text: a comment needs one');
}

function detailOf({ action, assignee, dueOn, text }: ViolationAct): Readonly<Record<string, unknown>> {
  const said = text?.trim() ? { text: text.trim() } : {};
  if (action === 'ASSIGN') return { ...said, assignee: assignee ?? null };
  return action === 'DUE' ? { ...said, dueOn: dueOn ?? null } : said;
}
