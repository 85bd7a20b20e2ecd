import type { Connector } from './connector';
import { dbtConnector } from './dbt';
import { dbtOutboxConnector } from './dbt-outbox';

/** Every source format the service reads; adding one is one folder and one line here. */
export const CONNECTORS: ReadonlyMap<string, Connector> = new Map(
  [dbtConnector, dbtOutboxConnector].map((connector) => [connector.name, connector]),
);
