import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Inject, Injectable } from '@nestjs/common';
import type { GqlOptionsFactory } from '@nestjs/graphql';
import type { Request } from 'express';
import { AuthenticationService } from '../access';
import { OPERATION_LIMITS } from '../shared/graphql/operation-limits';
import { executionPlugin, stringifyAnswer } from './execution/execution.plugin';
import { formatError } from './format-error';
import { LOGGER, requestIdOf, type Log } from './log';
import { operationPlugin, type OperationContext, type OperationPlugin } from './operation.plugin';

/** Apollo's cache hints wrap every single field, which took half the time of an answer of 500 nodes; we give none. */
const withoutCacheHints = ApolloServerPluginCacheControlDisabled() as unknown as OperationPlugin; // two copies of one type

/** How Apollo serves `/graphql`: code-first, closed by default, nothing per field. */
@Injectable()
export class GraphqlOptions implements GqlOptionsFactory<ApolloDriverConfig> {
  constructor(
    private readonly authentication: AuthenticationService,
    @Inject(LOGGER) private readonly log: Log,
  ) {}

  createGqlOptions(): Omit<ApolloDriverConfig, 'driver'> {
    return {
      path: '/graphql',
      autoSchemaFile: true,
      buildSchemaOptions: { skipCheck: true }, // Apollo checks it when it starts
      playground: false,
      graphiql: false,
      introspection: true, // the operation plugin keeps it from visitors
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      persistedQueries: false,
      hideSchemaDetailsFromClientErrors: true,
      includeStacktraceInErrorResponses: false,
      maxRecursiveSelections: OPERATION_LIMITS.selections,
      parseOptions: { maxLexicalTokens: OPERATION_LIMITS.tokens },
      autoTransformHttpErrors: false,
      preserveHttpStatusForExecutionErrors: false,
      fieldResolverEnhancers: [],
      formatError,
      stringifyResult: stringifyAnswer,
      plugins: [operationPlugin(this.log), executionPlugin(), withoutCacheHints],
      context: ({ req }: { req: Request }) => this.contextOf(req),
    };
  }

  private async contextOf(req: Request): Promise<OperationContext> {
    const { actor } = await this.authentication.authenticate(req);
    return { req, actor, requestId: requestIdOf(req) };
  }
}
