import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { EffectRunner } from '../../catalog';
import { recognise } from '../domain/suggestion/recognise';
import { readCandidates, syncSuggestions } from '../store/suggestion/scan-suggestions';

/** Assets looked at together; some ten thousand columns. */
const AT_ONCE = 500;

/** Keeps open suggestions current, behind every change of the catalog and of what follows along lineage. */
@Injectable()
export class SuggestionScanService implements OnModuleInit {
  constructor(private readonly effects: EffectRunner) {}

  onModuleInit(): void {
    // Its number goes up with the words it knows: under a new name it looks at everything once more.
    this.effects.register({ name: 'suggestions-1', apply: (tx, { assetIds }) => this.scan(tx, assetIds) });
  }

  private async scan(tx: EntityManager, assetIds: readonly string[]): Promise<void> {
    for (let start = 0; start < assetIds.length; start += AT_ONCE) {
      const some = assetIds.slice(start, start + AT_ONCE);
      const candidates = await readCandidates(tx, some);
      const found = candidates.flatMap((candidate) => {
        const { assetId, path } = candidate;
        return recognise(candidate).map((one) => ({ ...one, assetId, path }));
      });
      await syncSuggestions(tx, some, found);
    }
  }
}
