import type { PartyInput } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { CaseParty, PartyName } from './case-party.entity.ts';

/** What the database keeps as the shown name of a sealed party; pages put their own words there. */
const sealedName = '[sealed]';

/** Parties of a case. A protected one has two names in two rows: what others read, and the true one for the team alone. */
@Injectable()
export class CasePartyService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService) {}
  ofCase(id: string): Promise<CaseParty[]> { return this.db.many(CaseParty, 'legalCaseId', id, { role: 'ASC', orderNo: 'ASC', createdAt: 'ASC', id: 'ASC' }); }
  async trueName(p: CaseParty): Promise<string | null> { return p.protection === 'none' ? null : ((await this.db.first(PartyName, 'id', p.id))?.name ?? null); }

  async add(legalCaseId: string, { protection, name, shownAs, ...input }: PartyInput): Promise<CaseParty> {
    await this.cases.must(legalCaseId);
    const kept = protection ?? 'none';
    const party = await this.db.add(CaseParty, { ...input, legalCaseId, protection: kept, name: shown(kept, name, shownAs) });
    if (kept !== 'none') await this.db.add(PartyName, { id: party.id, legalCaseId, name });
    return party;
  }
  /** Without a word about protection it stays as it is: a true name comes out only when somebody says so. */
  async change(id: string, version: number, { protection, name, shownAs, ...input }: PartyInput): Promise<CaseParty> {
    const before = await this.db.one(CaseParty, id);
    if (!before) throw new AppError('NOT_FOUND');
    const kept = protection ?? before.protection;
    const asBefore = kept === before.protection ? before.name : null;
    const party = await this.db.change(CaseParty, { id, version }, { ...input, protection: kept, name: shown(kept, name, shownAs ?? asBefore) });
    const there = await this.db.one(PartyName, id);
    if (kept === 'none') { if (there) await this.db.remove(PartyName, id); }
    else if (!there) await this.db.add(PartyName, { id, legalCaseId: before.legalCaseId, name });
    else if (there.name !== name) await this.db.change(PartyName, { id, version: there.version }, { name });
    return party;
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(CaseParty, id); return true; }
}

function shown(protection: string, name: string, shownAs: string | null | undefined): string {
  if (protection === 'none') return name;
  if (protection === 'sealed') return sealedName;
  if (!shownAs) throw new AppError('INVALID', null, { fields: [{ field: 'shownAs', problem: 'required' }] });
  return shownAs;
}
