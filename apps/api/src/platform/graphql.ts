import type { ApolloServerPlugin, BaseContext, GraphQLRequestListener } from '@apollo/server';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, type ApolloDriverConfig, Plugin } from '@nestjs/apollo';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type DocumentNode, GraphQLError, type GraphQLFormattedError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { type Actor, currentScope, Db } from './db.ts';
import { env } from './env.ts';
import { AppError, statusOf, toAppError } from './errors.ts';
import { Events } from './events.ts';
import { costFault, limits, withinLimits } from './limits.ts';
import { logFault } from './log.ts';
import { operationFault } from './operations.ts';

/** Ends the transaction before bytes leave: an answer never says "saved" of work that was undone. */
@Plugin()
export class TransactionPlugin implements ApolloServerPlugin {
  constructor(private readonly db: Db, events: Events) { sockets.db = db; events.heard.add((e) => { if (e.t === 'session') sockets.recheck(); }); }

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

/** Nest's own exception logger prints SQL and parameters; this takes its place. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  catch(e: unknown, host: ArgumentsHost) {
    const fault = toAppError(e);
    if (host.getType() !== 'http') return fault;
    // A body that cannot be read, or a route that does not exist: Fastify and Nest say which status.
    const status = (e as { statusCode?: number }).statusCode ?? (e instanceof HttpException ? e.getStatus() : undefined);
    const code = fault.code !== 'INTERNAL' || !status || status >= 500 ? fault.code : status === 404 ? 'NOT_FOUND' : 'INVALID';
    const reply = host.switchToHttp().getResponse<{ sent: boolean; code(n: number): { send(body: unknown): void } }>();
    if (!reply.sent) reply.code(code === fault.code ? statusOf[code] : (status as number)).send({ code, message: new AppError(code).message, ...(fault.fields.length ? { fields: fault.fields } : {}), ...(code === 'INTERNAL' ? { reference: logFault(fault.cause ?? fault) } : {}) });
    return undefined;
  }
}

const coded = (a: AppError): GraphQLFormattedError => ({
  message: a.message,
  extensions: { ...a.extensions, ...(a.code === 'INTERNAL' ? { reference: logFault(a.cause ?? a) } : {}) },
});

function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof GraphQLError && !(cause.originalError instanceof Error)) {
    const reason = formatted.extensions?.['code'];
    return { message: formatted.message, ...(formatted.locations ? { locations: formatted.locations } : {}), extensions: { code: 'INVALID', ...(reason && reason !== 'INTERNAL_SERVER_ERROR' ? { reason } : {}) } };
  }
  return { ...coded(toAppError(cause)), ...(formatted.path ? { path: formatted.path } : {}) };
}

export const cookieName = () => (env().PUBLIC_URL?.startsWith('https:') ? '__Host-amparo' : 'amparo');
/** The session token in a Cookie header, or null. */
export const tokenOf = (cookie: string | undefined): string | null => new RegExp(`(?:^|;\\s*)${cookieName()}=([\\w-]+)`).exec(cookie ?? '')?.[1] ?? null;
/** Does the Origin header, where there is one, name this very host? The text "null" does not. */
export const sameOrigin = (origin: string | undefined, host: string | undefined): boolean => origin === undefined || URL.parse(origin)?.host === host;

/** Open WebSockets: each is asked again every minute, and at once when a session ends, whether its session still stands. */
const sockets = {
  db: undefined as Db | undefined,
  checks: new Set<() => void>(),
  recheck() { for (const c of this.checks) c(); },
};

/** Over WebSocket none of Apollo's plugins, rules or formatError apply: Origin, limits and coded errors are said again here. */
function webSocket(rules: readonly (typeof withinLimits)[]) {
  return {
    context: (c: SocketContext) => ({ actor: { token: tokenOf(c.extra.request.headers.cookie) } satisfies Actor }),
    onConnect: async (c: SocketContext) => {
      const { origin, host, cookie } = c.extra.request.headers;
      if (!sameOrigin(origin, host)) return false;
      const token = tokenOf(cookie);
      const alive = async () => {
        if (!token || !sockets.db) return false;
        try { const { db } = sockets; await db.as({ token }, () => db.sql('select 1')); return true; } catch (e) { return toAppError(e).code !== 'UNAUTHENTICATED'; }
      };
      const check = () => void alive().then((ok) => { if (!ok) c.extra.socket.close(4401, 'UNAUTHENTICATED'); });
      if (!(await alive())) { c.extra.socket.close(4401, 'UNAUTHENTICATED'); return; }
      const timer = setInterval(check, 60_000);
      sockets.checks.add(check);
      c.extra.socket.once('close', () => { clearInterval(timer); sockets.checks.delete(check); });
      return true;
    },
    onSubscribe: (c: { subscriptions: Record<string, unknown> }) => (Object.keys(c.subscriptions).length > limits.subscriptions ? [new GraphQLError('Too many subscriptions on one connection.')] : undefined),
    parse: (text: string) => parse(text, { maxTokens: limits.tokens }),
    validate: (schema: GraphQLSchema, doc: DocumentNode) => {
      if (doc.definitions.some((d) => d.kind === 'OperationDefinition' && d.operation !== 'subscription')) return [new GraphQLError('Only subscriptions over WebSocket.')];
      const strange = operationFault(doc);
      return strange ? [strange] : validate(schema, doc, [...specifiedRules, ...rules]);
    },
    onError: (_c: unknown, _id: string, _p: unknown, errors: readonly GraphQLError[]) => errors.map((e) => formatError({ message: e.message }, e)),
    onNext: (_c: unknown, _id: string, _p: unknown, _a: unknown, r: { errors?: readonly GraphQLError[] }) => (r.errors ? { ...r, errors: r.errors.map((e) => formatError({ message: e.message }, e)) } : undefined),
  };
}
interface SocketContext { extra: { request: { headers: { cookie?: string; origin?: string; host?: string } }; socket: { close(code: number, why: string): void; once(e: 'close', f: () => void): void } } }

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
