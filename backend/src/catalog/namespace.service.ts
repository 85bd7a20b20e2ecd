import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import type { NamespacePage, StoredAlias } from './domain/namespace';
import { listAliases, listNamespaces } from './store/namespaces';

/** Reads the registry of namespaces; changing it also renames and merges assets, see ingestion. */
@Injectable()
export class NamespaceService {
  constructor(private readonly db: EntityManager) {}

  /** By name, `first` after the namespace with id `after`. */
  list(first: number, after: string | null): Promise<NamespacePage> {
    return listNamespaces(this.db, after, first);
  }

  /** In the order in which they are tried. */
  aliases(): Promise<StoredAlias[]> {
    return listAliases(this.db);
  }
}
