import { deriveResult, type ResultFacts, resultStepText } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db.ts';
import type { DerivedResult } from './claim.entity.ts';

const none: ResultFacts = { claims: [], dispositions: [], proceedings: [], links: [] };
/** All that the law of case `k` follows from, as the reader may see it: lineage of claims, whose file each is, and what kind of decision ruled. */
export const factColumns = `
  (select coalesce(json_agg(json_build_object('id', id, 'lineageOfId', lineage_of_id, 'proceedingId', proceeding_id) order by ordinal, created_at, id), '[]') from app.claim where legal_case_id = k.id) as claims,
  (select coalesce(json_agg(json_build_object('id', x.id, 'claimId', x.claim_id, 'proceedingId', x.proceeding_id, 'code', x.code, 'favours', x.favours, 'decidedOn', x.decided_edtf, 'decisionKind', d.kind) order by x.id), '[]')
    from app.disposition x left join app.decision d on d.id = x.decision_id where x.legal_case_id = k.id) as dispositions,
  (select coalesce(json_agg(json_build_object('id', id, 'status', status, 'ordinal', ordinal) order by ordinal, created_at, id), '[]') from app.proceeding where legal_case_id = k.id) as proceedings,
  (select coalesce(json_agg(json_build_object('fromId', from_id, 'toId', to_id, 'type', type) order by id), '[]') from app.proceeding_link where legal_case_id = k.id) as links`;
const facts = (cases: string) => `select k.id, ${factColumns} from ${cases} k(id)`;

/** The result of a case: derived on reading, so that it cannot contradict what it comes from (decision 0003). */
@Injectable()
export class ResultService {
  constructor(private readonly db: Db) {}

  async of(id: string): Promise<DerivedResult> {
    return (await this.db.batch<string, DerivedResult>('case.result', id, (ids) => this.among(ids))) ?? shown(none);
  }
  /** The results of these cases, as far as they may be read. */
  among(ids: readonly string[]): Promise<Map<string, DerivedResult>> { return this.derive(facts('unnest($1::uuid[])'), [ids]); }
  /** The results of all readable cases on which anything has been decided; every other case is pending. */
  decided(): Promise<Map<string, DerivedResult>> { return this.derive(facts('(select distinct legal_case_id from app.disposition)'), []); }

  private async derive(text: string, params: unknown[]): Promise<Map<string, DerivedResult>> {
    return new Map((await this.db.sql<ResultFacts & { id: string }>(text, params)).map((r) => [r.id, shown(r)]));
  }
}

function shown(known: ResultFacts): DerivedResult {
  const { result, decidedOn, steps } = deriveResult(known);
  return { result, decidedOn, steps: steps.map((s) => ({ code: s.code, text: resultStepText(s), claimId: s.claimId ?? null, proceedingId: s.proceedingId ?? null })) };
}
