import type { EntityManager } from 'typeorm';
import { canonicalNamespace, loadNamespaceRegistry } from '../catalog';
import { knownScopes } from './store/known-scopes';

/**
 * Parameters as a connector sees them: the namespace canonical, and filled in from the project's earlier deliveries when
 * it was left out and there was only one.
 */
export async function canonicalParameters(
  db: EntityManager,
  kind: string,
  given: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const registry = await loadNamespaceRegistry(db);
  const { namespace, project, target = '' } = given;
  if (namespace !== undefined && namespace.trim() !== '') {
    return { ...given, namespace: canonicalNamespace(namespace, registry).namespace };
  }
  if (project === undefined) return { ...given };
  const scopes = await knownScopes(db, kind, project);
  const known = scopes.map((scope) => scope.split('#')).filter(([, name = '']) => name === target);
  const [only] = known.length === 1 ? (known[0] ?? []) : [];
  return only === undefined ? { ...given } : { ...given, namespace: only };
}
