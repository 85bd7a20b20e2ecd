// @ts-check
// What the dbt package writes into warehouses that cannot be had here: rendered as dbt renders it, read back by the
// warehouse's own rules for literals.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, test } from 'node:test';

import { pythonPrograms } from './python-env.mjs';

const SCRIPT = path.join(import.meta.dirname, 'fixtures/render_macros.py');
const MACROS = path.resolve(import.meta.dirname, '../dbt/macros');
const NASTY = `select '100 %' as "it's", $$dollar$$ as d, \`tick\`, '{{ jinja }}{# no #}{% raw %}' -- back\\slash \\u0024 \\'\nfrom "näme 🦉"\r\n\tlimit 1`;

/** @typedef {{ written: string[], created: string[] }} Rendered */

/**
 * @param {string} warehouse
 * @param {Record<string, string>} code by unique id
 * @returns {Rendered}
 */
function render(warehouse, code) {
  const python = process.env['INTEROP_PYTHON'] ?? path.join(pythonPrograms('dbt-requirements.txt'), 'python');
  const rows = Object.entries(code).map(([id, text]) => [id, { node: { unique_id: id, compiled_code: text } }]);
  const input = JSON.stringify({ warehouse, rows });
  const { status, stdout, stderr } = spawnSync(python, [SCRIPT, MACROS], { input, encoding: 'utf8', maxBuffer: 1e9 });
  assert.equal(status, 0, stderr);
  return JSON.parse(stdout);
}

/** How a literal ends, and what its escapes mean. */
const BACKSLASHES = /'((?:[^'\\]|\\.|'')*)'/gs;

/**
 * The texts of all literals of a statement where a backslash begins an escape.
 *
 * @param {string} statement
 */
const literalsOf = (statement) =>
  [...statement.matchAll(BACKSLASHES)].map(([, text = '']) =>
    text.replace(/''|\\u([0-9a-f]{4})|\\(.)/gs, (_all, code, letter) => {
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      return letter === undefined ? "'" : letter === 'n' ? '\n' : letter;
    }),
  );

/**
 * What arrives in the outbox: payloads by unique id, their pieces put together.
 *
 * @param {string[]} statements
 */
function arrived(statements) {
  const payloads = /** @type {Record<string, string>} */ ({});
  for (const statement of statements) {
    const texts = literalsOf(statement.slice(statement.indexOf(' values ')));
    // Each row has six: namespace, project, invocation, id, kind, payload.
    for (let at = 0; at + 5 < texts.length; at += 6) {
      const id = texts[at + 3] ?? '';
      payloads[id] = (payloads[id] ?? '') + (texts[at + 5] ?? '');
    }
  }
  return Object.fromEntries(Object.entries(payloads).map(([id, text]) => [id, JSON.parse(text).node]));
}

/** Where a statement of the warehouse is a block that handles its own failure. */
const BLOCKS = /** @type {Record<string, RegExp>} */ ({
  snowflake: /^execute immediate \$\$ begin [^$]*exception when other then return sqlerrm; end; \$\$$/s,
  bigquery: /^begin insert into .*; exception when error then select @@error\.message; end$/s,
  redshift: /^insert into /,
  databricks: /^insert into /,
});
const LONGEST = /** @type {Record<string, number>} */ ({
  snowflake: 1e6,
  bigquery: 1e6,
  databricks: 1e6,
  redshift: 16e6,
});

for (const [warehouse, block] of Object.entries(BLOCKS)) {
  describe(`on ${warehouse}`, () => {
    test('every text arrives as it was, in a statement that no driver or template takes apart', () => {
      const { written } = render(warehouse, { 'model.a.nasty': NASTY, 'model.a.plain': 'select 1' });
      assert.equal(written.length, 1);
      const [statement = ''] = written;
      assert.match(statement, block);
      assert.doesNotMatch(statement, /[%\n`]|\{\{|\{#|\{%/);
      const nodes = arrived(written);
      assert.equal(nodes['model.a.nasty'].compiled_code, NASTY);
      assert.equal(nodes['model.a.plain'].compiled_code, 'select 1');
    });

    test('a megabyte of SQL is written whole or left out by name, never cut', () => {
      const long = `select '${'x🦉'.repeat(200_000)}'`.padEnd(1_048_576, ' ');
      const { written } = render(warehouse, { 'model.a.long': long, 'model.a.short': 'select 2' });
      for (const statement of written)
        assert.ok(statement.length <= (LONGEST[warehouse] ?? 0), String(statement.length));
      const { 'model.a.long': node, 'model.a.short': short } = arrived(written);
      assert.equal(short.compiled_code, 'select 2');
      if (node.compiled_code === null) {
        const said = literalsOf(written.join(' ')).find((text) => text.includes('omitted_code')) ?? '';
        assert.deepEqual(JSON.parse(said).omitted_code.md5, createHash('md5').update(long).digest('hex'));
      } else assert.equal(node.compiled_code, long);
    });

    test('the outbox is made by statements that may be said twice', () => {
      const { created } = render(warehouse, {});
      assert.match(
        created.join('\n'),
        /create schema if not exists [\s\S]*create table if not exists warehouse\.tributary\.outbox /,
      );
      for (const column of [
        'namespace',
        'project',
        'invocation_id',
        'unique_id',
        'kind',
        'part',
        'parts',
        'payload',
        'drained_at',
      ])
        assert.match(created.join('\n'), new RegExp(`\\b${column} `));
    });
  });
}

test('Redshift gets texts that its columns can hold', () => {
  const { written } = render('redshift', { 'model.a.long': 'ä🦉'.repeat(40_000) });
  const pieces = written.flatMap((one) => literalsOf(one.slice(one.indexOf(' values '))));
  assert.ok(pieces.length > 12);
  for (const piece of pieces) assert.ok(Buffer.byteLength(piece) <= 65_535);
});
