import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { AssetMoment } from './domain/asset-moment';
import type { Column, ColumnDegree } from './domain/column';
import type { Change, Code, SchemaVersion } from './domain/history';
import type { AssetSource, Fact, Identifier } from './domain/provenance';
import { readCode } from './store/read-code';
import { readColumnDegrees, readColumns } from './store/read-columns';
import { readFacts } from './store/read-facts';
import { readChanges, readSchemaVersions } from './store/read-history';
import { readMoments } from './store/read-moment';
import { readIdentifiers, readSources } from './store/read-provenance';

type ByAsset<Value> = Promise<ReadonlyMap<string, Value>>;

/** What is known about assets beyond their own facts, for many assets at once, by internal id; one query each. */
@Injectable()
export class AssetDetailsService {
  constructor(private readonly db: EntityManager) {}

  columns(assetIds: readonly string[]): ByAsset<readonly Column[]> {
    return readColumns(this.db, assetIds);
  }

  /** By internal column id. */
  columnDegrees(columnIds: readonly string[]): ByAsset<ColumnDegree> {
    return readColumnDegrees(this.db, columnIds);
  }

  code(assetIds: readonly string[]): ByAsset<Code> {
    return readCode(this.db, assetIds);
  }

  facts(assetIds: readonly string[]): ByAsset<readonly Fact[]> {
    return readFacts(this.db, assetIds);
  }

  identifiers(assetIds: readonly string[]): ByAsset<readonly Identifier[]> {
    return readIdentifiers(this.db, assetIds);
  }

  sources(assetIds: readonly string[]): ByAsset<readonly AssetSource[]> {
    return readSources(this.db, assetIds);
  }

  /** Latest first, `first` of each asset below version `before`. */
  schemaVersions(assetIds: readonly string[], first: number, before: number | null): ByAsset<readonly SchemaVersion[]> {
    return readSchemaVersions(this.db, assetIds, first, before);
  }

  /** Latest first, `first` of each asset below change `before`. */
  changes(assetIds: readonly string[], first: number, before: string | null): ByAsset<readonly Change[]> {
    return readChanges(this.db, assetIds, first, before);
  }

  /** As their sources described them at a moment; those nobody spoke of then are left out. */
  moments(assetIds: readonly string[], at: Date): ByAsset<AssetMoment> {
    return readMoments(this.db, assetIds, at);
  }
}
