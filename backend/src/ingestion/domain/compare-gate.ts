import { contractBreaks, type ContractBreak } from './contract-breaks';
import type { GateAsset, GateColumn, GateConsumer, GateCounts, GateFinding, GateLevel, GateViolation } from './gate';

/** A column that differs; before is null for a new one, after for one that is gone. */
export interface ColumnChange {
  readonly asset: GateAsset;
  readonly path: string;
  readonly before: GateColumn | null;
  readonly after: GateColumn | null;
}

/** Everything that differs between the catalog and what it would be. */
export interface GateChanges {
  readonly added: readonly GateAsset[];
  readonly removed: readonly GateAsset[];
  readonly changed: readonly GateAsset[];
  readonly columns: readonly ColumnChange[];
  readonly breaks: readonly ContractBreak[];
}

type Assets = ReadonlyMap<string, GateAsset>;

/** Compares what the project describes; assets of others only as far as their columns are classified otherwise. Pure. */
export function compareGate(before: Assets, after: Assets): GateChanges {
  const now = [...after.values()];
  const isThere = (asset: GateAsset | undefined): boolean => asset?.status === 'ACTIVE' && asset.isOwn;
  const columns = now.flatMap((asset) => columnChanges(before.get(asset.id), asset));
  const changedIds = new Set(columns.filter(isShape).map(({ asset }) => asset.id));
  return {
    added: now.filter((asset) => isThere(asset) && !isThere(before.get(asset.id))),
    removed: [...before.values()].filter((asset) => isThere(asset) && !isThere(after.get(asset.id))),
    changed: now.filter((asset) => isThere(asset) && isThere(before.get(asset.id)) && changedIds.has(asset.id)),
    columns: columns.filter((change) => change.asset.isOwn || !isShape(change)),
    breaks: contractBreaks(before, after),
  };
}

const isShape = ({ before, after }: ColumnChange): boolean =>
  before === null || after === null || (before.type ?? '') !== (after.type ?? '');

function columnChanges(before: GateAsset | undefined, asset: GateAsset): ColumnChange[] {
  const paths = new Set([...(before?.columns.keys() ?? []), ...asset.columns.keys()]);
  return [...paths].flatMap((path) => {
    const change = { asset, path, before: before?.columns.get(path) ?? null, after: asset.columns.get(path) ?? null };
    return isShape(change) || gained(change).length > 0 ? [change] : [];
  });
}

/** Categories that the column would have and has not. */
const gained = ({ before, after }: ColumnChange): string[] =>
  [...new Set(after?.categories ?? [])].filter((category) => !(before?.categories ?? []).includes(category)).sort();

/** What has to be asked about consumers: internal ids of columns and assets as they are now. */
export function questionsOf({ removed, columns, breaks }: GateChanges): { columnIds: string[]; assetIds: string[] } {
  const lost = columns.filter((change) => change.before !== null && isShape(change));
  const broken = breaks.filter((one) => one.before !== null);
  return {
    columnIds: [...new Set([...lost, ...broken].map(({ before }) => String(before?.id)))],
    assetIds: [...new Set([...removed, ...breaks.map(({ asset }) => asset)].map(({ id }) => id))],
  };
}

/** Changes in numbers; `resolved`: violations that would be gone. */
export function countsOf({ added, removed, changed, columns }: GateChanges, resolved: number): GateCounts {
  const count = (fits: (change: ColumnChange) => boolean): number => columns.filter(fits).length;
  return {
    modelsAdded: added.length,
    modelsChanged: changed.length,
    modelsRemoved: removed.length,
    columnsAdded: count(({ before }) => before === null),
    columnsRemoved: count(({ after }) => after === null),
    columnsRetyped: count((change) => change.before !== null && change.after !== null && isShape(change)),
    columnsClassified: count((change) => gained(change).length > 0),
    violationsResolved: resolved,
  };
}

const ORDER: readonly GateLevel[] = ['error', 'warning', 'note'];

/** All that is to be known, errors first. */
export function findingsOf(
  changes: GateChanges,
  violations: readonly GateViolation[],
  consumers: readonly GateConsumer[],
): GateFinding[] {
  const inOrder = [...consumers].sort(({ consumer: one }, { consumer: other }) =>
    one < other ? -1 : Number(one > other),
  );
  const ofColumn = groupBy(inOrder, ({ column_id: id }) => id);
  const ofAsset = groupBy(inOrder, ({ asset_id: id }) => id);
  const readersOf = (asset: GateAsset, column: GateColumn | null): readonly GateConsumer[] =>
    (column === null ? ofAsset.get(asset.id) : ofColumn.get(String(column.id))) ?? [];
  // A broken promise is said once: not also as something that goes.
  const promised = new Set(changes.breaks.map(({ asset, column }) => `${asset.id} ${column ?? ''}`));
  const isFree = (asset: GateAsset, column: string): boolean => !promised.has(`${asset.id} ${column}`);
  return [
    ...violations.filter(({ status }) => status !== 'RESOLVED').map(violationFinding),
    ...changes.breaks.map((one) => breakFinding(one, readersOf(one.asset, one.before))),
    ...changes.removed
      .filter((asset) => isFree(asset, ''))
      .flatMap((asset) => lossOf(asset, null, readersOf(asset, null))),
    ...changes.columns
      .filter(({ asset, path }) => isFree(asset, path))
      .flatMap((change) => shapeFinding(change, readersOf(change.asset, change.before))),
    ...changes.columns.flatMap(classFinding),
  ].sort(compareFindings);
}

/** By level, then by place; the same whatever database told of them. */
function compareFindings(left: GateFinding, right: GateFinding): number {
  const level = ORDER.indexOf(left.level) - ORDER.indexOf(right.level);
  if (level !== 0) return level;
  const [one, other] = [placeText(left), placeText(right)];
  return one < other ? -1 : Number(one > other);
}

const placeText = ({ namespace, asset, column, code, policy, message }: GateFinding): string =>
  [namespace, asset, column ?? '', code, policy ?? '', message].join('\n');

function groupBy(
  consumers: readonly GateConsumer[],
  key: (one: GateConsumer) => string | null,
): Map<string, GateConsumer[]> {
  const groups = new Map<string, GateConsumer[]>();
  for (const consumer of consumers) {
    const id = key(consumer);
    if (id !== null) groups.set(id, [...(groups.get(id) ?? []), consumer]);
  }
  return groups;
}

function violationFinding(violation: GateViolation): GateFinding {
  const { severity, status, message, namespace, name, owner, file, policy, code } = violation;
  const isWaived = status === 'WAIVED';
  const serious: GateLevel = severity === 'info' ? 'note' : severity;
  return {
    level: isWaived ? 'note' : serious,
    ...{ code, message, namespace, asset: name, policy, isWaived, owner, file },
    column: violation.column_path === '' ? null : violation.column_path,
    path: violation.path.map((step) => (step.column === null ? step.name : `${step.name}.${step.column}`)),
    consumers: [],
  };
}

function breakFinding(
  { asset, column, level, code, what }: ContractBreak,
  readers: readonly GateConsumer[],
): GateFinding {
  const message = readers.length === 0 ? what : `${what}; ${readBy(readers)}`;
  return { ...placeOf(asset, column, readers), level, code, message };
}

function shapeFinding(change: ColumnChange, consumers: readonly GateConsumer[]): GateFinding[] {
  const { asset, path, before, after } = change;
  if (before === null || !isShape(change)) return [];
  if (after === null) return lossOf(asset, path, consumers);
  if (before.type === null || after.type === null || consumers.length === 0) return [];
  const message = `Column ${path} of ${asset.name} becomes ${after.type}, was ${before.type}: ${readBy(consumers)}`;
  return [{ ...placeOf(asset, path, consumers), level: 'warning', code: 'COLUMN_RETYPED', message }];
}

/** Something goes: an error where somebody outside reads it, else not worth a word. */
function lossOf(asset: GateAsset, column: string | null, consumers: readonly GateConsumer[]): GateFinding[] {
  if (consumers.length === 0) return [];
  const what = column === null ? `Model ${asset.name}` : `Column ${column} of ${asset.name}`;
  const code = column === null ? 'MODEL_REMOVED' : 'COLUMN_REMOVED';
  const message = `${what} goes, ${readBy(consumers)}`;
  return [{ ...placeOf(asset, column, consumers), level: 'error', code, message }];
}

function readBy(consumers: readonly GateConsumer[]): string {
  const names = [
    ...new Set(consumers.map(({ consumer, owner }) => (owner === null ? consumer : `${consumer} (${owner})`))),
  ];
  const shown = names.slice(0, 3).join(', ');
  return `it is read by ${names.length > 3 ? `${shown} and ${names.length - 3} more` : shown}`;
}

function classFinding(change: ColumnChange): GateFinding[] {
  const { asset, path } = change;
  const categories = gained(change);
  if (categories.length === 0) return [];
  const message = `Column ${path} of ${asset.name} becomes ${categories.join(', ')}`;
  return [{ ...placeOf(asset, path, []), level: 'note', code: 'COLUMN_CLASSIFIED', message }];
}

function placeOf(
  { namespace, name, owner, path: file }: GateAsset,
  column: string | null,
  consumers: readonly GateConsumer[],
): Omit<GateFinding, 'level' | 'code' | 'message'> {
  return {
    ...{ namespace, asset: name, column, policy: null, isWaived: false, owner, file, path: [] },
    consumers: consumers.map((one) => ({ name: one.consumer, owner: one.owner })),
  };
}
