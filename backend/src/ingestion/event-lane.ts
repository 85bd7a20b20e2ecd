import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';

const LANES = 64;
/** For what is recorded through the API: its transactions are longer, so that no process may wait for them. */
export const RECORDED_LANE = LANES;

/** Which of the counters of `event_count` this process uses, so that processes do not wait for each other. */
@Injectable()
export class EventLane {
  readonly number = randomInt(LANES);
}
