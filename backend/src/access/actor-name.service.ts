import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { readActorNames } from './store/actor-names';

const OF_THE_ENVIRONMENT: ReadonlyMap<string, string> = new Map([
  ['system', 'Tributary'],
  ['system:sql', 'SQL analysis'],
  ['token:environment', "Administrator's token of the environment"],
  ['token:launch', 'Tributary'],
]);

/** What those are called who did something. */
@Injectable()
export class ActorNameService {
  constructor(private readonly db: EntityManager) {}

  /** By key of the audit log; one that nobody has any more is shown by the end of its number. One query. */
  async names(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stored = await readActorNames(this.db, keys);
    return new Map(keys.map((key) => [key, OF_THE_ENVIRONMENT.get(key) ?? stored.get(key) ?? anonymousName(key)]));
  }
}

function anonymousName(key: string): string {
  const [kind = '', id = ''] = key.split(':');
  return kind === 'person' ? `Deleted user ${id.slice(-4)}` : key;
}
