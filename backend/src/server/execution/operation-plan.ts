import {
  defaultFieldResolver,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { completerOf } from './complete-value';
import type { Completer, PlannedField } from './planned-field';
import type { Planned } from './run';
import { Unplanned } from './unplanned';

/** What one operation of a document asks for, worked out once. */
export interface OperationPlan {
  readonly fields: readonly PlannedField[];
  /** Whether it is the same whatever the variables: no `@skip` or `@include` hangs on one. */
  readonly isReusable: boolean;
}

/** @throws Unplanned for introspection, and for interfaces and unions, which this schema has none of */
export function planOperation(planned: Planned): OperationPlan {
  const root = planned.schema.getRootType(planned.operation.operation);
  if (!root) throw new Unplanned();
  const planner = new Planner(planned);
  return { fields: planner.fieldsOf([planned.operation.selectionSet], root), isReusable: planner.isReusable };
}

class Planner {
  isReusable = true;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(private readonly planned: Planned) {
    const fragments = planned.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((node) => [node.name.value, node]));
  }

  fieldsOf(sets: readonly SelectionSetNode[], parent: GraphQLObjectType): PlannedField[] {
    const asked = new Map<string, FieldNode[]>();
    for (const set of sets) this.collect(set, asked);
    return [...asked].map(([key, nodes]) => this.field(key, nodes, parent));
  }

  private collect(set: SelectionSetNode, asked: Map<string, FieldNode[]>): void {
    for (const selection of set.selections) {
      if (!this.isIn(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        asked.set(key, [...(asked.get(key) ?? []), selection]);
        continue;
      }
      // Every type is an object type: a validated fragment can only be on its parent's.
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (inner) this.collect(inner.selectionSet, asked);
    }
  }

  private isIn({ directives = [] }: SelectionNode): boolean {
    return directives.every((directive) => {
      const definition = this.planned.schema.getDirective(directive.name.value);
      if (!definition) throw new Unplanned();
      if (directive.arguments?.some(({ value }) => value.kind === Kind.VARIABLE)) this.isReusable = false;
      const { if: condition } = getArgumentValues(definition, directive, this.planned.variables);
      return directive.name.value === 'skip' ? condition !== true : condition !== false;
    });
  }

  private field(key: string, nodes: readonly FieldNode[], parent: GraphQLObjectType): PlannedField {
    const name = nodes[0]?.name.value ?? '';
    const definition = name === TypeNameMetaFieldDef.name ? TypeNameMetaFieldDef : parent.getFields()[name];
    if (!definition || key === '__proto__') throw new Unplanned(); // __schema, __type, and a key that objects cannot hold
    const { resolve = defaultFieldResolver, args } = definition;
    return {
      key,
      definition,
      parent,
      nodes,
      resolve,
      isPlain: args.length === 0 && resolve.length === 1,
      isLeaf: isLeafType(getNullableType(definition.type)),
      complete: this.completer(definition.type, nodes),
    };
  }

  private completer(type: GraphQLOutputType, nodes: readonly FieldNode[]): Completer {
    if (isNonNullType(type)) return completerOf.nonNull(this.completer(type.ofType, nodes));
    if (isListType(type)) return completerOf.list(this.completer(type.ofType, nodes));
    if (isLeafType(type)) return completerOf.leaf(type);
    if (!isObjectType(type)) throw new Unplanned();
    const sets = nodes.map(({ selectionSet }) => selectionSet).filter((set) => set !== undefined);
    return completerOf.object(this.fieldsOf(sets, type));
  }
}
