// @ts-check
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './sources.mjs';

/**
 * Types, fields, arguments and enum values of the API without a description.
 *
 * @returns {Promise<string[]>}
 */
export async function undescribedParts() {
  const { parse, visit } = await import('graphql');
  const document = parse(readFileSync(path.join(ROOT, 'backend/schema.graphql'), 'utf8'));
  /** @type {string[]} */
  const found = [];
  /** @type {string[]} */
  const owners = [];
  const enter = (/** @type {import('graphql').ASTNode} */ node) => {
    if (!('name' in node) || node.name === undefined || !isDescribable(node)) return;
    owners.push(node.name.value);
    // The two roots are GraphQL's own words; their fields are ours.
    const isRoot = owners.length === 1 && ['Query', 'Mutation'].includes(node.name.value);
    if (node.description === undefined && !isRoot)
      found.push(`backend/schema.graphql: ${owners.join('.')} has no description`);
  };
  const leave = (/** @type {import('graphql').ASTNode} */ node) => {
    if ('name' in node && node.name !== undefined && isDescribable(node)) owners.pop();
  };
  visit(document, { enter, leave });
  return found;
}

/**
 * @param {import('graphql').ASTNode} node
 * @returns {node is import('graphql').FieldDefinitionNode}
 */
function isDescribable(node) {
  return ['ObjectTypeDefinition', 'InputObjectTypeDefinition', 'EnumTypeDefinition', 'FieldDefinition'].includes(
    node.kind,
  );
}
