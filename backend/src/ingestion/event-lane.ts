import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';

const LANES = 64;

/** Which of the counters of `event_count` this process uses, so that processes do not wait for each other. */
@Injectable()
export class EventLane {
  readonly number = randomInt(LANES);
}
