import { canRecord, type Choice, choices, type Move, type MoveStageInput, pathTo, standing, stageEntryFaults, suggestion, suggestStatus, type Track } from '@amparo/domain/procedures';
import { Injectable } from '@nestjs/common';
import type { ProcEvent } from '../events/proc-event.entity.ts';
import { ProcEventService } from '../events/proc-event.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { idOfSent, printOfSent } from '../platform/sent-once.ts';
import { Proceeding } from '../proceedings/proceeding.entity.ts';
import { ProceedingService } from '../proceedings/proceeding.service.ts';
import { ProcedureService } from './procedure.service.ts';
import { StageEntry, stored } from './stage-entry.entity.ts';

/** What of a status a stage may set: a settlement, a transfer or a consolidation says more than the stage does. */
const ofStages: ReadonlySet<string> = new Set(['anticipated', 'active', 'reserved', 'decided', 'final', 'reopened']);
type New = Pick<StageEntry, 'stage'> & Partial<Pick<StageEntry, 'id' | 'kind' | 'variant' | 'on' | 'basis' | 'eventId' | 'note' | 'sent'>>;

/** Stages of a proceeding: suggested by events, chosen by people, judged by its procedure (domain 2.4), and added to, never changed. */
@Injectable()
export class StageService {
  constructor(private readonly db: Db, private readonly proceedings: ProceedingService, private readonly events: ProcEventService, private readonly procedures: ProcedureService) {}

  async entries(proceedingId: string): Promise<StageEntry[]> { return this.db.many(StageEntry, 'proceedingId', proceedingId, { seq: 'ASC' }); }
  /** In the order of their days, and what was undone beside what stands; answers of "not now" are no stages. */
  async history(proceedingId: string): Promise<StageEntry[]> {
    const all = await this.entries(proceedingId);
    const held = standing(all.map(stored)).flatMap(({ id }) => all.find((e) => e.id === id) ?? []);
    const undone = all.filter((e) => (e.kind === 'moved' || e.kind === 'accepted') && !held.includes(e));
    return [...held, ...undone];
  }
  async undoneBy(entry: StageEntry): Promise<StageEntry | undefined> { return (await this.entries(entry.proceedingId)).find((e) => e.undoesId === entry.id); }
  /** Where it stands: the last entry that holds. */
  async stage(p: Proceeding): Promise<string | null> { return standing((await this.entries(p.id)).map(stored)).at(-1)?.stage ?? null; }
  async choices(p: Proceeding): Promise<{ track: Track; choices: Choice[] } | undefined> {
    const track = await this.procedures.of(p);
    return track && { track, choices: choices(track, (await this.entries(p.id)).map(stored)) };
  }
  async suggestion(p: Proceeding) {
    const track = await this.procedures.of(p);
    if (!track) return undefined;
    const [entries, all] = await Promise.all([this.entries(p.id), this.events.ofCase(p.legalCaseId, 200)]);
    const found = suggestion(track, entries.map(stored), all.filter((e) => e.proceedingId === p.id).map((event) => ({ ...event, event, at: event.createdAt.toISOString() })));
    return found && { track, event: found.event.event, ...found.suggested };
  }
  /** As the record says, or, until somebody answers, as the latest event suggests. */
  async statusNow(p: Proceeding): Promise<string> { return ofStages.has(p.status) ? ((await this.suggestion(p))?.status ?? p.status) : p.status; }

  /** A person says where the matter stands. The same key with the same content is one entry. */
  async move({ id: key, proceedingId, stage, variant = null, on, basis, eventId, note = null, through, after }: MoveStageInput): Promise<Proceeding> {
    const { p, track, entries } = await this.open(proceedingId);
    const id = key ? idOfSent((await this.db.who()) ?? '', proceedingId, key) : undefined;
    const sent = key ? printOfSent(key, { stage, variant, on, basis, eventId, note, through }) : null;
    if (id && entries.some((e) => e.id === id)) {
      const [row] = await this.db.sql<{ sent: string }>('select sent from app.stage_entry where id = $1', [id]);
      if (row?.sent !== sent) throw new AppError('CONFLICT', 'This key has been used for another stage.', { fields: [{ field: 'id', problem: 'taken' }] });
      return p;
    }
    if (after && standing(entries.map(stored)).at(-1)?.id !== after) throw new AppError('STALE', null, { current: p });
    const event = eventId ? await this.eventOf(p, eventId) : undefined;
    // Whoever may read the case reads its stages: what only the team may know proves none.
    if (event?.teamOnly) throw invalid('eventId', 'team_only');
    const faults = stageEntryFaults(track, { stage, variant });
    if (faults.length) throw new AppError('INVALID', null, { fields: faults.map(({ field, reason }) => ({ field, problem: reason })) });
    const way = standing(entries.map(stored)).map((e) => e.stage);
    const over = through ? (pathTo(track, way, stage) ?? []) : [];
    await this.record(p, track, entries, [...over.map((each) => ({ stage: each })), { stage, variant, on: on ?? event?.on ?? null, basis: basis ?? (event?.basis as string | null | undefined) ?? null, eventId: event?.id ?? null, note, sent, ...(id ? { id } : {}) }]);
    return this.proceedings.must(proceedingId);
  }

  /** Accepts what an event suggests, or puts it off. Only the stage that the person saw is written. */
  async answer(eventId: string, stage: string, accept: boolean): Promise<Proceeding> {
    const event = await this.events.byId(eventId);
    if (!event) throw new AppError('NOT_FOUND');
    if (!event.proceedingId) throw invalid('eventId', 'unknown');
    const { p, track, entries } = await this.open(event.proceedingId);
    if (entries.some((e) => e.eventId === eventId && e.stage === stage && e.kind === (accept ? 'accepted' : 'not_now') && !entries.some(({ undoesId }) => undoesId === e.id))) return p; // sent twice
    const found = await this.suggestion(p);
    if (found?.event.id !== eventId || found.stage !== stage) throw new AppError('STALE', 'What this event suggests is another by now. Look again.', { current: p });
    if (!accept) await this.db.add(StageEntry, { legalCaseId: p.legalCaseId, proceedingId: p.id, kind: 'not_now', stage, eventId });
    else await this.record(p, track, entries, [...found.skips.map((each) => ({ stage: each })), { stage, kind: 'accepted', on: event.on, basis: event.basis, eventId }], event);
    return this.proceedings.must(p.id);
  }

  /** Undoes an entry, and what was recorded along with it for want of a day. The entries themselves stay. */
  async undo(entryId: string): Promise<Proceeding> {
    const entry = await this.db.one(StageEntry, entryId);
    if (!entry) throw new AppError('NOT_FOUND');
    const { p, track, entries } = await this.open(entry.proceedingId);
    if (entry.kind === 'undone' || entries.some(({ undoesId }) => undoesId === entryId)) throw new AppError('CONFLICT', 'This has been undone already.', { fields: [{ field: 'id', problem: 'undone_already' }] });
    const along = entries.filter((e) => e.id !== entryId && e.kind === 'moved' && !e.on && !e.eventId && e.createdAt.getTime() === entry.createdAt.getTime() && e.seq < entry.seq && !entries.some(({ undoesId }) => undoesId === e.id));
    for (const { id, stage } of [entry, ...along]) await this.db.add(StageEntry, { legalCaseId: p.legalCaseId, proceedingId: p.id, kind: 'undone', stage, undoesId: id });
    const last = standing((await this.entries(p.id)).map(stored)).at(-1);
    if (p.status === suggestStatus(track, entry.stage)) await this.setStatus(p, last ? suggestStatus(track, last.stage) : 'active');
    return this.proceedings.must(p.id);
  }

  /** The proceeding under a lock, so that two moves at once are judged one after the other. */
  private async open(proceedingId: string): Promise<{ p: Proceeding; track: Track; entries: StageEntry[] }> {
    await this.db.sql('select id from app.proceeding where id = $1 for no key update', [proceedingId]);
    const p = await this.proceedings.must(proceedingId);
    const track = await this.procedures.of(p);
    if (!track) throw invalid('stage', 'no_procedure', 'No procedure is known for this proceeding. Choose one first.');
    return { p, track, entries: await this.entries(proceedingId) };
  }
  private async eventOf(p: Proceeding, id: string): Promise<ProcEvent> {
    const event = await this.events.byId(id);
    if (!event || event.legalCaseId !== p.legalCaseId || (event.proceedingId ?? p.id) !== p.id) throw invalid('eventId', 'unknown');
    return event;
  }
  private async record(p: Proceeding, track: Track, before: readonly StageEntry[], added: readonly New[], event?: ProcEvent): Promise<void> {
    const entries = before.map(stored);
    for (const [n, entry] of added.entries()) {
      refuseMove(track, canRecord(track, entries, { stage: entry.stage, fromOn: entry.on }));
      const made = await this.db.add(StageEntry, { kind: 'moved', ...entry, legalCaseId: p.legalCaseId, proceedingId: p.id });
      entries.push(stored({ ...made, seq: made.seq ?? (before.at(-1)?.seq ?? 0) + n + 1 }));
    }
    const last = standing(entries).at(-1);
    if (last) await this.setStatus(p, suggestStatus(track, last.stage, event));
  }
  private async setStatus(p: Proceeding, status: string): Promise<void> {
    if (status !== p.status && ofStages.has(p.status)) await this.db.change(Proceeding, p, { status });
  }
}

const invalid = (field: string, problem: string, words: string | null = null) => new AppError('INVALID', words, { fields: [{ field, problem }] });
/** An illegal move names the legal ones. @throws AppError INVALID, field `stage`, problem `stage_` and why */
function refuseMove(track: Track, move: Move): void {
  if (move.allowed) return;
  const said = (codes: readonly string[]) => codes.map((code) => code.replaceAll('_', ' ')).join(', ');
  const may = move.why === 'not_the_start' ? [move.start] : move.why === 'skips' ? move.over : move.why === 'not_from_here' ? move.may : [];
  const words = {
    unknown_stage: `${track.name} has no such stage.`, not_the_start: `Nothing is on record yet; the matter begins with: ${said(may)}.`, already_there: 'The matter is there already.',
    ended: 'Nothing follows the stage it is in.', skips: `These come first: ${said(may)}. They can be recorded with the day not known.`, not_from_here: `From here the matter can go to: ${said(may)}.`,
  }[move.why];
  throw new AppError('INVALID', words, { fields: [{ field: 'stage', problem: `stage_${move.why}`, ...(may.length ? { may: [...may] } : {}) }] });
}
