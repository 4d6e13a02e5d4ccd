import { type DecisionInput, dayShown, type HoldingInput, opinionAt, addHolding, sortKey } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { addOnce } from '../platform/sent-once.ts';
import type { Proceeding } from '../proceedings/proceeding.entity.ts';
import { ProceedingService } from '../proceedings/proceeding.service.ts';
import { type ChangedDecision, Decision, DecisionProceeding, Holding, Opinion, type StaleDecision } from './decision.entity.ts';

const newestFirst = { sortKey: 'DESC', createdAt: 'DESC', id: 'ASC' } as const;
const inOrder = { ordinal: 'ASC', createdAt: 'ASC', id: 'ASC' } as const;

/** What courts decided: the decision with its proceedings and opinions is written whole or not at all. */
@Injectable()
export class DecisionService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly proceedingsOf: ProceedingService) {}

  byId(id: string): Promise<Decision | undefined> {
    return this.db.first(Decision, 'id', id);
  }
  async must(id: string): Promise<Decision> {
    const found = await this.byId(id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  }
  ofCase(id: string): Promise<Decision[]> { return this.db.many(Decision, 'legalCaseId', id, newestFirst); }
  async ofProceeding(id: string): Promise<Decision[]> {
    const found = await Promise.all((await this.db.many(DecisionProceeding, 'proceedingId', id)).map(({ decisionId }) => this.byId(decisionId)));
    return found.filter((d) => d !== undefined).sort((a, b) => (a.sortKey < b.sortKey ? 1 : -1));
  }
  async proceedingIds(id: string): Promise<string[]> { return (await this.db.many(DecisionProceeding, 'decisionId', id, { createdAt: 'ASC', id: 'ASC' })).map(({ proceedingId }) => proceedingId); }
  /** In the order of the case, the lead of joined files first as it stands there. */
  async proceedings(id: string): Promise<Proceeding[]> {
    const found = await Promise.all((await this.proceedingIds(id)).map((p) => this.proceedingsOf.byId(p)));
    return found.filter((p) => p !== undefined).sort((a, b) => a.ordinal - b.ordinal || (a.id < b.id ? -1 : 1));
  }
  opinions(id: string): Promise<Opinion[]> { return this.db.many(Opinion, 'decisionId', id, inOrder); }
  holdings(id: string): Promise<Holding[]> { return this.db.many(Holding, 'decisionId', id, { createdAt: 'ASC', id: 'ASC' }); }

  /** Adds a decision; the same key with the same content gives the same decision. */
  async add(legalCaseId: string, input: DecisionInput): Promise<Decision> {
    await this.cases.must(legalCaseId);
    await this.refuseForeign(legalCaseId, input.proceedingIds);
    const unknown = input.opinions.flatMap(({ id }, at) => (id ? [{ field: `opinions[${at}].id`, problem: 'unknown' }] : []));
    if (unknown.length) throw new AppError('INVALID', null, { fields: unknown });
    const { id, again } = await addOnce(this.db, Decision, { ...columns(input), legalCaseId }, { key: input.id, place: legalCaseId, input });
    if (!again) {
      await (await this.db.repo(DecisionProceeding)).insert(input.proceedingIds.map((proceedingId) => ({ legalCaseId, decisionId: id, proceedingId })));
      await (await this.db.repo(Opinion)).insert(input.opinions.map((o, ordinal) => ({ ...opinionColumns(o), legalCaseId, decisionId: id, ordinal })));
    }
    return this.must(id);
  }

  /** Changes the version that the person saw, or says how it stands now. */
  async change(id: string, version: number, input: DecisionInput): Promise<ChangedDecision | StaleDecision> {
    const before = await this.must(id);
    const { legalCaseId } = before;
    await this.refuseForeign(legalCaseId, input.proceedingIds);
    try {
      await this.db.change(Decision, { id, version }, columns(input));
    } catch (e) {
      if (e instanceof AppError && e.code === 'STALE') return { current: e.current as Decision };
      throw e;
    }
    const there = await this.proceedingIds(id);
    const gone = there.filter((p) => !input.proceedingIds.includes(p));
    const added = input.proceedingIds.filter((p) => !there.includes(p));
    const files = await this.db.repo(DecisionProceeding);
    if (added.length) await files.insert(added.map((proceedingId) => ({ legalCaseId, decisionId: id, proceedingId })));
    if (gone.length) await unlessInUse('proceedingIds', () => files.delete({ decisionId: id, proceedingId: In(gone) }));
    await this.setOpinions(id, legalCaseId, input.opinions);
    const [was, is] = [dayShown(before.dates)?.on ?? '', dayShown(input.dates)?.on ?? ''];
    // A day that was entered wrong was wrong for what it ruled, too; a day of its own stays.
    if (was !== is) await this.db.sql('update app.disposition set decided_edtf = $1 where decision_id = $2 and decided_edtf = $3', [is || null, id, was]);
    return { decision: await this.must(id) };
  }
  private async setOpinions(decisionId: string, legalCaseId: string, opinions: DecisionInput['opinions']): Promise<void> {
    const there = await this.opinions(decisionId);
    const unknown = opinions.flatMap(({ id }, at) => (id && !there.some((o) => o.id === id) ? [{ field: `opinions[${at}].id`, problem: 'unknown' }] : []));
    if (unknown.length) throw new AppError('INVALID', null, { fields: unknown });
    const repo = await this.db.repo(Opinion);
    for (const [ordinal, { id, ...o }] of opinions.entries()) {
      if (id) await repo.update({ id }, { ...opinionColumns(o), ordinal });
      else await repo.insert({ ...opinionColumns(o), decisionId, legalCaseId, ordinal });
    }
    const gone = there.flatMap((o) => (opinions.some(({ id }) => id === o.id) ? [] : [o.id]));
    if (gone.length) await unlessInUse('opinions', () => repo.delete({ id: In(gone) }));
  }

  async remove(id: string): Promise<boolean> {
    await unlessInUse('id', () => this.db.remove(Decision, id));
    return true;
  }

  /** Holds only what the court said in its own voice; a pinpoint in a dissent leaves the list as it is. */
  async addHolding(decisionId: string, { proposition, force, at }: HoldingInput): Promise<Holding> {
    const { legalCaseId } = await this.must(decisionId);
    const opinion = opinionAt(await this.opinions(decisionId), at);
    const { fault } = addHolding([], { opinionType: opinion?.type });
    if (fault || !opinion) throw new AppError('INVALID', 'Only what the court itself said can be its holding.', { fields: [{ field: 'at', problem: fault?.reason ?? 'opinion_unknown' }] });
    return this.db.add(Holding, { legalCaseId, decisionId, opinionId: opinion.id, proposition, force, paragraph: at.paragraph ?? null, page: at.page ?? null });
  }
  async removeHolding(id: string): Promise<boolean> { await this.db.remove(Holding, id); return true; }

  private async refuseForeign(legalCaseId: string, ids: readonly string[]): Promise<void> {
    const own = new Set((await this.proceedingsOf.ofCase(legalCaseId)).map((p) => p.id));
    const unknown = ids.flatMap((id, at) => (own.has(id) ? [] : [{ field: `proceedingIds[${at}]`, problem: 'unknown' }]));
    if (unknown.length) throw new AppError('INVALID', null, { fields: unknown });
  }
}

const columns = ({ kind, title = null, summary = null, dates, citations, expressions, conflicts, panel, panelSize = null, votes, source = null }: DecisionInput) =>
  ({ kind, title, summary, dates, citations, expressions, conflicts, panel, panelSize, votes, source, sortKey: sortKey(dayShown(dates)?.on ?? '') });
const opinionColumns = ({ type, authors, joiners, fromParagraph = null, toParagraph = null, summary = null }: DecisionInput['opinions'][number]) => ({ type, authors, joiners, fromParagraph, toParagraph, summary });

/** The database keeps what dispositions, findings and orders rest on; here the refusal gets its words. */
async function unlessInUse<T>(field: string, work: () => Promise<T>): Promise<T> {
  try { return await work(); } catch (e) {
    if ((e as { driverError?: { code?: string } }).driverError?.code === '23503' || (e as { code?: string }).code === '23503') {
      throw new AppError('CONFLICT', 'Dispositions, findings or orders rest on it. Remove these first, or give them another decision.', { fields: [{ field, problem: 'in_use' }], cause: e });
    }
    throw e;
  }
}
