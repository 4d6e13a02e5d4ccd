import { type ChangeIdentifier, type ChangeProceedingLink, type Fault, type IdentifierInput, inOrder, linkFaults, type LinkLike, numberKey, type ProceedingInput, type ProceedingLinkInput, timeZoneOfCourt, type TransferInput } from '@amparo/domain';
import { standing } from '@amparo/domain/procedures';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import type { Court } from '../courts/court.entity.ts';
import { CourtService } from '../courts/court.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { ProcedureService } from '../procedure/procedure.service.ts';
import { StageEntry, stored } from '../procedure/stage-entry.entity.ts';
import { Proceeding, ProceedingIdentifier, ProceedingLink, ProceedingLinkClaim } from './proceeding.entity.ts';

@Injectable()
export class ProceedingService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly courts: CourtService, private readonly procedures: ProcedureService) {}

  byId(id: string): Promise<Proceeding | undefined> {
    return this.db.first(Proceeding, 'id', id);
  }
  async must(id: string): Promise<Proceeding> {
    const found = await this.byId(id);
    if (!found) throw new AppError('NOT_FOUND');
    return found;
  }
  ofCase(id: string): Promise<Proceeding[]> { return this.db.many(Proceeding, 'legalCaseId', id, { ordinal: 'ASC', createdAt: 'ASC', id: 'ASC' }); }
  links(id: string): Promise<ProceedingLink[]> { return this.db.many(ProceedingLink, 'legalCaseId', id, { createdAt: 'ASC', id: 'ASC' }); }
  identifiers(id: string): Promise<ProceedingIdentifier[]> { return this.db.many(ProceedingIdentifier, 'proceedingId', id, { preferred: 'DESC', createdAt: 'ASC', id: 'ASC' }); }

  async add(legalCaseId: string, input: ProceedingInput): Promise<Proceeding> {
    await this.cases.must(legalCaseId);
    const { courtSlug, timeZone, template, stage, ...rest } = input;
    const court = await this.court(courtSlug);
    const follows = await this.procedures.chosen(template, court, input.matter);
    const track = await this.procedures.of(follows);
    if (stage && !track?.stages.some(({ code }) => code === stage)) throw new AppError('INVALID', null, { fields: [{ field: 'stage', problem: track ? 'not_of_this_procedure' : 'no_procedure' }] });
    const before = (await this.ofCase(legalCaseId)).at(-1)?.ordinal;
    const ordinal = input.ordinal ?? (before === undefined ? 0 : before + 1);
    const made = await this.db.add(Proceeding, { ...given(rest), ...follows, legalCaseId, courtId: court.id, timeZone: timeZone ?? this.zone(court), ordinal });
    if (stage) await this.db.add(StageEntry, { legalCaseId, proceedingId: made.id, kind: 'moved', stage }); // taken up where it stands
    return made;
  }
  async change(id: string, version: number, input: ProceedingInput): Promise<Proceeding> {
    const before = await this.must(id);
    const { courtSlug, timeZone, matter, status, judges, ordinal, template, stage, ...rest } = input;
    const court = await this.court(courtSlug);
    const moved = court.id !== before.courtId;
    const entries = standing((await this.db.many(StageEntry, 'proceedingId', id, { seq: 'ASC' })).map(stored));
    if (stage && stage !== entries.at(-1)?.stage) throw new AppError('INVALID', 'A stage is moved by itself, with its day and the event that proves it.', { fields: [{ field: 'stage', problem: 'moved_by_itself' }] });
    const follows = template === undefined || template === null ? {} : await this.procedures.chosen(template, court, matter, before);
    await this.refuseLost(entries, { ...before, ...follows });
    return this.db.change(Proceeding, { id, version }, {
      ...rest, ...follows, ...given({ matter, status, judges, ordinal }), courtId: court.id, ...(timeZone ? { timeZone } : moved ? { timeZone: this.zone(court) } : {}),
    });
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(Proceeding, id); return true; }

  async addIdentifier(proceedingId: string, input: IdentifierInput): Promise<ProceedingIdentifier> {
    const { legalCaseId } = await this.must(proceedingId);
    if (input.preferred) await this.onlyPreferred(proceedingId);
    return this.db.add(ProceedingIdentifier, { ...given(input), legalCaseId, proceedingId, normalised: numberKey(input.value) });
  }
  async changeIdentifier(id: string, version: number, { disputed, preferred, ...rest }: ChangeIdentifier): Promise<ProceedingIdentifier> {
    const before = await this.db.one(ProceedingIdentifier, id);
    if (!before) throw new AppError('NOT_FOUND');
    if (!inOrder(rest.validFrom === undefined ? before.validFrom : rest.validFrom, rest.validTo === undefined ? before.validTo : rest.validTo)) throw new AppError('INVALID', null, { fields: [{ field: 'validTo', problem: 'ends_before_start' }] });
    if (preferred && !before.preferred) await this.onlyPreferred(before.proceedingId);
    return this.db.change(ProceedingIdentifier, { id, version }, { ...rest, ...given({ disputed, preferred }) });
  }
  /** One number is the one people go by; the others stay and are found by search as before. */
  private async onlyPreferred(proceedingId: string): Promise<void> {
    await (await this.db.repo(ProceedingIdentifier)).update({ proceedingId, preferred: true }, { preferred: false });
  }

  /**
   * The same matter goes on in another court or division: the proceeding stays the one it was, so every link to it still resolves. Numbers in use
   * end that day and keep the court that gave them; a new one begins (scenario 12).
   */
  async transfer(id: string, version: number, { courtSlug, courtUnit = null, timeZone, on = null, number, numberType }: TransferInput): Promise<Proceeding> {
    const before = await this.must(id);
    const court = await this.court(courtSlug);
    if (court.id === before.courtId && courtUnit === before.courtUnit) refuse([{ field: 'courtSlug', reason: 'there_already' }]);
    const from = await this.courts.byId(before.courtId);
    const issuer = [from?.name, before.courtUnit].filter(Boolean).join(', ').slice(0, 200) || null;
    for (const n of await this.identifiers(id)) {
      if (!n.validTo && n.type !== 'citation') await this.db.change(ProceedingIdentifier, n, { issuer: n.issuer ?? issuer, ...(number ? { validTo: on } : {}) });
    }
    if (number) await this.addIdentifier(id, { type: numberType ?? 'petition', value: number, issuer: null, source: null, validFrom: on, validTo: null, preferred: true });
    return this.db.change(Proceeding, { id, version }, { courtId: court.id, courtUnit, timeZone: timeZone ?? (court.id === before.courtId ? before.timeZone : this.zone(court)) });
  }

  /** The claims a link carries; null: all that stand below. */
  async claimIds(link: ProceedingLink): Promise<string[] | null> { return link.carriesAll ? null : (await this.db.many(ProceedingLinkClaim, 'linkId', link.id, { createdAt: 'ASC', id: 'ASC' })).map(({ claimId }) => claimId); }
  /** The links of a case as the law reads them, with the claims they carry. */
  async linksRead(caseId: string): Promise<LinkLike[]> { return Promise.all((await this.links(caseId)).map(async (l) => ({ fromId: l.fromId, toId: l.toId, type: l.type, on: l.on, claimIds: await this.claimIds(l) }))); }

  /** Ties two proceedings, judged by the law of links: none to itself, no circle of appeals, no file in two heaps (invariants 2 and 26). */
  async addLink(legalCaseId: string, { fromId, toId, type, on = null, note = null, orderEventId = null, claimIds }: ProceedingLinkInput): Promise<ProceedingLink> {
    await this.cases.must(legalCaseId);
    await this.db.sql('select id from app.legal_case where id = $1 for no key update', [legalCaseId]); // two links at once could close a circle that neither sees
    const proceedings = await this.ofCase(legalCaseId);
    refuse((['fromId', 'toId'] as const).filter((end) => !proceedings.some(({ id }) => id === { fromId, toId }[end])).map((field) => ({ field, reason: 'unknown' })));
    refuse(linkFaults(await this.linksRead(legalCaseId), { fromId, toId, type, on, claimIds: claimIds ?? null }, { proceedings, claims: await this.claimsKnown(legalCaseId, claimIds) }));
    await this.refuseEvent(legalCaseId, orderEventId);
    const link = await this.db.add(ProceedingLink, { legalCaseId, fromId, toId, type, on, note, orderEventId, carriesAll: !claimIds?.length });
    for (const claimId of claimIds ?? []) await this.db.add(ProceedingLinkClaim, { legalCaseId, linkId: link.id, claimId });
    return link;
  }
  /** Mends what a link says of itself. Which claims it carries belongs to it: its version moves with them. */
  async changeLink(id: string, version: number, { on, note, orderEventId, claimIds }: ChangeProceedingLink): Promise<ProceedingLink> {
    const before = await this.db.one(ProceedingLink, id);
    if (!before) throw new AppError('NOT_FOUND');
    const known = await this.claimsKnown(before.legalCaseId, claimIds);
    refuse((claimIds ?? []).flatMap((claimId, n) => (known.some((claim) => claim.id === claimId) ? [] : [{ field: `claimIds[${n}]`, reason: 'unknown' }])));
    await this.refuseEvent(before.legalCaseId, orderEventId);
    const link = await this.db.change(ProceedingLink, { id, version }, { ...(on === undefined ? {} : { on }), ...(note === undefined ? {} : { note }), ...(orderEventId === undefined ? {} : { orderEventId }), carriesAll: claimIds === undefined ? before.carriesAll : !claimIds?.length });
    if (claimIds === undefined) return link;
    const there = await this.db.many(ProceedingLinkClaim, 'linkId', id);
    for (const row of there) if (!claimIds?.includes(row.claimId)) await this.db.remove(ProceedingLinkClaim, row.id);
    for (const claimId of claimIds ?? []) if (!there.some((row) => row.claimId === claimId)) await this.db.add(ProceedingLinkClaim, { legalCaseId: before.legalCaseId, linkId: id, claimId });
    return link;
  }
  private async claimsKnown(legalCaseId: string, wanted: readonly string[] | null | undefined): Promise<{ id: string }[]> {
    return wanted?.length ? this.db.sql('select id from app.claim where legal_case_id = $1 and id = any($2)', [legalCaseId, wanted]) : [];
  }
  private async refuseEvent(legalCaseId: string, id: string | null | undefined): Promise<void> {
    if (id && !(await this.db.sql('select id from app.proc_event where legal_case_id = $1 and id = $2', [legalCaseId, id])).length) refuse([{ field: 'orderEventId', reason: 'unknown' }]);
  }
  async removeLink(id: string): Promise<boolean> { await this.db.remove(ProceedingLink, id); return true; }

  /** A procedure that lacks a stage the proceeding went through would lose its history. */
  private async refuseLost(entries: readonly { stage: string }[], follows: Proceeding): Promise<void> {
    const track = await this.procedures.of(follows);
    const lost = entries.filter(({ stage }) => !track?.stages.some(({ code }) => code === stage));
    if (lost.length) throw new AppError('INVALID', `The proceeding has been in stages that this procedure does not have: ${lost.map(({ stage }) => stage.replaceAll('_', ' ')).join(', ')}. Undo them first.`, { fields: [{ field: 'template', problem: 'stages_lost' }] });
  }
  private async court(slug: string): Promise<Court> {
    const court = await this.courts.bySlug(slug);
    if (!court) throw new AppError('INVALID', null, { fields: [{ field: 'courtSlug', problem: 'unknown' }] });
    return court;
  }
  private zone(court: Court): string {
    const zone = timeZoneOfCourt(court);
    if (!zone) throw new AppError('INVALID', 'Say in which time zone this court sits.', { fields: [{ field: 'timeZone', problem: 'required' }] });
    return zone;
  }
}

/** Without the fields that were left out or emptied, where the column has a value of its own for that. */
const given = <T extends object>(input: T) => Object.fromEntries(Object.entries(input).filter(([, v]) => v !== null && v !== undefined)) as { [K in keyof T]?: NonNullable<T[K]> };

/** @throws AppError with every fault and its field; CONFLICT where the same is there already */
function refuse(faults: readonly Fault[]): void {
  if (faults.length) throw new AppError(faults.some(({ reason }) => reason === 'repeated') ? 'CONFLICT' : 'INVALID', null, { fields: faults.map(({ field, reason }) => ({ field, problem: reason })) });
}
