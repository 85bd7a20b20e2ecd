import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { CatalogService, type Asset } from '../../catalog';
import { CLASSIFICATION_LEVELS, type ClassificationLevel } from '../../shared/vocabulary';
import { originsOf, type Origin, type Way } from '../domain/classification/ways';
import {
  findColumnId,
  readSaidColumns,
  readWays,
  readWords,
  type SaidColumn,
  type SpokenWord,
} from '../store/classification/read-ways';
import type { PathStep } from '../violation/violation';

/** What one source says of a column. */
export interface ClassificationWord {
  readonly source: string;
  readonly sourceKind: string;
  readonly level: ClassificationLevel | null;
  readonly categories: readonly string[];
  readonly subtypes: readonly string[];
  readonly exact: boolean;
  readonly reason: string | null;
  readonly at: Date;
}

/** A column whose classification reaches another, and how. */
export interface ClassificationOrigin {
  readonly asset: Asset;
  readonly column: string;
  readonly categories: readonly string[];
  readonly level: ClassificationLevel | null;
  readonly isPseudonymised: boolean;
  readonly path: readonly PathStep[];
  readonly otherPaths: number;
}

export interface ClassificationReason {
  readonly said: readonly ClassificationWord[];
  readonly origins: readonly ClassificationOrigin[];
  readonly complete: boolean;
}

/** More cannot be drawn, nor read. */
const MOST_EDGES = 5_000;
const MOST_ORIGINS = 100;

/** Everything that a column's classification rests on: words about it, and each column from which something follows. */
@Injectable()
export class ClassificationReasonService {
  constructor(
    private readonly db: EntityManager,
    private readonly catalog: CatalogService,
  ) {}

  /** Null when there is no such column. */
  async explain(publicId: string, path: string): Promise<ClassificationReason | null> {
    const asset = await this.catalog.getAsset(publicId);
    const columnId = asset && (await findColumnId(this.db, asset.internalId, path));
    if (!columnId) return null;
    const [words, found] = await Promise.all([
      readWords(this.db, asset.internalId, path),
      readWays(this.db, columnId, MOST_EDGES + 1),
    ]);
    const ways = found.slice(0, MOST_EDGES);
    const columns = await readSaidColumns(this.db, [...new Set(ways.flatMap(({ from, to }) => [from, to]))]);
    const origins = waysOfOrigins(columnId, ways, columns);
    const shown = origins.slice(0, MOST_ORIGINS);
    const complete = found.length <= MOST_EDGES && shown.length === origins.length;
    return { said: words.map(wordOf), origins: await this.compose(shown, columns), complete };
  }

  private async compose(
    origins: readonly ReachedBy[],
    columns: ReadonlyMap<string, SaidColumn>,
  ): Promise<ClassificationOrigin[]> {
    const steps = origins.flatMap(({ path }) => path.map((id) => columns.get(id)?.assetId ?? ''));
    const assets = await this.catalog.getAssetMap([...new Set(steps)].filter(Boolean));
    const stepOf = (id: string): PathStep[] => {
      const column = columns.get(id);
      const asset = assets.get(column?.assetId ?? '');
      return column && asset ? [{ asset, column: column.path }] : [];
    };
    return origins.flatMap(({ path, keeps, columnId, otherPaths, isPseudonymised }) => {
      const [first] = stepOf(columnId);
      const said = columns.get(columnId);
      if (!first || !said) return [];
      return [
        {
          asset: first.asset,
          column: said.path,
          categories: keeps ? said.categories : [],
          level: keeps ? levelOf(said.level) : 'INTERNAL',
          ...{ otherPaths, isPseudonymised, path: path.flatMap(stepOf) },
        },
      ];
    });
  }
}

/** `keeps`: the value itself, or a stand-in, arrives; else only what is left behind a mask. */
type ReachedBy = Origin & { readonly keeps: boolean };

/** Those from which the value arrives, then those of which only something weaker does. */
function waysOfOrigins(columnId: string, ways: readonly Way[], columns: ReadonlyMap<string, SaidColumn>): ReachedBy[] {
  const said = [...columns.values()].filter(({ level, categories }) => level !== null || categories.length > 0);
  const kept = originsOf(
    columnId,
    ways.filter(({ effect }) => effect !== 'DROP'),
    new Set(said.map(({ id }) => id)),
  );
  const rest = new Set(said.map(({ id }) => id).filter((id) => !kept.some((one) => one.columnId === id)));
  return [
    ...kept.map((one) => ({ ...one, keeps: true })),
    ...originsOf(columnId, ways, rest).map((one) => ({ ...one, keeps: false })),
  ];
}

const levelOf = (level: number | null): ClassificationLevel | null => CLASSIFICATION_LEVELS[(level ?? 0) - 1] ?? null;

function wordOf({ source, sourceKind, claim, observedAt: at }: SpokenWord): ClassificationWord {
  const { level = null, categories, subtypes = [], exact = false, reason = null } = claim;
  return { ...{ source, sourceKind, level, categories, subtypes, exact, reason }, at };
}
