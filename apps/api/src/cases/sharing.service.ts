import { type CaseLevel, levelNumber, type ShareLegalCase } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock.ts';
import { Db } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import type { CaseReader, LegalCase } from './legal-case.entity.ts';
import { LegalCaseService } from './legal-case.service.ts';

/** Who can read a case. The rules live in the database's functions; this says first whether there is a case at all. */
@Injectable()
export class SharingService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService, private readonly clock: Clock) {}

  async readers(id: string): Promise<CaseReader[]> {
    return (await this.db.batch<string, CaseReader[]>('case.readers', id, async (ids) => Map.groupBy(
      await this.db.sql<CaseReader & { of: string }>(
        `select c.id as of, r.kind, r.id, r.name, r.country, r.cap, r.agreement, r.agreement_on::text as "agreementOn", r.organisation_id as "organisationId"
         from unnest($1::uuid[]) c(id), lateral app.case_readers(c.id) r order by array_position(array['lead', 'organisation', 'person'], r.kind), r.name, r.id`, [ids]),
      (r) => r.of))) ?? [];
  }

  /** With each organisation goes the agreement on file, said now. */
  async share(id: string, { organisationIds, agreement, agreementOn, reason = null }: ShareLegalCase): Promise<LegalCase> {
    await this.cases.must(id);
    // Nowhere on earth has that day come yet: an agreement that nobody has signed is none.
    if (agreementOn > this.clock.dayIn('Pacific/Kiritimati')) throw new AppError('INVALID', null, { fields: [{ field: 'agreementOn', problem: 'in_the_future' }] });
    for (const organisation of organisationIds) await this.db.sql('select app.share_case($1, $2, $3, $4, $5)', [id, organisation, agreement, agreementOn, reason]);
    return this.cases.must(id);
  }
  async unshare(id: string, organisationId: string): Promise<LegalCase> {
    await this.cases.must(id);
    await this.db.sql('select app.unshare_case($1, $2)', [id, organisationId]);
    return this.cases.must(id);
  }
  async setLevel(id: string, level: CaseLevel, reason: string | null): Promise<LegalCase> {
    await this.cases.must(id);
    await this.db.sql('select app.set_case_level($1, $2::smallint, $3)', [id, levelNumber[level], reason]);
    return this.cases.must(id);
  }
  /** cap 0 takes the person out of the team. Who takes themselves out no longer reads the case: the answer is the case as it was. */
  async setMember(id: string, personId: string, cap: number): Promise<LegalCase> {
    const before = await this.cases.must(id);
    if (cap !== 0 && (cap & 1) === 0) throw new AppError('INVALID', null, { fields: [{ field: 'cap', problem: 'unknown_code' }] });
    await this.db.sql('select app.set_case_member($1, $2, $3::smallint)', [id, personId, cap]);
    return (await this.cases.byId(id)) ?? before;
  }
}
