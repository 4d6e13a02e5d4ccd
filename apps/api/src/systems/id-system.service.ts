import { Scheme } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db.ts';
import type { Concept } from '../vocabulary/concept.entity.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { IdSystem } from './id-system.entity.ts';

@Injectable()
export class IdSystemService {
  constructor(private readonly db: Db, private readonly vocabulary: VocabularyService) {}
  async list(): Promise<IdSystem[]> { return (await this.db.repo(IdSystem)).find({ order: { country: 'ASC', ordinal: 'ASC' } }); }
  async get(slug: string): Promise<IdSystem | null> { return (await this.bySlug(slug)) ?? null; }
  bySlug(slug: string): Promise<IdSystem | undefined> {
    return this.db.first(IdSystem, 'slug', slug);
  }

  /**
   * The kinds of harm that no record of the library on this system speaks of: a whole family where none of it was, else each kind by itself.
   * It says what the library knows, not that nobody ever went to court over it.
   */
  async neverLitigated(idSystemId: string): Promise<Concept[]> {
    const words = await this.vocabulary.words();
    const litigated = await this.db.batch<string, Set<string>>('system.harms', idSystemId, async (ids) => {
      const rows = await this.db.sql<{ id: string; harms: string[] }>(
        `select p.id_system_id as id, array_agg(distinct c.concept) as harms from app.precedent p join app.precedent_concept c on c.precedent_id = p.id and c.scheme = 'harms'
         where p.id_system_id = any($1) group by 1`, [ids]);
      return new Map(rows.map((r) => [r.id, new Set(r.harms)]));
    });
    const never = new Set(words.concepts(Scheme.harms).filter((h) => ![...words.within(Scheme.harms, h.id)].some((id) => litigated?.has(id))).map(({ id }) => id));
    return words.concepts(Scheme.harms).filter(({ id, broader }) => never.has(id) && !(broader !== null && never.has(broader)));
  }
}
