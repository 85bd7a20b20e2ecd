import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { requestOf } from '../../shared/graphql/request-of';
import { callerOf, type Caller } from './caller';

/** Gives a resolver or controller the `Actor` that calls it. */
export const CurrentActor = createParamDecorator(
  async (_data: unknown, context: ExecutionContext) => (await callerOf(requestOf(context))).actor,
);

/** Gives the `Caller`: the actor with the session it came by; for operations on one's own sessions. */
export const CurrentCaller = createParamDecorator((_data: unknown, context: ExecutionContext): Promise<Caller> =>
  callerOf(requestOf(context)),
);
