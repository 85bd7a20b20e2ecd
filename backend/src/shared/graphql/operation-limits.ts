import {
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DomainError, invalid } from '../errors';
import { isLeftOut } from './is-left-out';
import { sizeAsked } from './size-asked';

/** How much one GraphQL document may ask for. */
export const OPERATION_LIMITS = {
  tokens: 2_000,
  depth: 12,
  rootFields: 20,
  aliases: 30,
  directives: 20,
  /** Objects that the answer may hold, by the page sizes asked for. */
  objects: 50_000,
  /** Selections after all fragments are spread. */
  selections: 10_000,
} as const;

/** What is assumed of a list whose length nobody asked for; `@Field({ complexity })` says it for a shorter one. */
const USUAL_LIST = 10;

type Definition = GraphQLField<unknown, unknown>;

/** One field as it will be executed, seen once per place in the document. */
export interface VisitedField {
  readonly parent: GraphQLCompositeType;
  readonly definition: Definition;
  readonly isRoot: boolean;
}

export interface Operation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Walks a validated operation once, fragments and all, before anything is executed.
 *
 * @param onField called for each field, for checks of one's own
 * @returns the number of objects that the answer may hold
 * @throws DomainError TOO_COMPLEX naming the limit; INVALID for a page size outside 1 to 100
 */
export function checkOperation(operation: Operation, onField: (field: VisitedField) => void): number {
  return new Walk(operation, onField).run();
}

class Walk {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private selections = 0;
  private rootFields = 0;
  private aliases = 0;
  private directives = 0;

  constructor(
    private readonly asked: Operation,
    private readonly onField: (field: VisitedField) => void,
  ) {
    const definitions = asked.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(definitions.map((node) => [node.name.value, node]));
  }

  run(): number {
    const { schema, operation } = this.asked;
    const root = schema.getRootType(operation.operation);
    if (!root) throw invalid(`There are no ${operation.operation}s`);
    const objects = this.selectionSet(operation.selectionSet, root, 1, null);
    within('objects', Math.ceil(objects));
    return objects;
  }

  /** Objects below one object of `parent`. `pageSize`: how long the lists in it are, when it was said. */
  private selectionSet(
    set: SelectionSetNode,
    parent: GraphQLCompositeType,
    depth: number,
    pageSize: number | null,
  ): number {
    let objects = 0;
    for (const selection of set.selections) {
      if (isLeftOut(selection, this.asked.variables)) continue;
      within('selections', (this.selections += 1));
      within('directives', (this.directives += selection.directives?.length ?? 0));
      if (selection.kind === Kind.FIELD) objects += this.field(selection, parent, depth, pageSize);
      else {
        const inner = selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
        if (inner) objects += this.selectionSet(inner.selectionSet, this.typeOf(inner, parent), depth, pageSize);
      }
    }
    return objects;
  }

  private typeOf(node: { typeCondition?: FragmentDefinitionNode['typeCondition'] }, parent: GraphQLCompositeType) {
    const named = node.typeCondition ? this.asked.schema.getType(node.typeCondition.name.value) : undefined;
    return named && isCompositeType(named) ? named : parent;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType, depth: number, pageSize: number | null): number {
    within('depth', depth);
    within('aliases', (this.aliases += node.alias ? 1 : 0));
    within('rootFields', (this.rootFields += depth === 1 ? 1 : 0));
    // Introspection has its own rules and touches no data; unions are not walked: we have none.
    const definition = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
    if (!definition) return 0;
    this.onField({ parent, definition, isRoot: depth === 1 });
    return this.objectsOf(node, definition, depth, pageSize);
  }

  private objectsOf(node: FieldNode, definition: Definition, depth: number, pageSize: number | null): number {
    const asked = sizeAsked(node, definition, this.asked);
    const type = getNamedType(definition.type);
    if (!node.selectionSet || !isCompositeType(type)) return 0;
    const isList = isListType(withoutNull(definition.type));
    const length = isList ? (asked ?? pageSize ?? usualLength(definition)) : 1;
    return length * (1 + this.selectionSet(node.selectionSet, type, depth + 1, isList ? null : asked));
  }
}

function usualLength({ extensions }: Definition): number {
  const said = extensions['complexity'];
  return typeof said === 'number' ? said : USUAL_LIST;
}

const withoutNull = (type: GraphQLOutputType): GraphQLOutputType => (isNonNullType(type) ? type.ofType : type);

function within(limit: keyof typeof OPERATION_LIMITS, count: number): void {
  if (count <= OPERATION_LIMITS[limit]) return;
  throw new DomainError(
    'TOO_COMPLEX',
    `The operation exceeds the limit of ${OPERATION_LIMITS[limit]} ${WORDS[limit]}`,
    {
      limit,
      allowed: OPERATION_LIMITS[limit],
    },
  );
}

const WORDS: Readonly<Record<keyof typeof OPERATION_LIMITS, string>> = {
  tokens: 'tokens',
  depth: 'levels of fields',
  rootFields: 'root fields',
  aliases: 'aliases',
  directives: 'directives',
  objects: 'objects in one answer; ask for smaller pages',
  selections: 'selections',
};
