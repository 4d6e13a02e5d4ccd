import { EventEmitter } from 'node:events';
import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { PubSub } from 'graphql-subscriptions';
import pg from 'pg';
import { databaseUrl } from './env.ts';
import { log } from './log.ts';

/** What the database tells: c the case, t the table, i the row, k what was done, o whether it is the team's own. Ids only; whoever wants more reads it under their own context. */
export interface Changed { c: string | null; t: string; i: string; k?: 'add' | 'change' | 'remove'; o?: boolean }

/** One LISTEN connection feeds all subscribers of this process and comes back by itself when the database does. */
@Injectable()
export class Events implements OnModuleInit, OnApplicationShutdown {
  private readonly pubsub = new PubSub({ eventEmitter: new EventEmitter().setMaxListeners(0) }); // one listener for each subscriber
  private client: pg.Client | undefined;
  private ended = false;
  /** Called for every change, before subscribers are judged: closes sockets of ended sessions, refreshes caches. */
  readonly heard = new Set<(e: Changed) => void>();

  async onModuleInit() { await this.listen(); }
  async onApplicationShutdown() { this.ended = true; await this.client?.end().catch(() => undefined); }

  private async listen(): Promise<void> {
    const c = new pg.Client({ connectionString: databaseUrl(), keepAlive: true });
    let gone = false;
    const again = () => {
      if (gone || this.ended) return;
      gone = true;
      void c.end().catch(() => undefined);
      this.retry(250);
    };
    c.on('error', again);
    c.on('end', again);
    c.on('notification', (n) => {
      let e: Changed;
      try { e = JSON.parse(n.payload ?? '') as Changed; } catch { log.warn('an event that is no JSON was left aside'); return; }
      for (const h of this.heard) h(e);
      void this.pubsub.publish('changed', e);
    });
    try { await c.connect(); await c.query('listen amparo'); } catch (e) { gone = true; void c.end().catch(() => undefined); throw e; }
    this.client = c;
  }
  private retry(ms: number) {
    setTimeout(() => { if (!this.ended) this.listen().catch(() => this.retry(500)); }, ms).unref();
  }

  /**
   * Events that `wanted` takes and `may` allows, judged anew for this reader at every single one. `over`: asked when an event
   * is not allowed; if so, the stream ends, so that an open page learns that it may no longer be read.
   */
  async *of<T>(wanted: (e: Changed) => boolean, may: (e: Changed) => Promise<boolean>, shape: (e: Changed) => T, over?: (e: Changed) => Promise<boolean>): AsyncGenerator<T> {
    const all = this.pubsub.asyncIterableIterator<Changed>('changed') as AsyncIterableIterator<Changed>;
    try {
      for await (const e of all) {
        if (!wanted(e)) continue;
        if (await may(e)) yield shape(e);
        else if (await over?.(e)) return;
      }
    } finally { await all.return?.(); }
  }
}
