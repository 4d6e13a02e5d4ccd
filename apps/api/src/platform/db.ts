import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { DataSource, type DeepPartial, type EntityTarget, type FindOptionsWhere, In, type ObjectLiteral, type QueryRunner, type Repository } from 'typeorm';
import { AppError } from './errors.ts';

/** Who acts: a session's token, a job's token, or nobody (the public). */
export interface Actor { token: string | null; job?: string }
/** One request, job or event: one actor, one lazy transaction, one language. */
export interface Scope { actor: Actor; write: boolean; ended?: boolean; locale: string; runner?: QueryRunner; opening?: Promise<QueryRunner>; loaders: Map<string, DataLoader<unknown, unknown>> }

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
export const hasPerson = (): boolean => { const a = scopes.getStore()?.actor; return !!(a?.token || a?.job); };

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
    const { runner } = scope;
    scope.ended = true; // a resolver that still runs after the answer has left must not open another transaction, which nobody would end
    delete scope.runner;
    delete scope.opening;
    scope.loaders.clear();
    if (!runner) return;
    try {
      if (runner.isTransactionActive) await (commit ? runner.commitTransaction() : runner.rollbackTransaction());
    } finally { await runner.release(); }
  }

  /** For the sign-in alone: functions of schema `auth`, as the login role, in a transaction of their own. */
  async door<T>(text: string, params: unknown[] = []): Promise<T[]> { return (await this.source.query(text, params)) as T[]; }

  async sql<T>(text: string, params: unknown[] = []): Promise<T[]> { return (await (await this.runner()).query(text, params)) as T[]; }

  async repo<T extends ObjectLiteral>(entity: EntityTarget<T>): Promise<Repository<T>> { return (await this.runner()).manager.getRepository(entity); }

  /** The row with this id, or null: absent and unseen are the same. */
  async one<T extends ObjectLiteral>(entity: EntityTarget<T>, id: string): Promise<T | null> {
    return (await this.repo(entity)).findOneBy({ id } as unknown as FindOptionsWhere<T>);
  }

  /** The rows of `entity` whose `column` is `value`; siblings that ask in the same turn share one statement. */
  async many<T extends ObjectLiteral>(entity: EntityTarget<T>, column: keyof T & string, value: string, order?: Record<string, 'ASC' | 'DESC'>): Promise<T[]> {
    const name = `${(entity as { name: string }).name}.${column}.${JSON.stringify(order ?? {})}`;
    const found = await this.batch<string, T[]>(name, value, async (values) => {
      const rows = await (await this.repo(entity)).find({ where: { [column]: In(values) } as unknown as FindOptionsWhere<T>, ...(order ? { order: order as never } : {}) });
      return Map.groupBy(rows, (r) => String(r[column]));
    });
    return found ?? [];
  }

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

  private runner(): Promise<QueryRunner> {
    const scope = scopes.getStore();
    if (!scope) throw new AppError('INTERNAL', 'no scope');
    if (scope.ended) throw new AppError('UNAVAILABLE', 'This answer has been given already.');
    return (scope.opening ??= this.open(scope));
  }

  private async open(scope: Scope): Promise<QueryRunner> {
    const runner = this.source.createQueryRunner();
    scope.runner = runner;
    await runner.startTransaction();
    await runner.query(`${scope.write ? '' : 'set transaction read only; '}set local role lit_user; set local statement_timeout = '5s'`);
    const { token, job } = scope.actor;
    if (job || token) {
      const [r] = (await runner.query(job ? 'select app.ctx_job($1) as who' : 'select app.ctx_open($1) as who', [job ?? token])) as { who: string | null }[];
      if (!r?.who) throw new AppError('UNAUTHENTICATED');
    } else await runner.query('select app.ctx_public()');
    // GraphQL resolves siblings in parallel, a transaction is one connection: they queue here.
    const query = runner.query.bind(runner) as (...a: unknown[]) => Promise<unknown>;
    let tail: Promise<unknown> = Promise.resolve();
    runner.query = ((...a: unknown[]) => {
      statements.heard?.(String(a[0]));
      return (tail = tail.then(() => query(...a), () => query(...a)));
    }) as typeof runner.query;
    return runner;
  }
}
