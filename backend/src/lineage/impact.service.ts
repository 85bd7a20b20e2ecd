import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, readColumnsById, type Asset, type FacetValue } from '../catalog';
import { DomainError, notFound } from '../shared/errors';
import { decodeKeyset, encodeKeyset } from '../shared/keyset';
import { checkFirst } from '../shared/paging';
import { CHANGE_CLASSES, classOf, effectOnRoot, reasonOf } from './domain/change-effect';
import { compareKeys, walkImpact, type ImpactWalk, type Place, type Reached } from './domain/impact-walk';
import type { Omission } from './domain/omission';
import { plural } from './domain/omissions';
import type { Impacted, ImpactEnd, ImpactFilter, ImpactPage, ImpactQuestion, ImpactTotals } from './impact';
import { assetPlace, columnPlace, countImpact, fitImpact, readImpactSteps } from './store/read-impact';
import { findColumn } from './store/walk-columns';

/** Places in one answer: far more than anybody reads, and what memory allows. */
const LIMIT = 500_000;
const STREAM_BATCH = 1_000;

interface Walked {
  readonly root: ImpactEnd;
  readonly rootPlace: Place;
  readonly walk: ImpactWalk;
  /** Everything that is listed, whatever the filter. */
  readonly listed: readonly Reached[];
  /** What of it fits the filter. */
  readonly wanted: readonly Reached[];
}

/** Says what a change would break: everything downstream, whatever a page or a picture shows of it. */
@Injectable()
export class ImpactService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * One page of what a change reaches, nearest first, with totals of all of it.
   *
   * @throws DomainError NOT_FOUND for an unknown asset or column; INVALID for a bad page or RETYPE of a whole asset.
   */
  async answer(question: ImpactQuestion, first: number, after: string | null): Promise<ImpactPage> {
    const limit = checkFirst(first);
    const position = decodeKeyset(after, ['number', 'string']);
    const walked = await this.walk(question);
    const { root, wanted } = walked;
    const start = position === null ? 0 : startAfter(wanted, Number(position[0]), String(position[1]));
    const page = wanted.slice(start, start + limit);
    const last = page.at(-1);
    const [totals, nodes] = await Promise.all([this.count(wanted), this.compose(page, walked)]);
    const omitted = omissionsOf(walked);
    return {
      ...totals,
      root,
      change: question.change,
      nodes,
      endCursor: last && start + limit < wanted.length ? encodeKeyset([last.distance, last.key]) : null,
      complete: omitted.length === 0,
      omitted,
    };
  }

  /** The same, all of it, in batches, for exports. @throws as `answer`, before the first batch */
  async *stream(question: ImpactQuestion): AsyncGenerator<readonly Impacted[], ImpactWalk> {
    const walked = await this.walk(question);
    for (let start = 0; start < walked.wanted.length; start += STREAM_BATCH) {
      yield await this.compose(walked.wanted.slice(start, start + STREAM_BATCH), walked);
    }
    return walked.walk;
  }

  private async walk({ assetId, column, change, filter }: ImpactQuestion): Promise<Walked> {
    const effect = effectOnRoot(change, column !== null);
    const asset = await this.catalog.getAsset(assetId);
    if (!asset) throw notFound('asset', assetId);
    const rootPlace = await this.placeOf(asset, column);
    const walk = await walkImpact(rootPlace, effect, (frontier) => readImpactSteps(this.db, frontier), LIMIT);
    const listed = withoutRepeats(walk.reached, rootPlace);
    return { root: { asset, column }, rootPlace, walk, listed, wanted: await this.select(listed, filter) };
  }

  private async placeOf(asset: Asset, column: string | null): Promise<Place> {
    if (column === null) return assetPlace(asset.internalId);
    const id = await findColumn(this.db, asset.internalId, column.replaceAll('\0', ''));
    if (id !== null) return columnPlace(id, asset.internalId);
    throw new DomainError('NOT_FOUND', `No column ${column} in ${asset.name}`, { column, asset: asset.name });
  }

  private async select(reached: readonly Reached[], filter: ImpactFilter): Promise<readonly Reached[]> {
    const { classes, types, owners } = filter;
    const ofClass = classes ? reached.filter(({ effect }) => classes.includes(classOf(effect))) : reached;
    if (!types && !owners) return ofClass;
    const lower = owners?.map((owner) => owner.toLowerCase()) ?? null;
    const fitting = await fitImpact(this.db, assetIdsOf(ofClass), types, lower);
    return ofClass.filter(({ assetId }) => fitting.has(assetId));
  }

  private async count(wanted: readonly Reached[]): Promise<ImpactTotals> {
    const ids = assetIdsOf(wanted);
    return {
      total: wanted.length,
      assetCount: ids.length,
      classes: countClasses(wanted),
      ...(await countImpact(this.db, ids)),
    };
  }

  private async compose(page: readonly Reached[], { walk, root, rootPlace }: Walked): Promise<Impacted[]> {
    const places = new Map<string, Place>([[rootPlace.key, rootPlace]]);
    const viaKeys = new Set(page.map(({ viaKey }) => viaKey));
    for (const place of walk.reached) if (viaKeys.has(place.key)) places.set(place.key, place);
    const shown = [...page, ...places.values()];
    const [assets, columns] = await Promise.all([
      this.catalog.getAssetMap(assetIdsOf(shown)),
      readColumnsById(this.db, [...new Set(shown.flatMap(({ columnId }) => columnId ?? []))]),
    ]);
    const endOf = (place: Place | undefined): ImpactEnd | null => {
      const asset = place && assets.get(place.assetId);
      return asset ? { asset, column: columns.get(place.columnId ?? '')?.name ?? null } : null;
    };
    return page.flatMap((place) => {
      const end = endOf(place);
      if (end === null) return []; // gone since the walk
      const { distance, effect, viaKey } = place;
      const via = endOf(places.get(viaKey)) ?? root;
      return [{ ...end, distance, changeClass: classOf(effect), reason: reasonOf(effect), via }];
    });
  }
}

const assetIdsOf = (places: readonly Place[]): string[] => [...new Set(places.map(({ assetId }) => assetId))];

/** An asset that is there by its columns, or is the changed one itself, is not listed once more as a whole. */
function withoutRepeats(reached: readonly Reached[], root: Place): readonly Reached[] {
  const byColumn = new Set(reached.filter(({ columnId }) => columnId !== null).map(({ assetId }) => assetId));
  return reached.filter(
    ({ columnId, assetId }) => columnId !== null || (assetId !== root.assetId && !byColumn.has(assetId)),
  );
}

/** Where the page after a position begins; places are in order of distance and key. */
function startAfter(places: readonly Reached[], distance: number, key: string): number {
  const next = places.findIndex(
    (place) => place.distance > distance || (place.distance === distance && compareKeys(place.key, key) > 0),
  );
  return next === -1 ? places.length : next;
}

function countClasses(places: readonly Reached[]): FacetValue[] {
  const counts = new Map<string, number>();
  for (const { effect } of places) counts.set(classOf(effect), (counts.get(classOf(effect)) ?? 0) + 1);
  return CHANGE_CLASSES.map((value) => ({ value, count: counts.get(value) ?? 0 })).filter(({ count }) => count > 0);
}

function omissionsOf({ listed, walk }: Walked): Omission[] {
  const whole = new Set(listed.filter(({ columnId }) => columnId === null).map(({ assetId }) => assetId)).size;
  const omitted: Omission[] = [];
  if (walk.isCut) {
    const message = `More than ${plural(LIMIT, 'place')} downstream: those further away are not listed.`;
    omitted.push({ reason: 'BUDGET', count: listed.length, message });
  }
  if (whole > 0 && listed.some(({ columnId }) => columnId !== null)) {
    const message = `${plural(whole, 'asset')} listed as a whole: which of the columns ${whole === 1 ? 'is' : 'are'} meant is not known.`;
    omitted.push({ reason: 'NO_COLUMN_LINEAGE', count: whole, message });
  }
  return omitted;
}
