import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../../config';
import { DomainError } from '../../shared/errors';
import { anonymous, type Actor } from '../domain/actor';
import { permissionsOfRole, permissionsOfToken, seesEverything } from '../domain/permission';
import { parseToken } from '../domain/token-text';
import { callerOnce, type Caller } from './caller';
import { sessionValueOf } from './cookies';
import { RecentTokens } from './recent-tokens';
import { refuseForgery } from './same-origin';
import { hashOf, sameSecret } from '../secrets';
import { findSession, isRestricting, touchSession } from '../store/sessions';
import { findUsableToken, touchToken } from '../store/tokens';

/** Says who sent a request. Nothing a client can set decides it but a session cookie or a bearer token. */
@Injectable()
export class AuthenticationService {
  constructor(
    private readonly db: EntityManager,
    @Inject(CONFIG) private readonly config: Config,
    private readonly recent: RecentTokens,
  ) {}

  /**
   * The caller, looked up once per request; without credentials, or with a session that is over, a visitor.
   *
   * @throws DomainError UNAUTHENTICATED for an Authorization header that is not a valid bearer token
   * @throws DomainError FORBIDDEN for a cookie sent from another site
   */
  authenticate(request: Request): Promise<Caller> {
    return callerOnce(request, async () => {
      const { actor, sessionHash } = await this.check(request);
      return { actor: typeof request.id === 'string' ? { ...actor, requestId: request.id } : actor, sessionHash };
    });
  }

  /**
   * Who an Authorization header speaks for, as verified at most five seconds ago; a revocation is heard of at once.
   *
   * @throws DomainError UNAUTHENTICATED when it is not a valid bearer token
   */
  authenticateOften(header: string): Promise<Actor> {
    return this.recent.actorOf(header, () => this.byToken(header));
  }

  private async check(request: Request): Promise<Caller> {
    const header = request.headers.authorization;
    if (header !== undefined) return { actor: await this.byToken(header), sessionHash: null };
    const value = sessionValueOf(request);
    if (value === null) return this.visitor();
    refuseForgery(request, this.config.publicOrigin);
    return this.bySession(hashOf(value));
  }

  /** Somebody without credentials. Nobody is asked what is hidden from who may read nothing. */
  private async visitor(): Promise<Caller> {
    const mayRead = this.config.anonymousRead;
    return { actor: anonymous(mayRead, mayRead && (await isRestricting(this.db))), sessionHash: null };
  }

  private async bySession(sessionHash: Buffer): Promise<Caller> {
    const session = await findSession(this.db, sessionHash);
    if (!session) return this.visitor();
    if (session.is_stale) await touchSession(this.db, sessionHash);
    const permissions = permissionsOfRole(session.role);
    const actor: Actor = {
      kind: 'person',
      id: session.person_id,
      name: session.username,
      displayName: session.display_name,
      role: session.role,
      permissions,
      namespaces: [],
      hasLimitedSight: session.is_restricting && !seesEverything(permissions),
    };
    return { actor, sessionHash };
  }

  private async byToken(header: string): Promise<Actor> {
    const text = /^Bearer +(\S+)$/i.exec(header)?.[1] ?? '';
    const actor = this.byEnvironment(text) ?? (await this.byStoredToken(text));
    if (!actor) throw new DomainError('UNAUTHENTICATED', 'The API token is not valid');
    return actor;
  }

  private byEnvironment(text: string): Actor | null {
    const { adminToken, launchToken } = this.config;
    if (adminToken !== null && sameSecret(text, adminToken)) return environmentActor('environment');
    if (launchToken !== null && sameSecret(text, launchToken)) return environmentActor('launch');
    return null;
  }

  private async byStoredToken(text: string): Promise<Actor | null> {
    const parts = parseToken(text);
    if (!parts) return null;
    const token = await findUsableToken(this.db, parts.id);
    if (!token || !timingSafeEqual(token.secret_hash, hashOf(parts.secret))) return null;
    if (token.is_stale) await touchToken(this.db, token.id);
    const permissions = permissionsOfToken(token.role, token.maker_role);
    return {
      kind: 'token',
      id: token.id,
      name: token.name,
      displayName: token.name,
      role: token.role,
      permissions,
      namespaces: token.namespaces,
      hasLimitedSight: token.is_restricting && !seesEverything(permissions),
    };
  }
}

const environmentActor = (id: string): Actor => ({
  kind: 'token',
  id,
  name: id,
  displayName: id === 'launch' ? 'Launcher' : 'Administrator token',
  role: 'admin',
  permissions: permissionsOfRole('admin'),
  namespaces: [],
  hasLimitedSight: false,
});
