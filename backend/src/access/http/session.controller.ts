import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  HttpStatus,
  Inject,
  Post,
  Req,
  Res,
  UnsupportedMediaTypeException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { CONFIG, type Config } from '../../config';
import { invalid } from '../../shared/errors';
import { withFullSight } from '../../shared/sight';
import type { Actor } from '../domain/actor';
import { viewerOf, type Viewer } from '../domain/viewer';
import type { Caller } from '../guard/caller';
import { forgetCookies, sessionCookie } from '../guard/cookies';
import { CurrentActor, CurrentCaller } from '../guard/current-actor';
import { Public, Requires } from '../guard/requires';
import { refuseForgery } from '../guard/same-origin';
import { SignInService } from '../sign-in.service';

const SignIn = z.strictObject({ username: z.string().min(1).max(200), password: z.string().min(1).max(1_000) });

/** `/api/v1/session`: how a person signs in and out in a browser. */
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `{ username, password }` → 204 with the session cookie; 401 when they do not fit, 429 after too many tries. */
  @Post()
  @Public()
  @HttpCode(HttpStatus.NO_CONTENT)
  async signIn(
    @Body() body: unknown,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    if (request.is('application/json') === false) throw new UnsupportedMediaTypeException();
    refuseForgery(request, this.config.publicOrigin);
    const parsed = SignIn.safeParse(body);
    if (!parsed.success) throw invalid('Send { "username": text, "password": text }');
    const origin = {
      address: request.ip ?? 'unknown',
      userAgent: request.headers['user-agent'] ?? null,
      replaced: caller.sessionHash,
      requestId: caller.actor.requestId,
    };
    const value = await withFullSight(() => this.signIns.signIn(parsed.data.username, parsed.data.password, origin));
    response.setHeader('Set-Cookie', sessionCookie(request, value));
  }

  /** 204 and no more cookie, whether there was a session or not. */
  @Delete()
  @Public()
  @HttpCode(HttpStatus.NO_CONTENT)
  async signOut(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
    @CurrentCaller() caller: Caller,
  ): Promise<void> {
    refuseForgery(request, this.config.publicOrigin);
    const { actor, sessionHash } = caller;
    if (sessionHash) await withFullSight(() => this.signIns.signOut(actor, sessionHash));
    response.setHeader('Set-Cookie', forgetCookies());
  }

  /** The viewer, as GraphQL's `me`; 401 without a session or token. */
  @Get()
  @Requires('self')
  me(@CurrentActor() actor: Actor): Viewer | null {
    return viewerOf(actor);
  }
}
