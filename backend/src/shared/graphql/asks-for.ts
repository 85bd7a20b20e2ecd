import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';
import { isLeftOut } from './is-left-out';

/** Whether a request asks what its field answers for a field of that name, fragments and all. */
export function asksFor({ fieldNodes, fragments, variableValues }: GraphQLResolveInfo, name: string): boolean {
  const isAsked = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((selection) => {
      if (isLeftOut(selection, variableValues)) return false;
      if (selection.kind === Kind.FIELD) return selection.name.value === name;
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
      return isAsked(inner?.selectionSet);
    }) ?? false;
  return fieldNodes.some((node) => isAsked(node.selectionSet));
}
