import { type ClaimInput, type DispositionInput, type FindingInput, Scheme } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { ProceedingService } from '../proceedings/proceeding.service.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { Claim, Disposition, Finding } from './claim.entity.ts';

const inOrder = { ordinal: 'ASC', createdAt: 'ASC', id: 'ASC' } as const;
const oldestFirst = { createdAt: 'ASC', id: 'ASC' } as const;

/** Claims, what became of them, and which tests the State met. */
@Injectable()
export class ClaimService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly proceedings: ProceedingService, private readonly vocabulary: VocabularyService) {}

  byId(id: string): Promise<Claim | undefined> {
    return this.db.first(Claim, 'id', id);
  }
  ofCase(id: string): Promise<Claim[]> { return this.db.many(Claim, 'legalCaseId', id, inOrder); }
  dispositions(claimId: string): Promise<Disposition[]> { return this.db.many(Disposition, 'claimId', claimId, oldestFirst); }
  findings(caseId: string): Promise<Finding[]> { return this.db.many(Finding, 'legalCaseId', caseId, oldestFirst); }

  async add(legalCaseId: string, { ordinal, ...input }: ClaimInput): Promise<Claim> {
    await this.cases.must(legalCaseId);
    await this.refuseUnknownRight(input.rightConcept);
    return this.db.add(Claim, { ...input, legalCaseId, ordinal: ordinal ?? (await this.ofCase(legalCaseId)).length });
  }
  async change(id: string, version: number, { ordinal, ...input }: ClaimInput): Promise<Claim> {
    if (input.lineageOfId === id) throw new AppError('INVALID', null, { fields: [{ field: 'lineageOfId', problem: 'unknown' }] });
    await this.refuseUnknownRight(input.rightConcept);
    return this.db.change(Claim, { id, version }, { ...input, ...(ordinal === null ? {} : { ordinal }) });
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(Claim, id); return true; }
  private async refuseUnknownRight(id: string | null | undefined): Promise<void> {
    if (id && !(await this.vocabulary.words()).concept(Scheme.rights, id)) throw new AppError('INVALID', null, { fields: [{ field: 'rightConcept', problem: 'unknown' }] });
  }

  /** One disposition for each claim in each proceeding: saying it again says it anew. */
  async setDisposition({ claimId, proceedingId, code, favours, decidedOn = null, note = null, pinpoint = null }: DispositionInput): Promise<Disposition> {
    const { legalCaseId } = await this.proceedings.must(proceedingId);
    const values = { code, favours, decidedOn, note, pinpoint };
    return this.set(Disposition, { claimId, proceedingId }, { legalCaseId, claimId, proceedingId, ...values }, values);
  }
  async removeDisposition(id: string): Promise<boolean> { await this.db.remove(Disposition, id); return true; }

  /** One finding for each test in each proceeding, of the whole or of one claim. */
  async setFinding({ proceedingId, claimId = null, limb, result, note = null, pinpoint = null, source = null }: FindingInput): Promise<Finding> {
    const { legalCaseId } = await this.proceedings.must(proceedingId);
    const values = { result, note, pinpoint, source };
    return this.set(Finding, { proceedingId, claimId: claimId ?? IsNull(), limb }, { legalCaseId, proceedingId, claimId, limb, ...values }, values);
  }
  async removeFinding(id: string): Promise<boolean> { await this.db.remove(Finding, id); return true; }

  private async set<T extends Disposition | Finding>(entity: new () => T, at: object, whole: object, values: object): Promise<T> {
    const there = await (await this.db.repo(entity)).findOneBy(at as never);
    return there ? this.db.change(entity, there, values as never) : this.db.add(entity, whole as never);
  }
}
