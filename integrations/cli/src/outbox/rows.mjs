// @ts-check
/**
 * A row of the dbt package's outbox, as the warehouse holds it.
 *
 * @typedef {object} OutboxRow
 * @property {number | string} id
 * @property {string} namespace
 * @property {string} project
 * @property {string} invocation_id
 * @property {string} unique_id
 * @property {string} kind
 * @property {number} part from 1
 * @property {number} parts
 * @property {string} payload JSON, or a piece of it
 * @property {string} created_at
 */

/**
 * Rows of one namespace, ready to be sent.
 *
 * @typedef {object} Parcel
 * @property {string} namespace
 * @property {(number | string)[]} ids of all rows in it
 * @property {string} body one line of JSON for each row
 */

/**
 * An outbox that rows can be taken from. Whoever takes rows acknowledges what the catalog has, or releases them.
 *
 * @typedef {object} Outbox
 * @property {() => Promise<OutboxRow[]>} take the oldest rows that nobody else is at; empty when none waits
 * @property {(ids: (number | string)[]) => Promise<void>} acknowledge lets go of what was taken; `ids` are never given out again
 * @property {() => Promise<void>} close gives back what was taken and not acknowledged
 */

/**
 * Sorts rows into parcels: one per namespace, rows of an invocation next to each other, payloads put together from
 * their pieces. A payload of which a piece is missing is left out; it comes with a later take.
 *
 * @param {readonly OutboxRow[]} rows in order of writing
 * @param {string | undefined} namespace sends all rows there, whatever they say
 * @returns {Parcel[]}
 */
export function parcelsOf(rows, namespace) {
  /** @type {Map<string, { ids: (number | string)[], invocations: Map<string, string[]> }>} */
  const parcels = new Map();
  for (const pieces of whole(rows)) {
    const [first] = pieces;
    if (first === undefined) continue;
    const place = namespace ?? first.namespace;
    const parcel = parcels.get(place) ?? emptyParcel();
    parcels.set(place, parcel);
    parcel.ids.push(...pieces.map(({ id }) => id));
    const invocation = `${first.project}\n${first.invocation_id}`;
    const lines = parcel.invocations.get(invocation) ?? [];
    parcel.invocations.set(invocation, lines);
    lines.push(lineOf(first, payloadOf(pieces)));
  }
  return [...parcels].map(([place, { ids, invocations }]) => ({
    namespace: place,
    ids,
    body: [...invocations.values()].flat().join(''),
  }));
}

/** @returns {{ ids: (number | string)[], invocations: Map<string, string[]> }} */
const emptyParcel = () => ({ ids: [], invocations: new Map() });

/**
 * Rows that belong together and are all there; in order of the first of each.
 *
 * @param {readonly OutboxRow[]} rows
 */
function whole(rows) {
  /** @type {Map<string, OutboxRow[]>} */
  const groups = new Map();
  for (const row of rows) {
    const key = row.parts === 1 ? `${row.id}` : [row.invocation_id, row.unique_id, row.kind, row.parts].join('\n');
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(row);
  }
  return [...groups.values()].filter((group) => new Set(group.map(({ part }) => part)).size === (group[0]?.parts ?? 0));
}

/**
 * A payload that was written twice has each piece twice: the last one counts.
 *
 * @param {readonly OutboxRow[]} pieces
 */
function payloadOf(pieces) {
  const byPart = new Map(pieces.map(({ part, payload }) => [part, payload]));
  return [...byPart]
    .sort(([left], [right]) => left - right)
    .map(([, payload]) => payload)
    .join('');
}

/**
 * @param {OutboxRow} row
 * @param {string} payload
 */
function lineOf({ project, invocation_id, unique_id, kind, created_at }, payload) {
  return `${JSON.stringify({ project, invocation_id, unique_id, kind, created_at, payload })}\n`;
}
