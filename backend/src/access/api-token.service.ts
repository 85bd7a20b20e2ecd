import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { DomainError, invalid, notFound } from '../shared/errors';
import { decodeKeyset, encodeKeyset } from '../shared/keyset';
import { checkFirst } from '../shared/paging';
import { isUuid } from '../shared/uuid';
import type { Actor } from './domain/actor';
import type { ApiToken } from './domain/api-token';
import { pageOf, type Page } from './domain/page';
import { mayGrant, type Role } from './domain/permission';
import { checkName } from './domain/person-rule';
import { formatToken } from './domain/token-text';
import { hashOf, newSecret } from './secrets';
import { recordAudit } from './store/audit';
import { countTokens, findToken, insertToken, listTokens, revokeToken } from './store/tokens';

const USUAL_DAYS = 90;
const LONGEST_DAYS = 365;
const MOST_NAMESPACES = 100;
const LONGEST_NAMESPACE = 500;

export interface TokenToCreate {
  readonly name: string;
  readonly role: Role;
  /** Where it may write; empty: anywhere. */
  readonly namespaces: readonly string[];
  readonly expiresInDays: number | null;
}

/** `secret` is the whole text to send as bearer token; it is shown this once and kept nowhere. */
export interface CreatedApiToken {
  readonly token: ApiToken;
  readonly secret: string;
}

/** The programs' ways in. */
@Injectable()
export class ApiTokenService {
  constructor(private readonly db: EntityManager) {}

  /** Newest first, those that are over too. @throws DomainError INVALID for a bad page size or cursor */
  async list(first: number, after: string | null): Promise<Page<ApiToken>> {
    const rows = await listTokens(this.db, positionOf(after), checkFirst(first) + 1);
    return pageOf(await countTokens(this.db), rows, first, (last) => encodeKeyset([last.id]));
  }

  /** @throws DomainError INVALID for what breaks a rule; FORBIDDEN for a role above one's own */
  async create(actor: Actor, wanted: TokenToCreate): Promise<CreatedApiToken> {
    if (actor.role === 'anonymous' || !mayGrant(actor.role, wanted.role)) {
      throw new DomainError('FORBIDDEN', 'Nobody gives a role above their own');
    }
    const days = wanted.expiresInDays ?? USUAL_DAYS;
    checkName('Token name', wanted.name);
    checkDays(days);
    checkNamespaces(wanted.namespaces);
    const secret = newSecret();
    const token = await this.insert(actor, wanted, days, secret);
    return { token, secret: formatToken(wanted.role, { id: token.id, secret }) };
  }

  /** Ends a token at once; one that is revoked already stays as it is. @throws DomainError NOT_FOUND */
  async revoke(actor: Actor, id: string): Promise<ApiToken> {
    return this.db.transaction(async (tx) => {
      const before = await this.known(tx, id);
      if (before.revokedAt !== null) return before;
      await revokeToken(tx, id);
      await recordAudit(tx, { actor, action: 'token.revoke', object: `token:${id}`, before: { name: before.name } });
      return this.known(tx, id);
    });
  }

  private insert(actor: Actor, wanted: TokenToCreate, days: number, secret: string): Promise<ApiToken> {
    const { name, role, namespaces } = wanted;
    const createdBy = actor.kind === 'person' ? actor.id : null;
    return this.db.transaction(async (tx) => {
      const id = await insertToken(tx, { name, role, namespaces, createdBy, days, secretHash: hashOf(secret) });
      const after = { name, role, namespaces, expiresInDays: days };
      await recordAudit(tx, { actor, action: 'token.create', object: `token:${id}`, after });
      return this.known(tx, id);
    });
  }

  private async known(tx: EntityManager, id: string): Promise<ApiToken> {
    const token = isUuid(id) ? await findToken(tx, id) : null;
    if (!token) throw notFound('API token', id);
    return token;
  }
}

function positionOf(after: string | null): string | null {
  const position = decodeKeyset(after, ['string']);
  if (position === null) return null;
  const id = String(position[0]);
  if (!isUuid(id)) throw invalid('after: not a cursor of this list');
  return id;
}

function checkDays(days: number): void {
  if (days < 1 || days > LONGEST_DAYS) throw invalid(`expiresInDays: takes 1 to ${LONGEST_DAYS} days`);
}

function checkNamespaces(namespaces: readonly string[]): void {
  if (namespaces.length > MOST_NAMESPACES) throw invalid(`namespaces: takes at most ${MOST_NAMESPACES}`);
  const isNamespace = (text: string): boolean =>
    text.trim() !== '' && text.length <= LONGEST_NAMESPACE && !/\p{Cc}/u.test(text);
  const wrong = namespaces.findIndex((text) => !isNamespace(text));
  if (wrong >= 0) throw invalid(`namespaces[${wrong}]: takes 1 to ${LONGEST_NAMESPACE} printable characters`);
}
