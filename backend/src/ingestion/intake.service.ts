import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import type { Actor } from '../access';
import { DomainError } from '../shared/errors';
import { CONNECTORS } from './connectors';
import type { Connector } from './connectors/connector';
import { canonicalParameters } from './intake-parameters';

/** What a sender asked for, checked and with names in their canonical form. */
export interface CheckedIntake {
  readonly connector: Connector;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Decides whether a document may come in, before a byte of it is read. */
@Injectable()
export class IntakeService {
  constructor(private readonly db: DataSource) {}

  /**
   * The connector, and the parameters it will see: the namespace canonical, and filled in from the project's earlier
   * deliveries when it was left out and there was only one.
   *
   * @throws DomainError NOT_FOUND for an unknown connector, INVALID for parameters it refuses, FORBIDDEN for a
   *   namespace the token may not write into.
   */
  async check(name: string, given: Readonly<Record<string, string>>, actor: Actor): Promise<CheckedIntake> {
    const connector = CONNECTORS.get(name);
    if (connector === undefined) {
      throw new DomainError('NOT_FOUND', `No connector ${name}; there are: ${[...CONNECTORS.keys()].join(', ')}`);
    }
    const parameters = await canonicalParameters(this.db.manager, name, given);
    connector.checkParameters(parameters);
    checkNamespace(actor, parameters['namespace']);
    return { connector, parameters };
  }
}

function checkNamespace(actor: Actor, namespace: string | undefined): void {
  if (actor.namespaces.length === 0) return;
  if (namespace !== undefined && actor.namespaces.includes(namespace)) return;
  throw new DomainError('FORBIDDEN', `This token may not write into namespace ${namespace ?? '(none given)'}`);
}
