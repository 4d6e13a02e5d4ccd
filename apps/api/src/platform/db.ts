import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { PoolClient, QueryResult } from 'pg';
import { DataSource, type DeepPartial, type EntityTarget, type FindOptionsWhere, type ObjectLiteral, type QueryRunner, type Repository } from 'typeorm';
import { AppError } from './errors.ts';
import { nameOf, type Order, RowReader } from './rows.ts';

/** Who acts: a session's token, a job's token, the secret of a calendar feed, or nobody (the public). */
export interface Actor { token: string | null; job?: string; feed?: string }
/** One request, job or event: one actor, one lazy transaction, one language. */
export interface Scope { actor: Actor; write: boolean; ended?: boolean; locale: string; runner?: QueryRunner; begun?: boolean; opening?: Promise<Opened>; loaders: Map<string, DataLoader<unknown, unknown>>; rows?: RowReader }
/** An open transaction: TypeORM's runner, the connection below it, and who the database says is asking. */
interface Opened { runner: QueryRunner; client: PoolClient; who: string | null; scope: Scope }

const scopes = new AsyncLocalStorage<Scope>();
/** Columns to write; what is undefined is left as it is. */
export type Values<T> = { [K in keyof T]?: T[K] | undefined };
/** Tests listen here to count statements; nobody else. */
export const statements: { heard?: (text: string) => void } = {};

export const openScope = (actor: Actor, locale = 'en', write = false): Scope => ({ actor, write, locale, loaders: new Map() });
/** Runs `work` inside a scope. The transaction opens at the first database call, not before. */
export const inScope = <T>(scope: Scope, work: () => T): T => scopes.run(scope, work);
export const currentScope = (): Scope | undefined => scopes.getStore();
/** The language of the one who asks. */
export const locale = (): string => scopes.getStore()?.locale ?? 'en';
/** Is anybody signed in here? Says nothing of rights: those are the database's. */
export const hasPerson = (): boolean => { const a = scopes.getStore()?.actor; return !!(a?.token || a?.job || a?.feed); };

/**
 * The only way to the database. Forgetting the scope gives an error, forgetting a policy gives no rows.
 * Under row-level security an update or delete of an unseen row touches nothing and says nothing: `change` and `remove` ask and tell.
 */
@Injectable()
export class Db {
  constructor(private readonly source: DataSource) {}

  /** Opens a scope of its own: jobs, subscriptions, pages and tests use the same door as HTTP. Commits when `work` succeeds. */
  async as<T>(actor: Actor, work: () => Promise<T>, write = false, language = locale()): Promise<T> {
    const scope = openScope(actor, language, write);
    return scopes.run(scope, async () => {
      let done: T;
      try { done = await work(); } catch (e) { await this.close(scope, false); throw e; }
      await this.close(scope, true);
      return done;
    });
  }

  /** Ends the scope's transaction, if one was opened. */
  async close(scope: Scope, commit: boolean): Promise<void> {
    await scope.opening?.catch(() => undefined);
    const { runner, begun } = scope;
    scope.ended = true; // a resolver that still runs after the answer has left must not open another transaction, which nobody would end
    delete scope.runner;
    delete scope.opening;
    delete scope.rows;
    scope.loaders.clear();
    if (!runner) return;
    try {
      if (begun) await ((await runner.connect()) as PoolClient).query(commit ? 'commit' : 'rollback');
    } finally { await runner.release(); }
  }

  /** For the sign-in alone: functions of schema `auth`, as the login role, in a transaction of their own. */
  async door<T>(text: string, params: unknown[] = []): Promise<T[]> { return (await this.source.query(text, params)) as T[]; }

  /** Rows of a statement of our own. Its text is kept planned on the connection, so values belong into `params`. */
  async sql<T>(text: string, params: unknown[] = []): Promise<T[]> { return (await send<T & object>(await this.opened(), text, params, nameOf(text))).rows; }

  async repo<T extends ObjectLiteral>(entity: EntityTarget<T>): Promise<Repository<T>> { return (await this.opened()).runner.manager.getRepository(entity); }

  /** The id of the person who asks, as the opening of the transaction found it. */
  async who(): Promise<string | null> { return (await this.opened()).who; }

  /** The row with this id, or null: absent and unseen are the same. */
  async one<T extends ObjectLiteral>(entity: EntityTarget<T>, id: string): Promise<T | null> {
    return (await this.repo(entity)).findOneBy({ id } as unknown as FindOptionsWhere<T>);
  }

  /** The rows of `entity` whose `column` is `value`, at most `first`; siblings that ask in the same turn share one statement, whatever they ask for. */
  async many<T extends ObjectLiteral>(entity: new () => T, column: keyof T & string, value: string, order: Order<T> = {}, first?: number): Promise<T[]> {
    const name = `${entity.name}.${column}.${JSON.stringify(order)}.${first ?? ''}`;
    return (await this.batch<string, T[]>(name, value, async (values) => {
      const scope = scopes.getStore();
      if (!scope) throw new AppError('INTERNAL', 'no scope');
      scope.rows ??= new RowReader(async (text, params) => (await this.sql<Record<string, unknown>>(text, params))[0] ?? {});
      const rows = (await scope.rows.read({ entity: this.source.getMetadata(entity), column, values, order, first })) as T[];
      return Map.groupBy(rows, (r) => String(r[column]));
    })) ?? [];
  }
  /** The same where `column` is unique. */
  async first<T extends ObjectLiteral>(entity: new () => T, column: keyof T & string, value: string): Promise<T | undefined> { return (await this.many(entity, column, value))[0]; }

  /** The general form: `fetch` gets all keys asked for in this turn of the event loop, once, and answers with a map. */
  async batch<K, V>(name: string, key: K, fetch: (keys: K[]) => Promise<Map<K, V>>): Promise<V | undefined> {
    const scope = scopes.getStore();
    if (!scope) throw new AppError('INTERNAL', 'no scope');
    let loader = scope.loaders.get(name);
    if (!loader) {
      loader = new DataLoader<unknown, unknown>(async (keys) => { const got = await fetch(keys as K[]); return keys.map((k) => got.get(k as K)); }, { cache: !scope.write });
      scope.loaders.set(name, loader);
    }
    return loader.load(key) as Promise<V | undefined>;
  }

  /** Inserts one row and returns it as the database sees it. */
  async add<T extends ObjectLiteral>(entity: EntityTarget<T>, values: Values<NoInfer<T>>): Promise<T> {
    const repo = await this.repo(entity);
    const made = repo.create(values as DeepPartial<T>);
    const { identifiers } = await repo.insert(made as never);
    return (await this.one(entity, (identifiers[0] as { id: string }).id)) ?? made;
  }

  /** Changes exactly one row of the version the person saw. STALE carries the row as it stands now. */
  async change<T extends ObjectLiteral>(entity: EntityTarget<T>, at: { id: string; version: number }, patch: Values<NoInfer<T>>): Promise<T> {
    const repo = await this.repo(entity);
    const given = Object.fromEntries(Object.entries(patch).filter(([, v]) => v !== undefined));
    if (Object.keys(given).length) {
      const { affected } = await repo.createQueryBuilder().update().set(given as never).where('id = :id and version = :version', at).execute();
      if (affected === 1) return (await this.one(entity, at.id)) as T;
    }
    const current = await this.one(entity, at.id);
    if (!current) throw new AppError('NOT_FOUND');
    if ((current as unknown as { version: number }).version !== at.version) throw new AppError('STALE', null, { current });
    if (!Object.keys(given).length) return current;
    throw new AppError('FORBIDDEN');
  }

  /** Deletes exactly one row. */
  async remove<T extends ObjectLiteral>(entity: EntityTarget<T>, id: string): Promise<void> {
    const { affected } = await (await this.repo(entity)).delete({ id } as unknown as FindOptionsWhere<T>);
    if (affected !== 1) throw new AppError((await this.one(entity, id)) ? 'FORBIDDEN' : 'NOT_FOUND');
  }

  /** Puts a job in this transaction: no job for a change that was rolled back. The worker acts as this person. */
  async enqueue(queue: string, payload: Record<string, unknown>): Promise<void> { await this.sql('select app.enqueue($1, $2)', [queue, JSON.stringify(payload)]); }

  private opened(): Promise<Opened> {
    const scope = scopes.getStore();
    if (!scope) throw new AppError('INTERNAL', 'no scope');
    if (scope.ended) throw new AppError('UNAVAILABLE', 'This answer has been given already.');
    return (scope.opening ??= this.open(scope));
  }

  /** One round trip: the transaction, its role and its context. GraphQL resolves siblings in parallel: on the connection they stand in line (`pipeline`). */
  private async open(scope: Scope): Promise<Opened> {
    const runner = this.source.createQueryRunner();
    scope.runner = runner;
    const client = (await runner.connect()) as PoolClient;
    scope.begun = true;
    const { token, job, feed } = scope.actor;
    const key = feed ?? job ?? token;
    const context = feed ? 'select app.ctx_feed($1) as who' : job ? 'select app.ctx_job($1) as who' : token ? 'select app.ctx_open($1) as who' : 'select null as who from app.ctx_public()';
    const [, { rows }] = await Promise.all([
      client.query(`begin${scope.write ? '' : ' read only'}; set local role lit_user; set local statement_timeout = '5s'`),
      client.query<{ who: string | null }>({ text: context, values: key ? [key] : [], name: nameOf(context) }),
    ]);
    const who = rows[0]?.who ?? null;
    if (key && !who) throw new AppError('UNAUTHENTICATED');
    const opened = { runner, client, who, scope };
    // TypeORM's own writes and reads take the same way.
    runner.query = (async (text: string, params: unknown[] | undefined, structured?: boolean) => {
      const { rows: records, rowCount, command } = await send<object>(opened, text, params);
      const raw = command === 'UPDATE' || command === 'DELETE' ? [records, rowCount] : records;
      return structured ? { raw, records, affected: rowCount ?? undefined } : raw;
    }) as typeof runner.query;
    return opened;
  }
}

/** Sends at once or not at all: after the answer has left, the connection is somebody else's. */
function send<R extends object>({ client, scope }: Opened, text: string, values: unknown[] | undefined, name?: string): Promise<QueryResult<R>> {
  if (scope.ended) throw new AppError('UNAVAILABLE', 'This answer has been given already.');
  statements.heard?.(text);
  return client.query<R>({ text, ...(values ? { values } : {}), ...(name ? { name } : {}) });
}
