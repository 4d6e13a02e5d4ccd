import { compareDeadlines } from '@amparo/domain/deadlines';
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { count } from './count.ts';
import { DeadlineLawService, recordOf } from './deadline-law.service.ts';
import { DeadlineService } from './deadline.service.ts';
import { type LawKind, type LawPreview, type LawProgress, LawVersion } from './law-version.entity.ts';

/** At most so many deadlines are shown one by one. */
const shown = 100;

/** Rules and calendars as stewards keep them: proposed by one, put in force by another. */
@Injectable()
export class LawVersionService {
  constructor(private readonly db: Db, private readonly law: DeadlineLawService, private readonly deadlines: DeadlineService) {}

  /** Newest first. */
  async list(kind: LawKind | null, lawId: string | null, first: number): Promise<LawVersion[]> {
    return (await this.db.repo(LawVersion)).find({ where: { ...(kind ? { kind } : {}), ...(lawId ? { lawId } : {}) }, order: { createdAt: 'DESC', id: 'ASC' }, take: first });
  }
  async record(kind: LawKind, id: string): Promise<string | null> { return recordOf(await this.law.inForce(), kind, id); }

  progress(id: string): Promise<LawProgress | undefined> {
    return this.db.batch('law.progress', id, async (ids) => new Map((await this.db.sql<LawProgress>('select * from app.law_progress($1)', [ids])).map((row) => [row.id, row])));
  }

  /** Which open deadlines a record would move, before it is saved: those of one's own cases one by one, all others as a number. */
  async preview(kind: LawKind, body: string): Promise<LawPreview> {
    await this.mustBeSteward();
    const { id, before, law } = await this.law.proposed(kind, body);
    const [row] = await this.db.sql<{ n: number }>('select app.law_touches($1, $2) as n', [kind, id]);
    const mine = await this.deadlines.list((await this.db.sql<{ id: string }>(
      `select id from app.deadline where status not in ('met', 'moot') and ${kind === 'rule' ? 'rule_id' : 'calendar_id'} = $1 order by latest_on nulls last, id limit ${shown}`, [id])).map((r) => r.id));
    const effects = await Promise.all(mine.map(async (deadline) => {
      const extensions = await this.deadlines.extensions(deadline.id);
      return { deadline, diff: JSON.stringify(compareDeadlines(count(deadline, extensions, before), count(deadline, extensions, law))) };
    }));
    return { lawId: id, touched: row?.n ?? 0, effects };
  }
  async propose(kind: LawKind, body: string, note: string | null): Promise<LawVersion> {
    await this.mustBeSteward();
    const proposed = await this.law.proposed(kind, body);
    return this.db.add(LawVersion, { kind, lawId: proposed.id, body: proposed.body, note });
  }
  /** Approved by another steward than the one who proposed it, or refused. Approval starts the recount in the same transaction. */
  async decide(id: string, version: number, approved: boolean, note: string | null): Promise<LawVersion> {
    await this.mustBeSteward();
    const before = await this.db.one(LawVersion, id);
    if (!before) throw new AppError('NOT_FOUND');
    if (before.state !== 'proposed') throw new AppError('CONFLICT', 'This version has been decided already.', { fields: [{ field: 'state', problem: 'taken' }] });
    if (approved && before.proposedById === (await this.db.who())) throw new AppError('FORBIDDEN', 'A second steward approves: somebody who did not propose it.');
    if (approved) await this.law.proposed(before.kind, JSON.stringify(before.body)); // what it was checked against may have changed meanwhile
    return this.db.change(LawVersion, { id, version }, { state: approved ? 'in_force' : 'refused', ...(note ? { note } : {}) });
  }
  private async mustBeSteward(): Promise<void> {
    const [row] = await this.db.sql<{ ok: boolean }>('select app.is_steward() as ok');
    if (!row?.ok) throw new AppError('FORBIDDEN', 'Rules and calendars are changed by stewards.');
  }
}
