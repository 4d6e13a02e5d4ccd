import type { IncomingMessage } from 'node:http';
import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig, Plugin } from '@nestjs/apollo';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { type Actor, currentScope, Db } from './db.ts';
import { env } from './env.ts';
import { AppError, type FieldFault, statusOf, toAppError } from './errors.ts';
import { costFault, limits, withinLimits } from './limits.ts';
import { logFault } from './log.ts';
import { operationFault, sourceFault } from './operations.ts';
import { tokenOf } from './session-cookie.ts';
import { greet } from './sockets.ts';

/** Ends the transaction before bytes leave: an answer never says "saved" of work that was undone. */
@Plugin()
export class TransactionPlugin implements ApolloServerPlugin {
  constructor(private readonly db: Db) {}

  async requestDidStart(): Promise<GraphQLRequestListener<BaseContext>> {
    const { db } = this;
    return {
      async didResolveOperation({ operation, document, request, schema }) {
        const scope = currentScope();
        const strange = operationFault(document);
        if (strange) throw strange;
        if (scope) scope.write = operation?.operation === 'mutation';
        const fault = operation && costFault(schema, document, operation, request.variables ?? {});
        if (fault) throw new GraphQLError(fault, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
      },
      async willSendResponse({ response, operation }) {
        const scope = currentScope();
        if (!scope || response.body.kind !== 'single') return;
        const result = response.body.singleResult;
        const failed = operation?.operation === 'mutation' && !!result.errors?.length;
        try {
          await db.close(scope, !failed);
          if (failed) result.data = null;
        } catch (e) {
          response.body = { kind: 'single', singleResult: { data: null, errors: [coded(toAppError(e))] } };
        }
      },
    };
  }
}

/**
 * Before a query of one's own is parsed and held against the schema: what is wrong with it would say what there is to ask.
 * Apollo has no place for this: what a plugin throws there counts as a fault inside.
 */
export function oursFirst(fastify: FastifyInstance): void {
  fastify.addHook('preHandler', async (req, reply) => {
    if (!req.routeOptions.url?.startsWith('/graphql')) return;
    void reply.header('cache-control', 'private, no-store');
    const { query } = ((req.method === 'GET' ? req.query : req.body) ?? {}) as { query?: unknown };
    const strange = typeof query === 'string' ? sourceFault(query) : null;
    if (strange) await reply.code(403).send({ errors: [coded(toAppError(strange))] });
  });
}

/** Nest's own exception logger prints SQL and parameters; this takes its place. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(e: unknown, host: ArgumentsHost) {
    const fault = toAppError(e);
    if (host.getType() !== 'http') return fault;
    // A body that cannot be read, or a route that does not exist: Fastify and Nest say which status.
    const status = (e as { statusCode?: number }).statusCode ?? (e instanceof HttpException ? e.getStatus() : undefined);
    const tooLarge = status === 413;
    const code = fault.code !== 'INTERNAL' || !status || status >= 500 ? fault.code : status === 404 ? 'NOT_FOUND' : 'INVALID';
    const reply = host.switchToHttp().getResponse<{ sent: boolean; code(n: number): { send(body: unknown): void } }>();
    if (!reply.sent) reply.code(code === fault.code ? statusOf[code] : (status as number)).send({ code, message: tooLarge ? `This is larger than ${limits.bodyBytes >> 10} kB. Send less at once.` : new AppError(code).message, ...(tooLarge ? { fields: [{ field: 'body', problem: 'too_long' }] } : fault.fields.length ? { fields: fault.fields } : {}), ...(code === 'INTERNAL' ? { reference: logFault(fault.cause ?? fault) } : {}) });
    return undefined;
  }
}

const coded = (a: AppError): GraphQLFormattedError => ({
  message: a.message,
  extensions: { ...a.extensions, ...(a.code === 'INTERNAL' ? { reference: logFault(a.cause ?? a) } : {}) },
});

function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  const fields = cause instanceof GraphQLError ? fieldsOf(cause) : [];
  if (cause instanceof GraphQLError && (fields.length || !(cause.originalError instanceof Error))) {
    const reason = formatted.extensions?.['code'];
    return { message: formatted.message, ...(formatted.locations ? { locations: formatted.locations } : {}), extensions: { code: 'INVALID', ...(fields.length ? { fields } : {}), ...(reason && reason !== 'INTERNAL_SERVER_ERROR' ? { reason } : {}) } };
  }
  return { ...coded(toAppError(cause)), ...(formatted.path ? { path: formatted.path } : {}) };
}

/** graphql-js tells only in its words which part of a variable it cannot take. The first name is that of the argument: `i.minutesSpent` → `minutesSpent`. */
function fieldsOf({ message }: GraphQLError): FieldFault[] {
  const [, variable, path] = /^Variable "\$(\w+)" got invalid value .+?(?: at "\w+\.([\w.[\]]+)")?; /s.exec(message) ?? [];
  return variable ? [{ field: path ?? variable, problem: /non 32-bit signed integer/.test(message) ? 'out_of_range' : 'wrong_type' }] : [];
}

/** Over WebSocket none of Apollo's plugins, rules or formatError apply: limits and coded errors are said again here. Who may come in at all: sockets.ts. */
function webSocket(rules: readonly (typeof withinLimits)[]) {
  return {
    context: (c: SocketContext) => ({ actor: { token: tokenOf(c.extra.request.headers.cookie) } satisfies Actor }),
    onConnect: (c: SocketContext) => greet(c.extra),
    onSubscribe: (c: { subscriptions: Record<string, unknown> }) => (Object.keys(c.subscriptions).length > limits.subscriptions ? [new GraphQLError('Too many subscriptions on one connection.')] : undefined),
    parse: (text: string) => parse(text, { maxTokens: limits.tokens }),
    validate: (schema: GraphQLSchema, doc: DocumentNode) => {
      const strange = operationFault(doc);
      if (strange) return [strange];
      return doc.definitions.some((d) => d.kind === 'OperationDefinition' && d.operation !== 'subscription') ? [new GraphQLError('Only subscriptions over WebSocket.')] : validate(schema, doc, [...specifiedRules, ...rules]);
    },
    onError: (_c: unknown, _id: string, _p: unknown, errors: readonly GraphQLError[]) => errors.map((e) => formatError({ message: e.message.replace(/ Did you mean .*$/su, '') }, e)),
    onNext: (_c: unknown, _id: string, _p: unknown, _a: unknown, r: { errors?: readonly GraphQLError[] }) => (r.errors ? { ...r, errors: r.errors.map((e) => formatError({ message: e.message }, e)) } : undefined),
  };
}
interface SocketContext { extra: { request: IncomingMessage; socket: { close(code: number, why: string): void } } }

export function graphqlOptions(): ApolloDriverConfig {
  const armor = new ApolloArmor({ maxTokens: { enabled: false }, maxDepth: { enabled: false }, maxAliases: { enabled: false }, costLimit: { enabled: false }, blockFieldSuggestion: { enabled: true }, maxDirectives: { n: limits.directives } }).protect();
  return {
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    graphiql: false,
    playground: false,
    path: '/graphql',
    introspection: env().NODE_ENV !== 'production',
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    parseOptions: { maxTokens: limits.tokens }, // graphql-js itself counts: armor answers the same with a 500
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    plugins: [...(armor.plugins as unknown as ApolloServerPlugin[]), ApolloServerPluginCacheControlDisabled()],
    validationRules: [...armor.validationRules, withinLimits],
    subscriptions: { 'graphql-ws': webSocket([...armor.validationRules, withinLimits]) as never },
    context: () => ({ actor: currentScope()?.actor ?? { token: null } }),
    formatError,
  };
}
