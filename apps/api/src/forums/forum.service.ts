import { type AddForumMemo, forumsFor, type ForumQuestion, type ForumsResult, shippedForums, sinceMemo, snapshotOf } from '@amparo/domain/forums';
import { Injectable } from '@nestjs/common';
import type { LegalCase } from '../cases/legal-case.entity.ts';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { DeadlineLawService } from '../deadlines/deadline-law.service.ts';
import { Db, type Values } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { addOnce } from '../platform/sent-once.ts';
import { ForumFactsService } from './forum-facts.service.ts';
import { type ForumChoice, ForumMemo } from './forum-memo.entity.ts';

/** Where a case could go, by the law in force and the lanes as they stand; and the memos of what its team decided. For the team alone. */
@Injectable()
export class ForumService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly facts: ForumFactsService, private readonly law: DeadlineLawService) {}

  async choice(legalCaseId: string, question: ForumQuestion): Promise<ForumChoice> {
    const result = await this.answer(await this.ofTeam(legalCaseId), question);
    const [last] = await this.memos(legalCaseId, 1);
    return { legalCaseId, computed: JSON.stringify(result), since: last ? JSON.stringify(sinceMemo(last.snapshot, result)) : null };
  }
  /** The one that holds first. */
  memos(id: string, count: number): Promise<ForumMemo[]> { return this.db.many(ForumMemo, 'legalCaseId', id, { number: 'DESC' }, count); }
  async memo(id: string): Promise<ForumMemo | null> { return (await this.db.first(ForumMemo, 'id', id)) ?? null; }

  /** Records what was decided, with what the chooser said that day. Whoever has not seen the last memo is told first. */
  async add({ key, legalCaseId, after, filedOn, actOn, ...input }: AddForumMemo): Promise<ForumMemo> {
    const legalCase = await this.ofTeam(legalCaseId);
    const result = await this.answer(legalCase, { filedOn, actOn });
    this.mustKnow(result, input);
    const { risks = null, ifLost = null, clientGoal = null, decideBy = null, ...rest } = input;
    if (after > (await this.lastNumber(legalCaseId))) throw new AppError('STALE');
    const id = await this.addNext(legalCaseId, { ...rest, legalCaseId, number: after + 1, risks, ifLost, clientGoal, decideBy, filedOn: result.filedOn, actOn: result.actOn, snapshot: snapshotOf(result) }, { key, place: legalCaseId, input: { after, filedOn, actOn, ...input } });
    const memo = await this.memo(id);
    if (!memo) throw new AppError('NOT_FOUND');
    return memo;
  }

  /** Its number is taken when somebody else decided meanwhile: nothing is written, and the one who comes second is told. */
  private async addNext(legalCaseId: string, values: Values<ForumMemo>, sent: Parameters<typeof addOnce>[3]): Promise<string> {
    try {
      return (await addOnce(this.db, ForumMemo, values, sent)).id;
    } catch (e) {
      if (e instanceof AppError && e.code === 'CONFLICT' && (await this.lastNumber(legalCaseId)) >= (values.number as number)) throw new AppError('STALE', null, { cause: e });
      throw e;
    }
  }
  private async lastNumber(legalCaseId: string): Promise<number> { return (await this.memos(legalCaseId, 1))[0]?.number ?? 0; }

  private async answer(legalCase: LegalCase, question: ForumQuestion): Promise<ForumsResult> {
    const [facts, deadlines] = await Promise.all([this.facts.of(legalCase, question), this.law.inForce()]);
    return forumsFor(facts, { deadlines, forums: shippedForums });
  }
  private mustKnow({ forums }: ForumsResult, { chosen, rejected }: Pick<AddForumMemo, 'chosen' | 'rejected'>): void {
    const known = new Set(forums.map(({ id }) => id));
    const fields = [...chosen.map((id, at) => ({ id, field: `chosen[${at}]` })), ...rejected.map(({ forum: id }, at) => ({ id, field: `rejected[${at}].forum` }))].filter(({ id }) => !known.has(id));
    if (fields.length) throw new AppError('INVALID', null, { fields: fields.map(({ field }) => ({ field, problem: 'unknown' })) });
  }
  /** The chooser shows what a team thinks of doing next: for whoever is not of it there is nothing here. */
  private async ofTeam(id: string): Promise<LegalCase> {
    const legalCase = await this.cases.must(id);
    if (!(await this.cases.can(id)).notes) throw new AppError('NOT_FOUND');
    return legalCase;
  }
}
