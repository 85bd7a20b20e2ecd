import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import helmet from 'helmet';
import type { Registry } from 'prom-client';
import { AuthenticationService, limitedSight } from '../access';
import { AppModule } from '../app.module';
import type { Config } from '../config';
import { eventShortcut } from '../ingestion';
import { graphqlDoor } from './graphql-door';
import { createLog, nestLogger, requestLog } from './log';
import { METRICS, requestMetrics } from './metrics';

/** Longer than any client keeps an idle connection: the server must not be the one to drop it. */
const KEEP_ALIVE_MS = 75_000;

/** The whole backend, ready to `listen`. The database must be there and migrated. */
export async function createApp(config: Config): Promise<NestExpressApplication> {
  const log = createLog(config.logLevel);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.of(config, log), {
    bodyParser: false, // each door reads what it takes; uploads are streamed
    logger: nestLogger(log),
    abortOnError: false,
  });
  app.set('trust proxy', config.trustedProxies);
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(requestMetrics(app.get<Registry>(METRICS)));
  // Before the headers for browsers: it sends its own.
  const headers = securityHeaders();
  app.use('/api/v1/lineage', unlogged(eventShortcut(app), headers, requestLog(log)));
  app.use(headers, privateAnswers);
  app.use(requestLog(log));
  const authentication = app.get(AuthenticationService);
  app.use('/graphql', ...graphqlDoor(authentication, config.requestTimeoutMs));
  app.use('/api/v1/session', express.json({ limit: '10kb', type: 'application/json' }));
  app.use(limitedSight(authentication)); // behind what reads bodies: those call back from elsewhere
  const server = app.getHttpServer();
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 5_000;
  return app;
}

/** What goes well on the shortcut is counted, not logged one by one; what fails on it is logged as anywhere. */
function unlogged(shortcut: RequestHandler, headers: RequestHandler, log: RequestHandler): RequestHandler {
  return (request, response, next) =>
    shortcut(request, response, (error?: unknown) => {
      if (error !== undefined) {
        void headers(request, response, () => undefined);
        void log(request, response, () => undefined);
      }
      next(error);
    });
}

/** The API answers data, never pages: a browser that is made to show an answer may run and load nothing. */
function securityHeaders(): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  });
}

function privateAnswers(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'private, no-store');
  next();
}
