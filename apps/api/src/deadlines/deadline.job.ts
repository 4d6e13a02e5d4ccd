import { compareDeadlines, type DeadlineLaw, type DeadlineResult } from '@amparo/domain/deadlines';
import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { Jobs } from '../platform/jobs.ts';
import { log } from '../platform/log.ts';
import { columnsOf, count, type MoreTime, type Question } from './count.ts';
import { DeadlineLawService } from './deadline-law.service.ts';

interface Open extends Question { id: string; version: number; computed: DeadlineResult; extensions: MoreTime[] }
const batch = 500;

/** What happens to deadlines while nobody looks: their last minute passes, or the law they are counted by changes. */
@Injectable()
export class DeadlineJob implements OnApplicationBootstrap, OnApplicationShutdown {
  private sweeping: NodeJS.Timeout | undefined;
  constructor(private readonly db: Db, private readonly law: DeadlineLawService, private readonly clock: Clock, jobs: Jobs) {
    jobs.on<{ lawVersionId: string }>('recount', ({ lawVersionId }) => this.recount(lawVersionId));
  }

  onApplicationBootstrap(): void {
    const sweep = () => void this.miss().catch(() => { log.warn('deadlines wait for the database'); });
    this.sweeping = setInterval(sweep, 60_000).unref();
    sweep();
  }
  onApplicationShutdown(): void { clearInterval(this.sweeping); }

  /** Writes down what was missed, for the history. Whoever looks meanwhile is told by the clock itself. */
  async miss(): Promise<number> {
    const [row] = await this.db.door<{ n: number }>('select auth.miss_deadlines($1) as n', [this.clock.now()]);
    return row?.n ?? 0;
  }

  /** Counts every open deadline of a changed rule or calendar again, batch by batch; called twice it finds nothing left to do. */
  async recount(lawVersionId: string): Promise<void> {
    const law = await this.law.forJob();
    let after: string | null = null;
    for (;;) {
      const open: Open[] = await this.read(lawVersionId, after, null);
      let late = await this.write(lawVersionId, open, law);
      // Somebody changed these between reading and writing: asked again, in whatever state they are now.
      for (let tries = 0; late.length && tries < 5; tries++) late = await this.write(lawVersionId, await this.read(lawVersionId, null, late), law);
      if (late.length) throw new Error('Deadlines change faster than they can be counted');
      after = open.at(-1)?.id ?? null;
      if (open.length < batch) break;
    }
    await this.db.door('select auth.recount_done($1)', [lawVersionId]);
  }
  private read(lawVersionId: string, after: string | null, only: string[] | null): Promise<Open[]> {
    return this.db.door<Open>('select * from auth.deadlines_of_law($1, $2, $3, $4)', [lawVersionId, after, batch, only]);
  }
  private async write(lawVersionId: string, open: readonly Open[], law: DeadlineLaw): Promise<string[]> {
    const rows = open.map((d) => {
      const columns = columnsOf(count(d, d.extensions, law));
      const { changed, before, after, why } = compareDeadlines(d.computed, columns.computed);
      const over = columns.cutOff !== null && columns.cutOff.getTime() + 60_000 <= this.clock.now().getTime();
      return { id: d.id, version: d.version, ...columns, ...(over ? { status: 'missed' } : {}), changed, recounted: changed ? { lawVersionId, at: this.clock.now().toISOString(), before, after, why } : null };
    });
    if (!rows.length) return [];
    return (await this.db.door<{ id: string }>('select id from auth.recount_deadlines($1, $2) id', [lawVersionId, JSON.stringify(rows)])).map(({ id }) => id);
  }
}
