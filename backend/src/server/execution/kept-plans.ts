import { Kind, visit, type DocumentNode } from 'graphql';
import { TextRoom } from './kept-texts';
import { planOperation } from './operation-plan';
import type { PlannedField } from './planned-field';
import type { Planned } from './run';

/** Of one document: each combination of its conditions has a plan of its own. */
const MOST = 16;

interface PlansOfDocument {
  /** Variables that a `@skip` or `@include` hangs on. */
  readonly conditions: readonly string[];
  /** By operation and what its conditions are. */
  readonly plans: Map<string, readonly PlannedField[]>;
}

/** Plans of queries, kept for as long as their documents are. */
export class KeptPlans {
  private readonly documents = new WeakMap<DocumentNode, PlansOfDocument>();
  private readonly room = new TextRoom();

  /** @throws Unplanned for what has no plan */
  planFor(planned: Planned): readonly PlannedField[] {
    const { conditions, plans } = this.plansOf(planned.document);
    const name = planned.operation.name?.value ?? '';
    const key = [name, ...conditions.map((variable) => String(planned.variables[variable]))].join(' ');
    const known = plans.get(key);
    if (known) return known;
    const plan = planOperation(planned, this.room);
    if (plans.size < MOST) plans.set(key, plan);
    return plan;
  }

  private plansOf(document: DocumentNode): PlansOfDocument {
    const known = this.documents.get(document);
    if (known) return known;
    const fresh = { conditions: conditionsOf(document), plans: new Map<string, readonly PlannedField[]>() };
    this.documents.set(document, fresh);
    return fresh;
  }
}

function conditionsOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
