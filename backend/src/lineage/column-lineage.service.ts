import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, readColumnsById, type Asset, type Column } from '../catalog';
import { DomainError, notFound } from '../shared/errors';
import { checkMoment } from '../shared/moment';
import { checkDepth } from './domain/limits';
import { mergeWalks, type MergedWalk } from './domain/merge-walks';
import { columnOmissions } from './domain/column-omissions';
import type { ColumnLineageGraph, ColumnQuestion } from './lineage-graph';
import { findColumn, readColumnEdges, readColumnGaps, walkColumns, type ColumnEdgeRow } from './store/walk-columns';

/** Columns in one answer, the root included. */
const BUDGET = 2_000;
const SIDES = ['UPSTREAM', 'DOWNSTREAM'] as const;

/** The column twin of the lineage engine. */
@Injectable()
export class ColumnLineageService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /**
   * What feeds a column and what it feeds.
   *
   * Where only whole assets are known to be connected the walk cannot go on by column; `omitted` names those assets.
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

  private async walk(columnId: string, question: ColumnQuestion): Promise<MergedWalk> {
    const limits = { depth: question.depth, budget: BUDGET, at: question.at };
    const [upstream = [], downstream = []] = await Promise.all(
      SIDES.map(async (side) => (isAsked(question, side) ? walkColumns(this.db, columnId, side, limits) : [])),
    );
    return mergeWalks(columnId, upstream, downstream, question.depth, BUDGET);
  }

  private async compose(walk: MergedWalk, question: ColumnQuestion): Promise<ColumnLineageGraph> {
    const ids = walk.places.map(({ id }) => id);
    const [columns, edges] = await Promise.all([
      readColumnsById(this.db, ids),
      readColumnEdges(this.db, ids, question.at),
    ]);
    const gaps = await this.findGaps(walk, columns, question);
    const assets = await this.catalog.getAssetMap([
      ...new Set([...columns.values()].map((column) => column.assetId)),
      ...gaps,
    ]);
    const gapNames = gaps.map((id) => assets.get(id)?.displayName ?? id);
    const omitted = columnOmissions(walk, { depth: question.depth, budget: BUDGET, gapNames });
    const nodes = walk.places.flatMap(({ id, distance }) => {
      const column = columns.get(id);
      const asset = column && assets.get(column.assetId);
      return column && asset ? [{ asset, column: column.name, details: column, distance }] : [];
    });
    return { nodes, edges: shownEdges(edges, columns, assets), complete: omitted.length === 0, omitted };
  }

  /** Assets next to those of the answer, on the side walked, of whose columns nothing is known. */
  private async findGaps(
    walk: MergedWalk,
    columns: ReadonlyMap<string, Column>,
    question: ColumnQuestion,
  ): Promise<string[]> {
    const expanded = walk.places.filter(({ distance }) => distance < question.depth);
    const found = await Promise.all(
      SIDES.filter((side) => isAsked(question, side)).map(async (side) => {
        const onSide = expanded.filter(({ direction }) => direction === 'BOTH' || direction === side);
        const assetIds = new Set(onSide.map(({ id }) => columns.get(id)?.assetId).filter((id) => id !== undefined));
        return assetIds.size === 0 ? [] : readColumnGaps(this.db, [...assetIds], side, question.at);
      }),
    );
    return [...new Set(found.flat())];
  }
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
