import { type DerivedFinding, type FindingFact, findingStatuses, type ResultFacts } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db.ts';
import { factColumns } from './result.service.ts';

/** What later courts did to the findings and dispositions of a case, and the facts it follows from. */
export interface Law { facts: ResultFacts; findings: Map<string, DerivedFinding>; dispositions: Map<string, DerivedFinding> }
type Row = Omit<ResultFacts, 'dispositions'> & { id: string; findings: FindingFact[]; dispositions: (ResultFacts['dispositions'][number] & { id: string })[] };
const none: Law = { facts: { claims: [], dispositions: [], proceedings: [], links: [] }, findings: new Map(), dispositions: new Map() };

/** The law of a case as it stands: derived on reading, court by court, so that it cannot contradict what it comes from (decision 0003). */
@Injectable()
export class LawService {
  constructor(private readonly db: Db) {}

  async of(legalCaseId: string): Promise<Law> {
    return (await this.db.batch<string, Law>('case.law', legalCaseId, async (ids) => new Map((await this.db.sql<Row>(
      `select k.id, ${factColumns}, (select coalesce(json_agg(json_build_object('id', f.id, 'claimId', f.claim_id, 'proceedingId', f.proceeding_id, 'limb', f.limb, 'result', f.result, 'opinionType', o.type) order by f.id), '[]')
         from app.finding f left join app.opinion o on o.id = f.opinion_id where f.legal_case_id = k.id) as findings from unnest($1::uuid[]) k(id)`, [ids])).map((row) => [row.id, derived(row)])))) ?? none;
  }
}

function derived({ findings, ...facts }: Row): Law {
  const byId = (list: DerivedFinding[]) => new Map(list.map((each) => [each.id, each]));
  // A disposition is looked at like a finding on the whole claim: what counts is how later courts ruled on that claim.
  const whole = facts.dispositions.map(({ id, claimId, proceedingId }): FindingFact => ({ id, claimId, proceedingId, limb: 'overall', result: 'not_addressed' }));
  return { facts, findings: byId(findingStatuses(facts, findings)), dispositions: byId(findingStatuses(facts, whole)) };
}
