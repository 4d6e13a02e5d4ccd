import { type ChangeIdentifier, type IdentifierInput, type ProceedingInput, type ProceedingLinkInput, timeZoneOfCourt } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import type { Court } from '../courts/court.entity.ts';
import { CourtService } from '../courts/court.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { Proceeding, ProceedingIdentifier, ProceedingLink } from './proceeding.entity.ts';

@Injectable()
export class ProceedingService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly courts: CourtService) {}

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
    const { courtSlug, timeZone, ...rest } = input;
    const court = await this.court(courtSlug);
    const before = (await this.ofCase(legalCaseId)).at(-1)?.ordinal;
    const ordinal = input.ordinal ?? (before === undefined ? 0 : before + 1);
    return this.db.add(Proceeding, { ...given(rest), legalCaseId, courtId: court.id, timeZone: timeZone ?? this.zone(court), ordinal });
  }
  async change(id: string, version: number, input: ProceedingInput): Promise<Proceeding> {
    const before = await this.must(id);
    const { courtSlug, timeZone, matter, status, judges, ordinal, ...rest } = input;
    const court = await this.court(courtSlug);
    const moved = court.id !== before.courtId;
    return this.db.change(Proceeding, { id, version }, {
      ...rest, ...given({ matter, status, judges, ordinal }), courtId: court.id, ...(timeZone ? { timeZone } : moved ? { timeZone: this.zone(court) } : {}),
    });
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(Proceeding, id); return true; }

  async addIdentifier(proceedingId: string, input: IdentifierInput): Promise<ProceedingIdentifier> {
    const { legalCaseId } = await this.must(proceedingId);
    if (input.preferred) await this.onlyPreferred(proceedingId);
    return this.db.add(ProceedingIdentifier, { ...given(input), legalCaseId, proceedingId });
  }
  async changeIdentifier(id: string, version: number, { disputed, preferred, ...rest }: ChangeIdentifier): Promise<ProceedingIdentifier> {
    const before = await this.db.one(ProceedingIdentifier, id);
    if (!before) throw new AppError('NOT_FOUND');
    if (preferred && !before.preferred) await this.onlyPreferred(before.proceedingId);
    return this.db.change(ProceedingIdentifier, { id, version }, { ...rest, ...given({ disputed, preferred }) });
  }
  /** One number is the one people go by; the others stay and are found by search as before. */
  private async onlyPreferred(proceedingId: string): Promise<void> {
    await (await this.db.repo(ProceedingIdentifier)).update({ proceedingId, preferred: true }, { preferred: false });
  }

  async addLink(legalCaseId: string, { fromId, toId, type, on = null, note = null }: ProceedingLinkInput): Promise<ProceedingLink> {
    await this.cases.must(legalCaseId);
    return this.db.add(ProceedingLink, { legalCaseId, fromId, toId, type, on, note });
  }
  async removeLink(id: string): Promise<boolean> { await this.db.remove(ProceedingLink, id); return true; }

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
