import { type AddDeadline, type ChangeDeadline, type ConfirmDeadline, type DeadlineQuestion, type DeadlineResult, type ExtendDeadline, ruleById, type SettleDeadline, standingAt } from '@amparo/domain/deadlines';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { CourtService } from '../courts/court.service.ts';
import { ProcEvent } from '../events/proc-event.entity.ts';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { addOnce } from '../platform/sent-once.ts';
import { ProceedingService } from '../proceedings/proceeding.service.ts';
import { askedOf, columnsOf, count, type Question } from './count.ts';
import { calendarIdOf, DeadlineLawService } from './deadline-law.service.ts';
import { Deadline, DeadlineExtension, type DeadlineState, type MovedDeadline } from './deadline.entity.ts';

/** Missing one of these cannot be mended: their day is never one person's alone. */
const alwaysCritical = new Set(['jurisdictional', 'strict', 'strict_extendable']);
const invalid = (field: string, problem: string, message: string | null = null) => new AppError('INVALID', message, { fields: [{ field, problem }] });

/** What is due in a case, counted by the engine of libs/domain; here is only what is asked of it and who signs for the answer. */
@Injectable()
export class DeadlineService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly proceedings: ProceedingService, private readonly law: DeadlineLawService, private readonly clock: Clock, private readonly courts: CourtService) {}

  byId(id: string): Promise<Deadline | undefined> { return this.db.first(Deadline, 'id', id); }
  async must(id: string): Promise<Deadline> {
    const found = await this.byId(id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  }
  /** These deadlines in this order, as far as they may be read. */
  async list(ids: readonly string[]): Promise<Deadline[]> { return (await Promise.all(ids.map((id) => this.byId(id)))).filter((d) => d !== undefined); }
  /** The soonest first, those without a day last. */
  ofCase(id: string, first: number): Promise<Deadline[]> { return this.db.many(Deadline, 'legalCaseId', id, { latestOn: 'ASC', createdAt: 'ASC', id: 'ASC' }, first); }
  extensions(id: string): Promise<DeadlineExtension[]> { return this.db.many(DeadlineExtension, 'deadlineId', id, { createdAt: 'ASC', id: 'ASC' }); }

  /** Where it stands now, by the court's clock. What was done is judged by the day it was done, not by the day it was typed in. */
  statusOf(d: Deadline): DeadlineState {
    if (d.status === 'moot' || d.status === 'not_computable' || d.status === 'met') return d.status;
    if (d.cutOff === null) return d.status;
    if (d.metOn !== null) return 'missed';
    const standing = standingAt({ latestDate: d.latestOn, cutOff: d.cutOff.toISOString() }, this.clock.now().toISOString());
    return standing === 'missed' ? 'missed' : this.extended(d) ? 'extended' : 'open';
  }
  /** The first prompt that is still to come; when all are past, none. */
  nextPrompt(d: Deadline): string | null { const today = this.clock.dayIn(d.zone); return d.computed.prompts?.find(({ on }) => on >= today)?.on ?? null; }
  private extended(d: Deadline): boolean { return d.computed.byRule !== undefined; }
  /** May the one who asks confirm it? What the database will say too. */
  async mayConfirm(d: Deadline): Promise<boolean> {
    const me = await this.db.who();
    return (!d.critical || d.writtenById !== me) && d.status !== 'met' && d.status !== 'moot' && (await this.cases.can(d.legalCaseId)).edit;
  }

  /** The answer for a question that nobody has saved yet. */
  async preview(question: DeadlineQuestion): Promise<DeadlineResult> {
    if (question.legalCaseId) await this.cases.must(question.legalCaseId);
    const { asked } = await this.questionOf(question, question.legalCaseId ?? null, question.order ?? 'preview');
    return count(asked, [], await this.law.inForce());
  }

  /** Adds a deadline with its answer; the same key with the same content gives the same deadline. */
  async add(input: AddDeadline): Promise<Deadline> {
    const { key, legalCaseId, ...question } = input;
    await this.cases.must(legalCaseId);
    const { id } = await addOnce(this.db, Deadline, { legalCaseId, kind: question.kind, ...(await this.rowOf(question, legalCaseId, [])) }, { key, place: legalCaseId, input });
    return this.must(id);
  }

  /** Changes the version that the person saw and counts again. Who confirmed it before has not confirmed this. */
  async change(id: string, version: number, input: ChangeDeadline): Promise<Deadline> {
    const before = await this.must(id);
    if (input.kind !== before.kind) throw invalid('kind', 'fixed', 'What a deadline is counted by stays. Add another one.');
    return this.write(id, version, { ...(await this.rowOf(input, before.legalCaseId, await this.extensions(id))), ...this.settledAs(before) });
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(Deadline, id); return true; }

  /** A named person has read the law and says which day it is: the day counted, or another. It holds from then on; what was counted stays beside it. */
  async confirm(id: string, version: number, { on, source }: ConfirmDeadline): Promise<Deadline> {
    const before = await this.must(id);
    if (before.status === 'met' || before.status === 'moot') throw invalid('on', 'settled', 'This deadline is settled. Open it again to confirm a day.');
    if (before.critical && before.writtenById === (await this.db.who())) throw invalid('confirmedBy', 'own_work', 'A second person confirms a critical date: somebody who did not count it.');
    const hour = before.computed.cutOff?.slice(11, 16);
    const asked = { order: source, by: hour && hour !== '23:59' ? `${on}T${hour}` : on };
    const firm = count({ kind: 'manual', ruleId: null, calendarId: before.calendarId, triggerOn: '', triggerBasis: null, triggerConfirmed: true, asked, zone: before.zone }, [], await this.law.inForce());
    return this.write(id, version, { confirmedOn: on, confirmedSource: source, workingOn: firm.workingDate, latestOn: on, cutOff: firm.cutOff === null ? null : new Date(firm.cutOff), status: this.extended(before) ? 'extended' : 'open', recounted: null });
  }

  /** A court gave more time: its order beats the rule, and both stay (invariant 14). */
  async extend(id: string, version: number, { order, on = null, until = null, periodN = null, periodUnit = null, decisionId = null, reason = null }: ExtendDeadline): Promise<Deadline> {
    const before = await this.must(id);
    if (before.version !== version) throw new AppError('STALE');
    await this.db.add(DeadlineExtension, { legalCaseId: before.legalCaseId, deadlineId: id, order, on, until, periodN, periodUnit, decisionId, reason });
    return this.recount(before);
  }
  async removeExtension(id: string): Promise<Deadline> {
    const there = await this.db.one(DeadlineExtension, id);
    if (!there) throw new AppError('NOT_FOUND');
    await this.db.remove(DeadlineExtension, id);
    return this.recount(await this.must(there.deadlineId));
  }

  /** Met on a day, also one that is long past; moot; or open again. Done too late stays missed, with the day it was done. */
  async settle(id: string, version: number, { outcome, on = null, note = null }: SettleDeadline): Promise<Deadline> {
    const before = await this.must(id);
    if (outcome === 'moot') return this.write(id, version, { status: 'moot', metOn: null, settledNote: note });
    if (outcome === 'open') return this.write(id, version, { status: columnsOf(before.computed).status, metOn: null, settledNote: note });
    if (on && on.slice(0, 10) > this.clock.dayIn(before.zone)) throw invalid('on', 'in_the_future', 'That day has not come yet at the court.');
    return this.write(id, version, { metOn: on, settledNote: note, ...this.settledAs({ ...before, metOn: on }) });
  }
  /** Somebody of the team has seen what a new version of the law did to it. */
  seen(id: string, version: number): Promise<Deadline> { return this.write(id, version, { recounted: null }); }

  /** An event that deadlines run from has another day now. */
  async followEvent(eventId: string): Promise<void> {
    const event = await this.db.first(ProcEvent, 'id', eventId);
    for (const d of event ? await this.db.many(Deadline, 'triggerEventId', eventId) : []) {
      if (event && d.triggerOn !== event.on && d.status !== 'met' && d.status !== 'moot') await this.recount({ ...d, triggerOn: event.on });
    }
  }

  /** A proceeding goes on in another court: what was counted by the old court's calendar is counted by the new one's. Returns what there is to look at. */
  async followProceeding(proceedingId: string): Promise<MovedDeadline[]> {
    const p = await this.proceedings.must(proceedingId), court = await this.courts.byId(p.courtId), law = await this.law.inForce();
    const calendar = [court?.slug, court?.country].find((id) => id && law.calendars.has(id)) ?? null;
    const moved: MovedDeadline[] = [];
    for (const d of await this.db.many(Deadline, 'proceedingId', proceedingId, { createdAt: 'ASC', id: 'ASC' })) {
      if (d.status === 'met' || d.status === 'moot') continue;
      const rule = d.ruleId ? ruleById(d.ruleId, law) : undefined;
      const after = d.kind !== 'rule' && d.calendarId !== null && calendar !== null ? await this.recount({ ...d, calendarId: calendar, zone: p.timeZone }) : d;
      const otherRule = rule !== undefined && calendarIdOf(law, rule.id) !== calendar;
      if (otherRule || after.latestOn !== d.latestOn || after.workingOn !== d.workingOn || after.status !== d.status || after.zone !== d.zone) moved.push({ deadline: after, before: d.latestOn, after: after.latestOn, otherRule });
    }
    return moved;
  }

  private async recount(d: Deadline): Promise<Deadline> {
    const computed = columnsOf(count(d, await this.extensions(d.id), await this.law.inForce()));
    return this.write(d.id, d.version, { triggerOn: d.triggerOn, calendarId: d.calendarId, ...computed, ...this.settledAs({ ...d, ...computed } as Deadline) });
  }
  /** What was done keeps its standing against the day that holds now. */
  private settledAs({ status, metOn, latestOn, cutOff, zone }: Deadline): { status?: DeadlineState } {
    if (status === 'moot') return { status };
    if (metOn === null) return {};
    const done = metOn.includes('T') ? Temporal.PlainDateTime.from(metOn).toZonedDateTime(zone).toInstant().toString() : metOn;
    return { status: standingAt({ latestDate: latestOn, cutOff: cutOff?.toISOString() ?? null }, this.clock.now().toISOString(), done) === 'met' ? 'met' : 'missed' };
  }
  private async write(id: string, version: number, values: object): Promise<Deadline> {
    await this.db.change(Deadline, { id, version }, values as Partial<Deadline>);
    return this.must(id);
  }

  private async rowOf(question: ChangeDeadline, legalCaseId: string, extensions: readonly DeadlineExtension[]) {
    const law = await this.law.inForce();
    const rule = question.kind === 'rule' ? ruleById(question.ruleId ?? '', law) : undefined;
    const title = question.title ?? rule?.act ?? '';
    const { asked, basis } = await this.questionOf(question, legalCaseId, title);
    const computed = count(asked, extensions, law);
    const critical = alwaysCritical.has(computed.strictness) && question.kind === 'rule' ? true : (question.critical ?? question.kind !== 'manual');
    return {
      title, proceedingId: question.proceedingId ?? null, ruleId: asked.ruleId, calendarId: asked.calendarId, triggerOn: asked.triggerOn, triggerBasis: basis, triggerConfirmed: asked.triggerConfirmed,
      triggerEventId: question.triggerEventId ?? null, asked: asked.asked, critical, ownerId: question.ownerId ?? null, ...columnsOf(computed),
    } as Partial<Deadline>;
  }

  /** Fills in what the question leaves to the case: the day of its event, the zone of its proceeding, the calendar of its rule. */
  private async questionOf(question: DeadlineQuestion | ChangeDeadline, legalCaseId: string | null, title: string): Promise<{ asked: Question; basis: string | null }> {
    const { kind, triggerEventId, proceedingId, triggerConfirmed } = question;
    const event = triggerEventId ? await this.db.first(ProcEvent, 'id', triggerEventId) : undefined;
    if (triggerEventId && (!event || event.legalCaseId !== legalCaseId)) throw invalid('triggerEventId', 'unknown');
    const proceeding = proceedingId ? await this.proceedings.byId(proceedingId) : undefined;
    if (proceedingId && (!proceeding || proceeding.legalCaseId !== legalCaseId)) throw invalid('proceedingId', 'unknown');
    const law = await this.law.inForce();
    const rule = kind === 'rule' ? ruleById(question.ruleId ?? '', law) : undefined;
    if (kind === 'rule' && !rule) throw invalid('ruleId', 'unknown');
    const zone = rule?.forum.zone ?? question.zone ?? proceeding?.timeZone;
    if (!zone) throw invalid('zone', 'required');
    const basis = question.triggerBasis ?? null;
    return {
      basis,
      asked: {
        kind, ruleId: rule?.id ?? null, calendarId: rule ? calendarIdOf(law, rule.id) : (question.calendarId ?? null), triggerOn: question.triggerOn ?? event?.on ?? '', triggerBasis: basis,
        triggerConfirmed: triggerConfirmed ?? true, asked: askedOf(question as DeadlineQuestion, title), zone,
      },
    };
  }
}
