// @ts-check
// What every reliability command ends with: nothing acknowledged is missing or doubled, and the ledger balances.
import { createHash } from 'node:crypto';

import { hashOf } from './sender.mjs';

let failed = false;

/**
 * One line of a promise and whether it was kept.
 *
 * @param {string} name
 * @param {unknown} value
 * @param {boolean} isKept
 */
export function promise(name, value, isKept) {
  failed ||= !isKept;
  process.stdout.write(`${isKept ? 'kept  ' : 'BROKEN'}  ${name.padEnd(64)} ${String(value)}\n`);
}

/** Ends the process with 1 when a promise was broken. */
export function verdict() {
  process.exitCode = failed ? 1 : 0;
}

/**
 * @param {import('./rig.mjs').Rig} rig
 * @param {readonly string[]} acknowledged each event once
 */
export async function checkEvents(rig, acknowledged) {
  await rig.settle();
  const { rows } = await rig.db.query('select hash from pipeline_event');
  const known = new Set(rows.map(({ hash }) => String(hash)));
  const wanted = new Set(acknowledged.map(hashOf));
  const missing = [...wanted].filter((hash) => !known.has(hash)).length;
  promise('acknowledged events that are missing', missing, missing === 0);
  promise(
    'events that nobody sent, or doubled',
    known.size - wanted.size + missing,
    known.size + missing === wanted.size,
  );
  await checkLedger(rig);
}

/** @param {import('./rig.mjs').Rig} rig */
export async function checkLedger(rig) {
  const ledger = await rig.ledger();
  promise('ledger balances', JSON.stringify(ledger), ledger.balances);
  const { rows } = await rig.db.query('select sum(deadlocks)::int as count from pg_stat_database');
  promise('deadlocks', rows[0].count, Number(rows[0].count) === 0);
}

/** Everything that events have made, by names instead of ids and without the moments of our own clock. */
const STATE = {
  job: `select job.namespace, job.name, job.processing_type, job.integration, job.job_type, job.is_observed, job.facets,
               job.fold, version.io, parent.name as parent
          from job left join job_version version on version.id = job.version_id left join job parent on parent.id = job.parent_id`,
  run: `select run.public_id, job.namespace, job.name, parent.public_id as parent, root.public_id as root, run.state,
               run.started_at, run.ended_at, run.nominal_start, run.nominal_end, run.last_event_at, run.event_count, run.error,
               run.rows_read, run.rows_written, run.bytes_written, run.attempt, run.facets, run.fold, version.io
          from run join job on job.id = run.job_id left join run parent on parent.id = run.parent_id
          left join run root on root.id = run.root_id left join job_version version on version.id = run.version_id`,
  dataset: 'select namespace, name, raw_namespace, raw_name, facets, fold from pipeline_dataset',
  use: `select run.public_id, dataset.namespace, dataset.name, used.direction, used.last_us, used.last_hash, used.row_count,
               used.byte_count, used.file_count, used.version, used.facets, used.use_facets
          from run_dataset used join run on run.id = used.run_id join pipeline_dataset dataset on dataset.id = used.dataset_id`,
  event: 'select hash, at, kind, type, producer, notes from pipeline_event',
  asset: `select namespace.name as namespace, asset.name, asset.type, asset.status, asset.column_count, asset.upstream_count,
                 asset.downstream_count from asset join namespace on namespace.id = asset.namespace_id`,
  column: `select namespace.name as namespace, asset.name, asset_column.path, asset_column.type
             from asset_column join asset on asset.id = asset_id join namespace on namespace.id = namespace_id`,
  edge: `select upstream.name as upstream, downstream.name as downstream, job.name as job, edge.kind
           from lineage_edge edge join asset upstream on upstream.id = upstream_id
           join asset downstream on downstream.id = downstream_id left join asset job on job.id = edge.job_id`,
  columnEdge: `select source.name as source, upstream.path as from, target.name as target, downstream.path as to, edge.kind, edge.subtype
                 from column_edge edge join asset_column upstream on upstream.id = upstream_id
                 join asset_column downstream on downstream.id = downstream_id
                 join asset source on source.id = upstream.asset_id join asset target on target.id = downstream.asset_id`,
};

/**
 * A digest per kind of thing; equal states have equal digests, whatever the order in which they came about.
 *
 * @param {import('./rig.mjs').Rig} rig
 * @returns {Promise<Record<string, string>>}
 */
export async function stateOf(rig) {
  const digests = /** @type {Record<string, string>} */ ({});
  for (const [name, sql] of Object.entries(STATE)) {
    const { rows } = await rig.db.query(sql);
    const lines = rows
      .map((row) => JSON.stringify(inOneOrder('io' in row ? { ...row, io: spelled(row.io) } : row)))
      .sort();
    digests[name] = `${lines.length} ${createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)}`;
  }
  return digests;
}

/**
 * @typedef {object} Io what a job reads and writes, by number of place
 * @property {string[][]} places
 * @property {number[]} inputs
 * @property {number[]} outputs
 * @property {[number, number, string?][]} edges
 * @property {{ from: number, to: number }[]} columnEdges
 */

/**
 * What a job reads and writes names its places by number, in the order of internal ids: that is no part of what is known.
 *
 * @param {Io | null} io
 * @returns {unknown}
 */
function spelled(io) {
  if (io === null) return null;
  const place = (/** @type {number} */ number) => (io.places[number] ?? []).join(' ');
  return sorted({
    inputs: io.inputs.map(place),
    outputs: io.outputs.map(place),
    edges: io.edges.map(([from, to, kind = 'DIRECT']) => [`${place(from)} → ${place(to)}`, kind]),
    columnEdges: io.columnEdges.map((edge) => ({ ...edge, from: place(edge.from), to: place(edge.to) })),
    places: io.places,
  });
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function inOneOrder(value) {
  if (value instanceof Date) return value.toISOString();
  if (value === null || typeof value !== 'object') return value;
  if (!Array.isArray(value))
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]) => [key, inOneOrder(item)])
        .sort(([one], [other]) => (String(one) < String(other) ? -1 : 1)),
    );
  return value.map(inOneOrder);
}

/**
 * @param {unknown} value
 * @returns {unknown}
 */
function sorted(value) {
  if (!Array.isArray(value))
    return value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, sorted(item)]))
      : value;
  return value.map(sorted).sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}
