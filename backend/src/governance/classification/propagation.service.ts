import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EffectRunner } from '../../catalog';
import { propagate } from '../store/classification/propagate';

/** From so many changed assets on, computing everything anew is the shorter way. */
const TOO_MANY = 1_000;

/** Keeps what follows from classifications along lineage true, behind every change of the catalog. */
@Injectable()
export class PropagationService implements OnModuleInit {
  constructor(private readonly effects: EffectRunner) {}

  onModuleInit(): void {
    this.effects.register({
      name: 'classification',
      ignores: ['CLASSIFIED'],
      apply: async (tx, { assetIds }) => {
        await propagate(tx, assetIds.length > TOO_MANY ? null : assetIds);
      },
    });
  }
}
