import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { Db } from './db.ts';
import { databaseUrl } from './env.ts';
import { log } from './log.ts';

/**
 * Work that waits in the database and is done in this process. A slice registers its queue (made by migration 0004) with `on`
 * while it is constructed. Retries and their limit belong to the queue; a handler must bear being called twice.
 */
@Injectable()
export class Jobs implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly handlers = new Map<string, (payload: never) => Promise<void>>();
  private boss: PgBoss | undefined;
  private ended = false;
  private sweeping: NodeJS.Timeout | undefined;
  constructor(private readonly db: Db) {}

  on<T extends object>(queue: string, handler: (payload: T) => Promise<void>): void { this.handlers.set(queue, handler); }

  /** Does not keep the server waiting: pages work without jobs, and a database that is away comes back. */
  onApplicationBootstrap(): void {
    void this.start();
    const sweep = () => void this.db.door('select auth.sweep()').catch(() => log.warn('sweeping waits for the database'));
    this.sweeping = setInterval(sweep, 3_600_000).unref();
    sweep();
  }

  private async start(): Promise<void> {
    const boss = new PgBoss({
      connectionString: databaseUrl(), max: 2, migrate: false, createSchema: false, schedule: false, supervise: true, reindex: false, monitorVacuum: false,
      registerInstance: false, persistWarnings: false, useListenNotify: true,
    });
    this.boss = boss;
    let told = 0; // a database that is away would otherwise fill the log
    boss.on('error', (e) => { if (Date.now() - told > 60_000) { told = Date.now(); log.warn({ name: e.name, code: (e as { code?: string }).code }, 'jobs wait for the database'); } });
    try {
      await boss.start();
      for (const [queue, handler] of this.handlers) {
        await boss.work(queue, { pollingIntervalSeconds: 30 }, async (jobs) => {
          for (const job of jobs) {
            // pg-boss keeps what was thrown beside the job: the name says enough and holds nothing private
            try { await handler(job.data as never); } catch (e) { log.warn({ queue, job: job.id, name: (e as Error).name }, 'a job failed and will be tried again'); throw new Error((e as Error).name, { cause: undefined }); }
          }
        });
      }
    } catch {
      await boss.stop({ graceful: false }).catch(() => undefined);
      if (!this.ended) setTimeout(() => { if (!this.ended) void this.start(); }, 2_000).unref();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.ended = true;
    clearInterval(this.sweeping);
    await this.boss?.stop({ graceful: true, timeout: 3_000, close: true }).catch(() => undefined);
  }
}
