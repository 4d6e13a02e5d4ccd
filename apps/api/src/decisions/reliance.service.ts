import { createHash } from 'node:crypto';
import { opinionAt, type RelianceInput } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { LegalCaseService } from '../cases/legal-case.service.ts';
import { Finding } from '../claims/claim.entity.ts';
import { LawService } from '../claims/law.service.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { Jobs } from '../platform/jobs.ts';
import { AuthorityService } from './authority.service.ts';
import { DecisionService } from './decision.service.ts';
import { Reliance } from './reliance.entity.ts';

/**
 * Who used this: the one general mechanism (domain invariant 7). Whatever builds on a finding, a decision or a precedent registers here. When the
 * law of a case changes, the database puts a job into the same transaction (0030, t_law_changed), and the job flags what was reversed.
 */
@Injectable()
export class RelianceService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly decisions: DecisionService, private readonly authority: AuthorityService, private readonly law: LawService, jobs: Jobs) {
    jobs.on<{ legalCaseId: string; token: string }>('review', ({ legalCaseId, token }) => this.db.as({ token: null, job: token }, () => this.flag(legalCaseId), true));
  }

  byId(id: string): Promise<Reliance | undefined> {
    return this.db.first(Reliance, 'id', id);
  }
  ofCase(id: string): Promise<Reliance[]> { return this.db.many(Reliance, 'legalCaseId', id, { createdAt: 'ASC', id: 'ASC' }); }
  /** What of one's own, or shared with one, builds on this. */
  usersOf(usedId: string): Promise<Reliance[]> { return this.db.many(Reliance, 'usedId', usedId, { createdAt: 'ASC', id: 'ASC' }); }
  finding(id: string): Promise<Finding | undefined> { return this.db.first(Finding, 'id', id); }

  async add(legalCaseId: string, { at, userId = null, ...input }: RelianceInput): Promise<Reliance> {
    await this.cases.must(legalCaseId);
    const finding = input.usedKind === 'finding' ? await this.finding(input.usedId) : undefined;
    const decisionId = input.usedKind === 'decision' ? input.usedId : finding?.decisionId;
    const opinions = decisionId ? await this.decisions.opinions(decisionId) : [];
    const opinion = at ? opinionAt(opinions, at) : opinions.find((o) => o.id === finding?.opinionId);
    return this.db.add(Reliance, { ...input, userId, legalCaseId, paragraph: at?.paragraph ?? null, page: at?.page ?? null, opinionType: opinion?.type ?? null });
  }
  async remove(id: string): Promise<boolean> { await this.db.remove(Reliance, id); return true; }
  /** "Looked at, and it holds." */
  async review(id: string): Promise<Reliance> {
    const before = await this.byId(id);
    if (!before) throw new AppError('NOT_FOUND');
    if (!(await this.cases.can(before.legalCaseId)).edit) throw new AppError('FORBIDDEN');
    await this.db.sql('select app.review_reliance($1)', [id]);
    return (await this.db.one(Reliance, id)) as Reliance;
  }

  /** Flags whoever relies on what later courts reversed. Calling it twice flags nothing twice: the cause is the same. */
  private async flag(legalCaseId: string): Promise<void> {
    const law = await this.law.of(legalCaseId);
    const findings = [...law.findings.values()].filter(({ status }) => status === 'reversed');
    if (findings.length) await this.flagAll('finding', findings.map((f) => [f.id, { code: 'finding_reversed', print: printOf(f.steps) }]));
    const touched: [string, object][] = [];
    for (const decision of await this.decisions.ofCase(legalCaseId)) {
      const { status, steps } = await this.authority.of(decision);
      if (status === 'reversed' || status === 'good_in_part' || status === 'overruled') touched.push([decision.id, { code: `decision_${status}`, print: printOf(steps) }]);
    }
    if (touched.length) await this.flagAll('decision', touched);
  }
  private flagAll(kind: 'finding' | 'decision', list: readonly (readonly [id: string, cause: object])[]): Promise<unknown> {
    return this.db.sql('select app.flag_reliance($1, $2, $3)', [kind, list.map(([id]) => id), list.map(([, cause]) => JSON.stringify(cause))]);
  }
}

/** Says nothing of the other case, only whether the reasons are still the same. */
const printOf = (steps: unknown): string => createHash('sha256').update(JSON.stringify(steps)).digest('base64url').slice(0, 16);
