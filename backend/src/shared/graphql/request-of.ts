import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Request } from 'express';

/** What every resolver gets as its GraphQL context; loaders hang on its identity (`perRequest`). */
export interface GraphqlContext {
  readonly req: Request;
}

/** The HTTP request behind a resolver or a controller. */
export function requestOf(context: ExecutionContext): Request {
  if (context.getType<string>() !== 'graphql') return context.switchToHttp().getRequest<Request>();
  return GqlExecutionContext.create(context).getContext<GraphqlContext>().req;
}
