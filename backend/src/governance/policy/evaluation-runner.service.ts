import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnModuleInit,
} from '@nestjs/common';
import { EffectRunner } from '../../catalog';
import { AccessRequestService } from '../access-request/access-request.service';
import { WaiverService } from '../waiver/waiver.service';
import { EvaluationService } from './evaluation.service';
import { PackService } from './pack.service';

const LOOK_MS = 5_000;

/** Has violations follow the catalog and the policies: as an effect behind the change log, and by looking for what is due. */
@Injectable()
export class EvaluationRunner implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(EvaluationRunner.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<unknown> | null = null;

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
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    await this.running;
  }

  /** Evaluates everything if that is due; returns when it is done. Looks once more if one is under way already. */
  async settle(): Promise<void> {
    await this.running;
    await this.look();
  }

  private look(): Promise<unknown> {
    this.running ??= this.waivers
      .expire()
      .then(() => this.access.expire())
      .then(() => this.evaluations.evaluateIfDue())
      .catch((error: unknown) => this.log.error({ error }, 'Policies could not be evaluated; trying again'))
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }
}
