import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { EffectRunner } from '../../catalog';
import { Recurring } from '../../shared/recurring';
import { AccessRequestService } from '../access-request/access-request.service';
import { WaiverService } from '../waiver/waiver.service';
import { EvaluationService } from './evaluation.service';
import { PackService } from './pack.service';

const LOOK_MS = 5_000;
/** Data grows old without anybody telling. */
const FRESHNESS_MS = 60_000;

/** Has violations follow the catalog and the policies: as an effect behind the change log, and by looking for what is due. */
@Injectable()
export class EvaluationRunner implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(EvaluationRunner.name);
  private readonly rounds = new Recurring(
    () => this.work(),
    (error) => this.log.error({ error }, 'Policies could not be evaluated; trying again'),
  );

  private freshUntil = new Date();

  constructor(
    private readonly effects: EffectRunner,
    private readonly evaluations: EvaluationService,
    private readonly packs: PackService,
    private readonly waivers: WaiverService,
    private readonly access: AccessRequestService,
  ) {}

  onModuleInit(): void {
    this.effects.register({
      name: 'policy-evaluation',
      apply: async (tx, { assetIds }) => {
        await this.evaluations.evaluateChanged(tx, assetIds);
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.packs.install();
    this.rounds.start(LOOK_MS);
    void this.rounds.look();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rounds.stop();
  }

  /** Evaluates everything if that is due; returns when it is done. Looks once more if one is under way already. */
  settle(): Promise<void> {
    return this.rounds.settle();
  }

  /** What happened while no backend ran is found by the nightly evaluation. */
  private async followFreshness(): Promise<void> {
    const now = new Date();
    if (now.getTime() - this.freshUntil.getTime() < FRESHNESS_MS) return;
    await this.evaluations.evaluateFreshness(this.freshUntil, now);
    this.freshUntil = now;
  }

  private async work(): Promise<void> {
    await this.waivers.expire();
    await this.access.expire();
    await this.evaluations.evaluateIfDue();
    await this.followFreshness();
  }
}
