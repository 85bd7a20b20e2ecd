// @ts-check
import { counted } from '../counted.mjs';
import { findAsset } from '../find-asset.mjs';
import { numberOption, textOption } from '../options.mjs';
import { printable, table } from '../table.mjs';

const LINEAGE = `query Lineage($id: ID!, $direction: Direction!, $depth: Int!, $at: DateTime) {
  lineage(assetId: $id, direction: $direction, depth: $depth, at: $at) {
    root { id namespace name }
    nodes { distance direction hiddenUpstream hiddenDownstream asset { id namespace name type owner } }
    edges { upstreamId downstreamId kind }
    complete omitted { reason count message }
  }
}`;

/**
 * @typedef {object} Graph
 * @property {{ namespace: string, name: string }} root
 * @property {{ distance: number, direction: string, asset: { type: string, name: string, owner: string | null } }[]} nodes
 * @property {boolean} complete
 * @property {{ message: string }[]} omitted
 */

/**
 * `lineage <asset id>` or `lineage <namespace> <name>`, or `lineage --select <selector>` over the whole graph.
 *
 * @param {import('../main.mjs').Context} context
 * @param {string[]} words
 */
export async function lineage(context, words) {
  const { client, options, streams, isJson } = context;
  const selector = textOption(options, 'select');
  if (selector !== undefined) return selection(context, selector);
  const depth = numberOption(options, 'depth', 3);
  const direction = (textOption(options, 'direction') ?? 'BOTH').toUpperCase();
  const id = await findAsset(client, 'lineage', words);
  const at = textOption(options, 'at') ?? null;
  /** @type {{ lineage: Graph }} */
  const { lineage: graph } = await client.graphql(LINEAGE, { id, direction, depth, at });
  if (isJson) streams.out.write(`${JSON.stringify(graph)}\n`);
  else print(graph, streams);
}

/**
 * @param {Graph} graph
 * @param {import('../main.mjs').Streams} streams
 */
function print(graph, streams) {
  streams.out.write(`${printable(graph.root.name)}  ${printable(graph.root.namespace)}\n`);
  for (const side of ['UPSTREAM', 'DOWNSTREAM']) {
    const nodes = graph.nodes.filter((node) => node.direction === side && node.distance > 0);
    if (nodes.length === 0) continue;
    streams.out.write(`\n${side === 'UPSTREAM' ? 'fed by' : 'feeds'} ${nodes.length}\n`);
    const rows = nodes.map(({ asset, distance }) => [`  ${distance}`, asset.type, asset.name, asset.owner ?? '–']);
    streams.out.write(table(rows));
  }
  streams.out.write(graph.complete ? '\nComplete.\n' : '\nNot complete:\n');
  streams.out.write(table(graph.omitted.map(({ message }) => [`  ${message}`])));
}

const SELECTION = `query Selection($selector: String!) {
  selectLineage(selector: $selector, maxNodes: 1000) {
    meaning total
    assets { id namespace name type owner }
    edges { upstreamId downstreamId kind }
    complete omitted { reason count message }
  }
}`;

/**
 * @typedef {object} Selection
 * @property {string} meaning
 * @property {number} total
 * @property {{ type: string, name: string, owner: string | null }[]} assets
 * @property {boolean} complete
 * @property {{ message: string }[]} omitted
 */

/**
 * @param {import('../main.mjs').Context} context
 * @param {string} selector
 */
async function selection({ client, streams, isJson }, selector) {
  /** @type {{ selectLineage: Selection }} */
  const { selectLineage: found } = await client.graphql(SELECTION, { selector });
  if (isJson) {
    streams.out.write(`${JSON.stringify(found)}\n`);
    return;
  }
  streams.out.write(`${printable(found.meaning)}: ${counted(found.total, 'asset')}\n`);
  streams.out.write(table(found.assets.map(({ type, name, owner }) => [`  ${type}`, name, owner ?? '–'])));
  streams.out.write(found.complete ? '\nComplete.\n' : '\nNot complete:\n');
  streams.out.write(table(found.omitted.map(({ message }) => [`  ${message}`])));
}
