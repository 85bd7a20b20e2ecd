import type { ColumnClaim } from '../../../shared/vocabulary';
import { firstTold, telling } from './said';
import { redact } from './redact';
import type { Column, Constraint, Node } from './shapes';
import { tagsOf } from './resource';

/** Columns of one asset that the catalog keeps. */
export const MAX_COLUMNS = 5000;
const NEEDS_QUOTES = /[.[\]{}<>"]|^$/;

/** A column's name as a canonical path: quoted where its characters mean something in paths; BigQuery's dots do. */
export function columnPath(name: string, adapter: string | null | undefined): string {
  const parts = adapter === 'bigquery' ? name.split('.') : [name];
  return parts.map((part) => (NEEDS_QUOTES.test(part) ? `"${part.replaceAll('"', '""')}"` : part)).join('.');
}

/** The columns a node declares, in order; absent when it declares none, since dbt does not know whether there are any. */
export function columnClaims(node: Node, adapter: string | null | undefined): readonly ColumnClaim[] | undefined {
  const columns = Object.entries(node.columns ?? {}).slice(0, MAX_COLUMNS);
  if (columns.length === 0) return undefined;
  const rules = { keys: primaryKeyOf(node), required: constrained(node, ['primary_key', 'not_null']), adapter };
  return columns.map(([name, column]) => claim(firstTold(column?.name, name) ?? name, column ?? {}, rules));
}

interface ColumnRules {
  readonly keys: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  readonly adapter: string | null | undefined;
}

function claim(name: string, column: Column, { keys, required, adapter }: ColumnRules): ColumnClaim {
  const constraints = column.constraints ?? [];
  const isKey = constraints.some(({ type }) => type === 'primary_key');
  const isRequired = isKey || required.has(name) || constraints.some(({ type }) => type === 'not_null');
  return {
    path: columnPath(name, adapter),
    ...telling({
      type: column.data_type,
      nullable: isRequired ? false : null,
      description: column.description,
      tags: tagsOf(column),
      isPrimaryKey: isKey || keys.has(name) ? true : null,
      properties: telling({
        meta: redact({ ...column.meta, ...column.config?.meta }) as Record<string, unknown>,
        constraints: constraints.map(constraintFacts),
      }),
    }),
  };
}

/** Columns that the model's own constraints of these types name. */
function constrained(node: Node, types: readonly string[]): ReadonlySet<string> {
  const constraints = (node.constraints ?? []).filter(({ type }) => types.includes(type ?? ''));
  return new Set(constraints.flatMap(({ columns }) => columns ?? []));
}

/** The declared key, else what dbt derives from unique and not_null tests (a key, but not enforced). */
function primaryKeyOf(node: Node): ReadonlySet<string> {
  const declared = constrained(node, ['primary_key']);
  return declared.size > 0 ? declared : new Set(node.primary_key ?? []);
}

/** A constraint in our words; only what it says. */
export const constraintFacts = ({
  type,
  name,
  expression,
  columns,
  to,
  to_columns,
}: Constraint): Record<string, unknown> => telling({ type, name, expression, columns, to, toColumns: to_columns });
