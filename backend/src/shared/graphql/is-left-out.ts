import { Kind, type DirectiveNode, type SelectionNode } from 'graphql';

/** Whether `@skip` or `@include` takes a selection out of this very request. */
export function isLeftOut(selection: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  return (selection.directives ?? []).some((directive) => {
    if (directive.name.value === 'skip') return conditionOf(directive, variables) === true;
    return directive.name.value === 'include' && conditionOf(directive, variables) === false;
  });
}

/** The value of `if`; undefined for a variable that was left to its default: then the selection counts. */
function conditionOf(directive: DirectiveNode, variables: Readonly<Record<string, unknown>>): unknown {
  const value = directive.arguments?.[0]?.value;
  if (value?.kind === Kind.BOOLEAN) return value.value;
  return value?.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
}
