import type { EntityManager } from 'typeorm';
import { runPrepared, type FacetValue, type PreparedQuery } from '../../catalog';
import { loadSql } from '../../database';
import type { EdgeKind, EdgeSubtype } from '../../shared/vocabulary';
import type { Place, Step } from '../domain/impact-walk';

const query = (file: string): PreparedQuery => ({ name: file, text: loadSql(__dirname, `queries/${file}.sql`) });
const COLUMN_STEPS = query('impact-column-steps');
const GAP_STEPS = query('impact-gap-steps');
const ASSET_STEPS = query('impact-asset-steps');
const TOTALS = query('impact-totals');
const FIT = query('impact-fit');

interface PairRow {
  readonly from_id: string;
  readonly to_id: string;
  readonly kind: EdgeKind;
}

interface ColumnRow extends PairRow {
  readonly asset_id: string;
  readonly subtype: EdgeSubtype;
}

/** A column of an asset as a place of the walk. */
export const columnPlace = (columnId: string, assetId: string): Place => ({ key: `c${columnId}`, assetId, columnId });
/** An asset of whose columns nothing is known as a place of the walk. */
export const assetPlace = (assetId: string): Place => ({ key: `a${assetId}`, assetId, columnId: null });

/**
 * Where one step downstream leads from each place; two or three queries, whatever the number of places.
 *
 * From a column to the columns made with it, and to assets that are fed by its asset without a word on columns; from
 * an asset to the assets that it feeds. Those carry no subtype.
 */
export async function readImpactSteps(db: EntityManager, places: readonly Place[]): Promise<Step[]> {
  const columns = places.filter(({ columnId }) => columnId !== null);
  const whole = places.filter(({ columnId }) => columnId === null);
  const [fed, gaps, assets] = await Promise.all([
    read<ColumnRow>(db, COLUMN_STEPS, [...new Set(columns.map(({ columnId }) => columnId))]),
    read<PairRow>(db, GAP_STEPS, [...new Set(columns.map(({ assetId }) => assetId))]),
    read<PairRow>(db, ASSET_STEPS, [...new Set(whole.map(({ assetId }) => assetId))]),
  ]);
  return [
    ...fed.map(({ from_id, to_id, asset_id, kind, subtype }) => ({
      fromKey: `c${from_id}`,
      to: columnPlace(to_id, asset_id),
      kind,
      subtype,
    })),
    ...stepsOverGaps(gaps, columns),
    ...assets.map(({ from_id, to_id, kind }) => ({
      fromKey: `a${from_id}`,
      to: assetPlace(to_id),
      kind,
      subtype: null,
    })),
  ];
}

/** A gap lies behind every column of the asset: any of them may be what flows on. */
function stepsOverGaps(gaps: readonly PairRow[], columns: readonly Place[]): Step[] {
  const columnsOf = groupByAsset(columns);
  return gaps.flatMap(({ from_id, to_id, kind }) =>
    (columnsOf.get(from_id) ?? []).map(({ key }) => ({ fromKey: key, to: assetPlace(to_id), kind, subtype: null })),
  );
}

function groupByAsset(columns: readonly Place[]): Map<string, Place[]> {
  const groups = new Map<string, Place[]>();
  for (const place of columns) {
    const group = groups.get(place.assetId);
    if (group) group.push(place);
    else groups.set(place.assetId, [place]);
  }
  return groups;
}

async function read<Row extends object>(
  db: EntityManager,
  steps: PreparedQuery,
  ids: readonly (string | null)[],
): Promise<Row[]> {
  return ids.length === 0 ? [] : runPrepared<Row>(db, steps, [ids]);
}

/** How many of some assets are of which type and whose, most frequent first. */
export async function countImpact(
  db: EntityManager,
  assetIds: readonly string[],
): Promise<{ types: FacetValue[]; owners: FacetValue[] }> {
  const rows = await runPrepared<FacetValue & { facet: string }>(db, TOTALS, [assetIds]);
  const of = (facet: string): FacetValue[] =>
    rows.filter((row) => row.facet === facet).map(({ value, count }) => ({ value, count }));
  return { types: of('type'), owners: of('owner') };
}

/** Those of some assets that are of given types and owners; null for any. */
export async function fitImpact(
  db: EntityManager,
  assetIds: readonly string[],
  types: readonly string[] | null,
  owners: readonly string[] | null,
): Promise<ReadonlySet<string>> {
  const rows = await runPrepared<{ id: string }>(db, FIT, [assetIds, types, owners]);
  return new Set(rows.map(({ id }) => id));
}
