import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import type { Request, RequestHandler, Response } from 'express';
import { AuthenticationService, refusalOf, REQUIRED, type Actor, type Requirement } from '../../access';
import { LineageController } from './lineage.controller';

/** An answer of a few words that no browser asks for; should one show it all the same, it runs and keeps nothing. */
const FOR_BROWSERS = {
  'Cache-Control': 'private, no-store',
  'Content-Security-Policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
} as const;

interface Shortcut {
  readonly route: string;
  readonly status: number;
  readonly requirement: Requirement | undefined;
  readonly handle: (request: Request, actor: Actor) => Promise<object>;
}

/**
 * The way of events past Nest's pipeline, which costs as much as storing them: the same handlers, the same declared
 * permissions, bearer tokens alone. Whatever else is asked at these addresses takes the usual way.
 *
 * Failures go to `next`, where they are answered and logged as anywhere; what is stored is counted, not logged.
 */
export function eventShortcut(app: INestApplication): RequestHandler {
  const authentication = app.get(AuthenticationService);
  const shortcuts = shortcutsOf(app.get(LineageController));
  return (request, response, next) => {
    const shortcut = request.method === 'POST' ? shortcuts.get(request.path) : undefined;
    const header = request.headers.authorization;
    if (shortcut === undefined || header === undefined) next();
    else void take(shortcut, request, response, authentication.authenticateOften(header)).catch(next);
  };
}

function shortcutsOf(controller: LineageController): ReadonlyMap<string, Shortcut> {
  const one = shortcut('', 201, controller, 'one');
  const batch = shortcut('/batch', 200, controller, 'batch');
  return new Map([
    ['/', one],
    ['/batch', batch],
    ['/batch/', batch],
  ]);
}

function shortcut(path: string, status: number, controller: LineageController, name: 'one' | 'batch'): Shortcut {
  return {
    route: `/api/v1/lineage${path}`,
    status,
    requirement: Reflect.getMetadata(REQUIRED, Reflect.get(controller, name) as object) as Requirement | undefined,
    handle: (request, actor) => controller[name](request, actor),
  };
}

async function take(
  { route, status, requirement, handle }: Shortcut,
  request: Request,
  response: Response,
  sender: Promise<Actor>,
): Promise<void> {
  request.route = { path: route }; // what the metrics call it
  const actor = await sender;
  const refusal = refusalOf(actor, requirement);
  if (refusal !== null) throw refusal;
  const answer = JSON.stringify(await handle(request, actor));
  response
    .writeHead(status, {
      ...FOR_BROWSERS,
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(answer),
      'X-Request-Id': randomUUID(),
    })
    .end(answer);
}
