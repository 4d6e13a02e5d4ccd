import { type ChangeDisposition, type ClaimInput, claimsBefore, dayShown, dispositionFaults, type DispositionInput, type FindingInput, Scheme } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import type { Decision } from '../decisions/decision.entity.ts';
import { DecisionService } from '../decisions/decision.service.ts';
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
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly proceedings: ProceedingService, private readonly decisions: DecisionService, private readonly vocabulary: VocabularyService) {}

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

  /**
   * One disposition for each claim and decision; a second is refused. Without a decision there is one for each claim and proceeding: saying it
   * again says it anew, and it takes on the decision once that is on record.
   */
  async setDisposition({ claimId, proceedingId, decisionId = null, code, favours, decidedOn = null, note = null, pinpoint = null }: DispositionInput): Promise<Disposition> {
    const { legalCaseId } = await this.proceedings.must(proceedingId);
    const decision = await this.decisionOf(legalCaseId, decisionId);
    const there = (await this.dispositions(claimId)).filter((d) => d.proceedingId === proceedingId);
    const own = there.find((d) => d.decisionId === null) ?? (decision ? undefined : there[0]);
    if (!decision && there.length > 1) throw new AppError('CONFLICT', 'Several decisions ruled on this claim. Say which of them is meant.', { fields: [{ field: 'decisionId', problem: 'required' }] });
    const values = { code, favours, decidedOn: decidedOn ?? dayOf(decision), note, pinpoint };
    if (decision) await this.refuseDisposition(decision, { claimId, proceedingId, code, favours }, own?.id);
    if (own) return this.db.change(Disposition, own, { ...values, ...(decision ? { decisionId } : {}) });
    return this.db.add(Disposition, { legalCaseId, claimId, proceedingId, decisionId, ...values });
  }
  /** Changes the version that the person saw. */
  async changeDisposition(id: string, version: number, { decisionId, ...values }: ChangeDisposition): Promise<Disposition> {
    const before = await this.db.one(Disposition, id);
    if (!before) throw new AppError('NOT_FOUND');
    const decision = await this.decisionOf(before.legalCaseId, decisionId);
    if (decision) await this.refuseDisposition(decision, { ...before, ...values }, id);
    return this.db.change(Disposition, { id, version }, { ...values, ...(decisionId === undefined ? {} : { decisionId }) });
  }
  async removeDisposition(id: string): Promise<boolean> { await this.db.remove(Disposition, id); return true; }
  private async decisionOf(legalCaseId: string, id: string | null | undefined): Promise<Decision | null> {
    const decision = id ? await this.decisions.byId(id) : null;
    if (decision === undefined || (decision && decision.legalCaseId !== legalCaseId)) throw new AppError('INVALID', null, { fields: [{ field: 'decisionId', problem: 'unknown' }] });
    return decision;
  }
  private async refuseDisposition(decision: Decision, added: Pick<DispositionInput, 'claimId' | 'proceedingId' | 'code' | 'favours'>, but: string | undefined): Promise<void> {
    const { legalCaseId, id: decisionId, kind } = decision;
    const [proceedingIds, claims, links, existing] = await Promise.all([this.decisions.proceedingIds(decisionId), this.ofCase(legalCaseId), this.proceedings.linksRead(legalCaseId), this.dispositions(added.claimId)]);
    const before = claims.find(({ id }) => id === added.claimId)?.proceedingId ? { claimsBefore: claimsBefore(added.proceedingId, links, claims) } : {}; // a claim that is in no file yet may be decided in any
    const faults = dispositionFaults(existing.filter(({ id }) => id !== but) as never, { ...added, decisionId }, { kind, proceedingIds, ...before });
    if (!faults.length) return;
    const twice = faults.some(({ reason }) => reason === 'disposed_already');
    throw new AppError(twice ? 'CONFLICT' : 'INVALID', twice ? 'This decision has ruled on this claim already. Change that disposition, or remove it first.' : null, { fields: faults.map(({ field, reason }) => ({ field, problem: reason })) });
  }

  /** One finding for each test in each proceeding and opinion, of the whole or of one claim. */
  async setFinding({ proceedingId, decisionId = null, opinionId = null, claimId = null, limb, result, note = null, pinpoint = null, source = null }: FindingInput): Promise<Finding> {
    const { legalCaseId } = await this.proceedings.must(proceedingId);
    const decision = await this.decisionOf(legalCaseId, decisionId);
    const of = opinionId && decision ? (await this.decisions.opinions(decision.id)).find(({ id }) => id === opinionId) : undefined;
    if (opinionId && !of) throw new AppError('INVALID', null, { fields: [decision ? { field: 'opinionId', problem: 'unknown' } : { field: 'decisionId', problem: 'required' }] });
    if (decision && !(await this.decisions.proceedingIds(decision.id)).includes(proceedingId)) throw new AppError('INVALID', null, { fields: [{ field: 'proceedingId', problem: 'not_of_this_decision' }] });
    const there = (await this.findings(legalCaseId)).filter((f) => f.proceedingId === proceedingId && f.claimId === claimId && f.limb === limb);
    const own = there.find((f) => f.opinionId === opinionId) ?? (opinionId ? there.find((f) => f.opinionId === null) : there.length === 1 ? there[0] : undefined);
    const values = { result, note, pinpoint, source, ...(decision ? { decisionId } : {}), ...(opinionId ? { opinionId } : {}) };
    return own ? this.db.change(Finding, own, values) : this.db.add(Finding, { legalCaseId, proceedingId, claimId, limb, ...values });
  }
  async removeFinding(id: string): Promise<boolean> { await this.db.remove(Finding, id); return true; }
}

const dayOf = (decision: Decision | null): string | null => (decision ? (dayShown(decision.dates)?.on ?? null) : null);
