import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db.ts';
import type { LegalCase } from './legal-case.entity.ts';
import { LegalCaseService } from './legal-case.service.ts';

/** Which readable cases touch a public record. For everybody else they do not exist, so the record's page stays as it is. */
@Injectable()
export class LibraryCasesService {
  constructor(private readonly db: Db, private readonly cases: LegalCaseService) {}

  ofCourt(id: string): Promise<LegalCase[]> { return this.through('court', id, 'select court_id as key, legal_case_id as id from app.proceeding where court_id = any($1)'); }
  ofSystem(id: string): Promise<LegalCase[]> { return this.through('system', id, 'select id_system_id as key, legal_case_id as id from app.case_system where id_system_id = any($1)'); }
  /** Cases with a claim on one of these rights, a harm of one of these kinds, or a link to a precedent of the page that is the same matter. */
  async ofConcepts(scheme: string, ids: readonly string[], precedentIds: readonly string[]): Promise<LegalCase[]> {
    const rows = await this.db.sql<{ id: string }>(
      `select legal_case_id as id from app.claim where $1 = 'rights' and right_concept = any($2)
       union select l.legal_case_id from app.harm h join app.harm_link l on l.harm_id = h.id where $1 = 'harms' and h.kind = any($2) and l.legal_case_id is not null
       union select legal_case_id from app.case_precedent where relation = 'same_matter' and precedent_id = any($3)`, [scheme, ids, precedentIds]);
    return this.cases.list(rows.map((r) => r.id));
  }
  private async through(name: string, key: string, text: string): Promise<LegalCase[]> {
    const rows = await this.db.batch<string, { id: string }[]>(`cases.of.${name}`, key, async (keys) => Map.groupBy(await this.db.sql<{ key: string; id: string }>(text, [keys]), (r) => r.key));
    return this.cases.list((rows ?? []).map((r) => r.id));
  }
}
