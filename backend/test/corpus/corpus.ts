import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { AssetStatement } from '../../src/ingestion/metadata-patch';
import type { ConnectorInput, DeliveryPart } from '../../src/ingestion/connectors/connector';

/** Folder of real documents with their counted truth, beside the repository or where TRIBUTARY_CORPUS says; undefined when absent. */
export const corpusFolder = [process.env['TRIBUTARY_CORPUS'], resolve(__dirname, '../../../../shared/corpus')].find(
  (folder): folder is string => folder !== undefined && existsSync(join(folder, 'truth.jsonl')),
);

/** What verify.py counted in one document, by plain arithmetic on its JSON. */
export interface Truth extends Readonly<Record<string, unknown>> {
  readonly path: string;
  readonly kind?: string;
}

/** Truth lines of one kind of document, in the order of the file; empty without a corpus. */
export function truthsOf(kind: string): readonly Truth[] {
  if (corpusFolder === undefined) return [];
  return readFileSync(join(corpusFolder, 'truth.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Truth)
    .filter((truth) => truth.kind === kind);
}

export const documentOf = (truth: Truth): string => readFileSync(join(corpusFolder ?? '', truth.path), 'utf8');

/** A delivery of texts by part, as the inbox would hand it over. */
export function givenDelivery(
  texts: Readonly<Record<string, string>>,
  parameters: Readonly<Record<string, string>>,
): ConnectorInput {
  const part = (name: string, text: string): [string, DeliveryPart] => [name, { name, open: () => chunks(text) }];
  return {
    parts: new Map(Object.entries(texts).map(([name, text]) => part(name, text))),
    parameters,
    receivedAt: new Date('2026-11-23T12:00:00Z'),
  };
}

async function* chunks(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += 65_536) yield await Promise.resolve(bytes.subarray(at, at + 65_536));
}

/** As `digest` in verify.py: sha-256 over the sorted JSON of the pairs. */
export function digest(pairs: readonly (readonly [string, string])[]): string {
  const hash = createHash('sha256');
  const lines = pairs.map((pair) => Buffer.from(JSON.stringify(pair))).sort((a, b) => a.compare(b));
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex').slice(0, 16);
}

/** `model.shop.orders` of `dbt:shop/model.shop.orders`. */
export const idOf = (key: string): string => key.slice(key.indexOf('/') + 1);

/** Upstream and downstream unique_ids of every edge that the statements state. */
export function edgesOf(assets: readonly AssetStatement[]): (readonly [string, string])[] {
  return assets.flatMap(({ key, edges = [] }) =>
    edges.map(({ upstream }) => [idOf('key' in upstream ? upstream.key : ''), idOf(key)] as const),
  );
}
