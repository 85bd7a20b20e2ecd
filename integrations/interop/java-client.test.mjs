// @ts-check
// The real openlineage-java client, as Spark and Flink bring it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, before, test } from 'node:test';

import { startInstallation } from './installation.mjs';
import { javaLibraries } from './java-env.mjs';

const PROGRAM = path.join(import.meta.dirname, 'fixtures/java/Client.java');
const OUT = `query ($name: String!) { assetByName(namespace: "postgres://java.internal:5432", name: $name) {
  id columns { name type } lastWrittenBy { state job { namespace name } } } }`;
const COLUMN = `query ($id: ID!) { columnLineage(assetId: $id, column: "total", direction: UPSTREAM, depth: 1) {
  nodes { column distance asset { name } } } }`;

/** @type {import('./installation.mjs').Installation} */
let given;
/** @type {string} */
let libraries;
before(async () => {
  libraries = javaLibraries('fixtures/java/pom.xml');
  given = await startInstallation();
});
after(() => given.stop());

for (const compression of ['plain', 'gzip']) {
  test(`the HTTP transport, ${compression}`, async () => {
    const job = `java_${compression}`;
    const args = ['-cp', libraries, PROGRAM, given.url, given.token, job, compression];
    const { status, stderr } = spawnSync('java', args, { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    await given.settle();
    /** @type {{ assetByName: { id: string } & Record<string, unknown> }} */
    const { assetByName } = await given.graphql(OUT, { name: `shop.public.${job}_out` });
    const { id, ...shown } = assetByName;
    assert.deepEqual(shown, {
      columns: [
        { name: 'id', type: 'bigint' },
        { name: 'total', type: 'numeric' },
      ],
      lastWrittenBy: { state: 'COMPLETED', job: { namespace: 'java', name: job } },
    });
    /** @type {{ columnLineage: { nodes: { column: string, distance: number, asset: { name: string } }[] } }} */
    const { columnLineage } = await given.graphql(COLUMN, { id });
    const upstream = columnLineage.nodes.filter(({ distance }) => distance === 1);
    assert.deepEqual(
      upstream.map(({ column, asset }) => [asset.name, column]),
      [[`shop.public.${job}_in`, 'total']],
    );
  });
}
