import { Inject, Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, readColumnsById, type Asset, type Column } from '../catalog';
import {
  continuationOmissions,
  continueOverAssets,
  wholeAssets,
  wholeEdges,
  wholeIds,
  type Continuation,
  type SideWalk,
} from './continue-over-assets';
import { CONFIG, type Config } from '../config';
import { DomainError, notFound } from '../shared/errors';
import { checkMoment } from '../shared/moment';
import { beforeHistory } from './domain/history';
import { checkDepth } from './domain/limits';
import { mergeWalks, type MergedWalk, type Walk } from './domain/merge-walks';
import { columnOmissions } from './domain/column-omissions';
import type { ColumnLineageGraph, ColumnQuestion } from './lineage-graph';
import { findColumn, readColumnEdges, walkColumns, type ColumnEdgeRow } from './store/walk-columns';

/** Columns in one answer, the root included. */
const BUDGET = 2_000;
const SIDES = ['UPSTREAM', 'DOWNSTREAM'] as const;

/** The walk over columns: both sides, and the answer they make. */
interface ColumnWalk {
  readonly merged: MergedWalk;
  readonly sides: readonly SideWalk[];
}

/** The column twin of the lineage engine. */
@Injectable()
export class ColumnLineageService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /**
   * What feeds a column and what it feeds.
   *
   * Where only whole assets are known to be connected the walk goes on over those, in `assets`; `omitted` names the first
   * of them.
   *
   * @throws DomainError NOT_FOUND when the asset or the column does not exist, INVALID for a depth or a moment out of range.
   */
  async answer(assetId: string, column: string, question: ColumnQuestion): Promise<ColumnLineageGraph> {
    checkDepth(question.depth);
    checkMoment('at', question.at);
    const asset = await this.catalog.getAsset(assetId);
    if (!asset) throw notFound('asset', assetId);
    const columnId = await findColumn(this.db, asset.internalId, column.replaceAll('\0', ''));
    if (columnId === null) throw noColumn(asset, column);
    return this.compose(await this.walk(columnId, question), question);
  }

  private async walk(columnId: string, question: ColumnQuestion): Promise<ColumnWalk> {
    const limits = { ...question, budget: BUDGET };
    const sides = await Promise.all(
      SIDES.filter((side) => isAsked(question, side)).map(async (side) => ({
        side,
        walk: await walkColumns(this.db, columnId, side, limits),
      })),
    );
    const of = (side: 'UPSTREAM' | 'DOWNSTREAM'): Walk => sides.find((one) => one.side === side)?.walk ?? [];
    return { merged: mergeWalks(columnId, of('UPSTREAM'), of('DOWNSTREAM'), question.depth, BUDGET), sides };
  }

  private async compose({ merged, sides }: ColumnWalk, question: ColumnQuestion): Promise<ColumnLineageGraph> {
    const ids = merged.places.map(({ id }) => id);
    const [columns, edges] = await Promise.all([
      readColumnsById(this.db, ids),
      readColumnEdges(this.db, ids, question),
    ]);
    const continued = await Promise.all(
      sides.map((one) => continueOverAssets(this.db, one, merged, columns, question)),
    );
    const assets = await this.catalog.getAssetMap([
      ...new Set([...[...columns.values()].map((column) => column.assetId), ...wholeIds(continued)]),
    ]);
    const graph = { ...columnsOf(merged, columns, edges, assets), ...overAssets(continued, assets, merged, question) };
    const unknown = beforeHistory(question.at, this.config.historyDays, new Date());
    return unknown === null ? graph : { ...graph, complete: false, omitted: [...graph.omitted, unknown] };
  }
}

function columnsOf(
  merged: MergedWalk,
  columns: ReadonlyMap<string, Column>,
  edges: readonly ColumnEdgeRow[],
  assets: ReadonlyMap<string, Asset>,
): Pick<ColumnLineageGraph, 'nodes' | 'edges'> {
  const nodes = merged.places.flatMap(({ id, distance }) => {
    const column = columns.get(id);
    const asset = column && assets.get(column.assetId);
    return column && asset ? [{ asset, column: column.name, details: column, distance }] : [];
  });
  return { nodes, edges: shownEdges(edges, columns, assets) };
}

function overAssets(
  continued: readonly Continuation[],
  assets: ReadonlyMap<string, Asset>,
  merged: MergedWalk,
  { depth }: ColumnQuestion,
): Omit<ColumnLineageGraph, 'nodes' | 'edges'> {
  const omitted = [
    ...columnOmissions(merged, { depth, budget: BUDGET }),
    ...continuationOmissions(continued, assets, depth),
  ];
  return {
    assets: wholeAssets(continued, assets),
    assetEdges: wholeEdges(continued, assets),
    complete: omitted.length === 0,
    omitted,
  };
}

function isAsked(question: ColumnQuestion, side: 'UPSTREAM' | 'DOWNSTREAM'): boolean {
  return question.direction === 'BOTH' || question.direction === side;
}

function noColumn(asset: Asset, column: string): DomainError {
  return new DomainError('NOT_FOUND', `No column ${column} in ${asset.namespace} ${asset.name}`, { column });
}

function shownEdges(
  edges: readonly ColumnEdgeRow[],
  columns: ReadonlyMap<string, Column>,
  assets: ReadonlyMap<string, Asset>,
): ColumnLineageGraph['edges'] {
  const endOf = (id: string): { assetId: string; column: string } | null => {
    const column = columns.get(id);
    const asset = column && assets.get(column.assetId);
    return column && asset ? { assetId: asset.id, column: column.name } : null;
  };
  return edges.flatMap(({ upstream_id, downstream_id, kind, subtype, masking }) => {
    const upstream = endOf(upstream_id);
    const downstream = endOf(downstream_id);
    return upstream && downstream ? [{ upstream, downstream, kind, subtype, masking }] : [];
  });
}
