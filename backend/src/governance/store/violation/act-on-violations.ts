import type { EntityManager } from 'typeorm';
import { loadSql } from '../../../database';
import type { ActionCounts, ViolationAction, ViolationEventRow } from '../../domain/violation/violation-record';
import type { ViolationSelection } from './read-violations';

const ACT = loadSql(__dirname, 'queries/act-on-violations.sql');
const EVENTS = loadSql(__dirname, 'queries/list-violation-events.sql');

export interface Act {
  readonly selection: ViolationSelection;
  readonly action: ViolationAction;
  readonly assignee: string | null;
  readonly dueOn: string | null;
  readonly actor: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly ownOf: string | null;
  readonly isDry: boolean;
}

/** Does it, or only counts what it would do. */
export async function actOnViolations(tx: EntityManager, act: Act): Promise<ActionCounts> {
  const { selection, action, assignee, dueOn, actor, detail, ownOf, isDry } = act;
  const [row] = await tx.query<ActionCounts[]>(ACT, [
    JSON.stringify(selection),
    action,
    assignee,
    dueOn,
    actor,
    JSON.stringify(detail),
    ownOf,
    isDry,
  ]);
  return row ?? { matched: 0, changed: 0, refused: 0 };
}

/** Latest first, below event `before`. */
export function listEvents(
  db: EntityManager,
  violationId: string,
  before: string | null,
  first: number,
): Promise<ViolationEventRow[]> {
  return db.query<ViolationEventRow[]>(EVENTS, [violationId, before, first]);
}
