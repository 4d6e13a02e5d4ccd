import type { PartyInput } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Db } from '../platform/db.ts';
import { CaseParty } from './case-party.entity.ts';

@Injectable()
export class CasePartyService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService) {}
  ofCase(id: string): Promise<CaseParty[]> { return this.db.many(CaseParty, 'legalCaseId', id, { role: 'ASC', orderNo: 'ASC', createdAt: 'ASC', id: 'ASC' }); }
  async add(legalCaseId: string, { protection, ...input }: PartyInput): Promise<CaseParty> {
    await this.cases.must(legalCaseId);
    return this.db.add(CaseParty, { ...input, legalCaseId, protection: protection ?? 'none' });
  }
  change(id: string, version: number, { protection, ...input }: PartyInput): Promise<CaseParty> {
    return this.db.change(CaseParty, { id, version }, { ...input, ...(protection ? { protection } : {}) });
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(CaseParty, id); return true; }
}
