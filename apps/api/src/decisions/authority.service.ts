import { type AuthorityFacts, type CourtRelation, type DecisionTreatmentInput, deriveAuthority, laterProceedings, type TreatmentFact, treatmentGaps, undecided } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LawService } from '../claims/law.service.ts';
import { Disposition } from '../claims/claim.entity.ts';
import type { Court } from '../courts/court.entity.ts';
import { CourtService } from '../courts/court.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { type Authority, type Decision, DecisionTreatment } from './decision.entity.ts';
import { DecisionService } from './decision.service.ts';

const rank: Readonly<Record<string, number>> = { first_instance: 0, appellate: 1, supreme: 2, constitutional: 2 };
const bodies = new Set(['regional', 'quasi_judicial']);

/** Standing of a decision as authority: from what became of its claims, and from what later decisions of the case said of it. */
@Injectable()
export class AuthorityService {
  constructor(private readonly db: Db, private readonly decisions: DecisionService, private readonly law: LawService, private readonly courts: CourtService) {}

  treatments(citedId: string): Promise<DecisionTreatment[]> { return this.db.many(DecisionTreatment, 'citedId', citedId, { createdAt: 'ASC', id: 'ASC' }); }
  dispositions(decisionId: string): Promise<Disposition[]> { return this.db.many(Disposition, 'decisionId', decisionId, { createdAt: 'ASC', id: 'ASC' }); }

  async of(decision: Decision): Promise<Authority> {
    const [law, own, treated, files] = await Promise.all([this.law.of(decision.legalCaseId), this.dispositions(decision.id), this.treatments(decision.id), this.decisions.proceedingIds(decision.id)]);
    const reversed = own.filter(({ id }) => law.dispositions.get(id)?.status === 'reversed').length;
    const above = new Set(files.flatMap((id) => laterProceedings(law.facts.links, id)));
    const underAppeal = law.facts.proceedings.some(({ id, status }) => above.has(id) && undecided.has(status ?? '') && status !== 'anticipated');
    const treatments = await Promise.all(treated.map((each) => this.fact(each)));
    const facts: AuthorityFacts = { treatments, underAppeal, claims: { reversed, standing: own.length - reversed } };
    const { status, steps } = deriveAuthority(facts);
    return { status, steps: steps.map(({ code, treatmentId = null, point = null }) => ({ code, treatmentId, point })) };
  }
  /** The court's power over the other, the opinion that speaks, and who has looked at it. */
  async fact({ id, treatment, point, pinpoint, citingId, citedId, opinionId, writtenById, reviewedById }: DecisionTreatment): Promise<TreatmentFact> {
    const opinion = (await this.decisions.opinions(citingId)).find((o) => o.id === opinionId);
    return { id, treatment, point, pinpoint, relation: await this.relation(citingId, citedId), byOpinion: opinion?.type ?? 'dissenting', reviewers: [writtenById, reviewedById].filter((p) => p !== null) };
  }
  private async relation(citingId: string, citedId: string): Promise<CourtRelation> {
    const [citing, cited] = await Promise.all([this.decisions.proceedings(citingId), this.decisions.proceedings(citedId)]);
    const [by, of] = [citing[0], cited[0]];
    if (!by || !of) return 'foreign';
    if (by.courtId === of.courtId) return 'same';
    const { facts } = await this.law.of(by.legalCaseId);
    if (cited.some(({ id }) => laterProceedings(facts.links, id).some((p) => citing.some((c) => c.id === p)))) return 'superior';
    return byCourts(await this.courts.byId(by.courtId), await this.courts.byId(of.courtId));
  }

  async addTreatment(input: DecisionTreatmentInput): Promise<DecisionTreatment> {
    const [citing, cited] = [await this.decisions.must(input.citingId), await this.decisions.must(input.citedId)];
    const fault = (field: string, problem: string) => new AppError('INVALID', null, { fields: [{ field, problem }] });
    if (citing.legalCaseId !== cited.legalCaseId) throw fault('citedId', 'unknown');
    if (!(await this.decisions.opinions(citing.id)).some(({ id }) => id === input.opinionId)) throw fault('opinionId', 'unknown');
    const gaps = treatmentGaps({ treatment: input.treatment, pinpoint: input.pinpoint ?? null, relation: await this.relation(citing.id, cited.id), reviewers: [] });
    if (gaps.includes('pinpoint')) throw fault('pinpoint', 'required');
    if (gaps.includes('court_with_power')) throw fault('treatment', 'no_power_over_it');
    const { point = null, pinpoint = null, ...rest } = input;
    return this.db.add(DecisionTreatment, { ...rest, point, pinpoint, legalCaseId: citing.legalCaseId });
  }
  /** A second person has read it; until then an overruling counts for nothing (domain invariant 10). */
  async review(id: string): Promise<DecisionTreatment> {
    const before = await this.db.one(DecisionTreatment, id);
    if (!before) throw new AppError('NOT_FOUND');
    if (before.reviewedById) throw new AppError('CONFLICT', 'Somebody has checked this already.', { fields: [{ field: 'reviewedBy', problem: 'checked_already' }] });
    if (before.writtenById === (await this.db.who())) throw new AppError('INVALID', 'Whoever checks is never who wrote. Ask a colleague on the team.', { fields: [{ field: 'reviewedBy', problem: 'own_treatment' }] });
    await this.db.sql('select app.review_treatment($1)', [id]);
    const after = await this.db.one(DecisionTreatment, id);
    if (!after?.reviewedById) throw new AppError('FORBIDDEN');
    return after;
  }
  async removeTreatment(id: string): Promise<boolean> { await this.db.remove(DecisionTreatment, id); return true; }
}

function byCourts(by: Court | undefined, of: Court | undefined): CourtRelation {
  if (!by || !of) return 'foreign';
  if (by.country !== of.country) return bodies.has(by.level) ? 'international' : 'foreign';
  return (rank[by.level] ?? 0) > (rank[of.level] ?? 0) ? 'superior' : 'inferior';
}
