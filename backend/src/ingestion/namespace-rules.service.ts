import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { recordAudit, type Actor } from '../access';
import {
  addAlias,
  ALIAS_KINDS,
  checkAlias,
  checkedText,
  lockCatalogForWriting,
  lockNamespace,
  removeAlias,
  updateNamespace,
  type CasePolicy,
  type Namespace,
  type StoredAlias,
} from '../catalog';
import { conflict, invalid, notFound } from '../shared/errors';
import { recanonicalize } from './recanonicalize';
import { inOneTransaction } from './spoken-patch';

export interface NamespaceAliasInput {
  readonly kind: string;
  readonly pattern: string;
  readonly target: string;
}

/** Absent leaves a setting as it is; null clears it. */
export interface UpdateNamespaceInput {
  readonly id: string;
  readonly environment?: string | null;
  readonly region?: string | null;
  readonly defaultDatabase?: string | null;
  readonly defaultSchema?: string | null;
  readonly casePolicy?: string | null;
  readonly owner?: string | null;
}

const CASE_POLICIES: readonly CasePolicy[] = ['platform', 'lower', 'sensitive'];
const TEXTS = ['environment', 'region', 'defaultDatabase', 'defaultSchema', 'owner'] as const;
const MAX_CHARS = 255;

/** Changes the rules by which spellings become names, and applies them to what is known, in one transaction. */
@Injectable()
export class NamespaceRulesService {
  constructor(private readonly db: EntityManager) {}

  /** @throws DomainError INVALID naming pattern and rule; CONFLICT when there is one of this kind and pattern. */
  addAlias(input: NamespaceAliasInput, actor: Actor): Promise<StoredAlias> {
    const kind = ALIAS_KINDS.find((one) => one === input.kind.trim().toLowerCase());
    if (kind === undefined) throw invalid(`Namespace alias: kind must be one of ${ALIAS_KINDS.join(', ')}`);
    const checked = checkAlias({ kind, pattern: input.pattern, target: input.target });
    return inOneTransaction(this.db, async (tx) => {
      await lockCatalogForWriting(tx);
      const alias = await addAlias(tx, checked, actor.kind === 'person' ? actor.id : null);
      if (alias === null)
        throw conflict(`There is a namespace alias for ${checked.kind} \`${checked.pattern}\` already`);
      const effect = await recanonicalize(tx, actor, []);
      await this.audit(tx, actor, 'namespace.alias.add', alias.id, null, { ...checked, ...effect });
      return { ...alias, effect };
    });
  }

  /** Whether there was one. Spellings it had led elsewhere go back; merges stay until somebody splits them. */
  removeAlias(id: string, actor: Actor): Promise<boolean> {
    if (!isNumber(id)) return Promise.resolve(false);
    return inOneTransaction(this.db, async (tx) => {
      await lockCatalogForWriting(tx);
      const alias = await removeAlias(tx, id);
      if (alias === null) return false;
      const effect = await recanonicalize(tx, actor, []);
      await this.audit(tx, actor, 'namespace.alias.remove', id, { ...alias }, { ...effect });
      return true;
    });
  }

  /** @throws DomainError NOT_FOUND; INVALID naming the setting and the rule. */
  update(input: UpdateNamespaceInput, actor: Actor): Promise<Namespace> {
    return inOneTransaction(this.db, async (tx) => {
      await lockCatalogForWriting(tx);
      const before = isNumber(input.id) ? await lockNamespace(tx, input.id) : null;
      if (before === null) throw notFound('namespace', input.id);
      const after = withSettings(before, input);
      await updateNamespace(tx, after);
      const effect = await recanonicalize(tx, actor, renames(before, after) ? [before.name] : []);
      await this.audit(tx, actor, 'namespace.update', before.name, { ...before }, { ...after, ...effect });
      return (await lockNamespace(tx, input.id)) ?? after;
    });
  }

  private audit(
    tx: EntityManager,
    actor: Actor,
    action: string,
    id: string,
    before: Readonly<Record<string, unknown>> | null,
    after: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    return recordAudit(tx, { actor, action, object: `namespace:${id}`, before, after });
  }
}

const isNumber = (id: string): boolean => /^\d{1,9}$/.test(id);

function withSettings(before: Namespace, input: UpdateNamespaceInput): Namespace {
  const after: { -readonly [Field in keyof Namespace]: Namespace[Field] } = {
    ...before,
    casePolicy: casePolicyOf(before, input.casePolicy),
  };
  for (const field of TEXTS) {
    const text = input[field];
    if (text === undefined) continue;
    const isBlank = text === null || text.trim() === '';
    after[field] = isBlank ? null : checkedText(`Namespace ${before.name}, ${field}`, text, MAX_CHARS);
  }
  return after;
}

function casePolicyOf(before: Namespace, said: string | null | undefined): CasePolicy {
  if (said === undefined) return before.casePolicy;
  const policy = CASE_POLICIES.find((one) => one === (said ?? 'platform').trim().toLowerCase());
  if (policy !== undefined) return policy;
  throw invalid(`Namespace ${before.name}: casePolicy must be one of ${CASE_POLICIES.join(', ')}`);
}

function renames(before: Namespace, after: Namespace): boolean {
  return (['casePolicy', 'defaultDatabase', 'defaultSchema'] as const).some((field) => before[field] !== after[field]);
}
