import { CaseResult, codesOf, Scheme } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Db } from '../platform/db.ts';
import { ownLabels } from '../precedents/labels.ts';
import { IdSystem } from '../systems/id-system.entity.ts';
import type { ConceptPage } from './concept-page.entity.ts';
import type { Concept, FacetValue } from './concept.entity.ts';
import { VocabularyService } from './vocabulary.service.ts';

/** Vocabularies whose concepts have a page of their own. */
const paged: readonly string[] = [Scheme.harms, Scheme.rights];

@Injectable()
export class ConceptPageService {
  constructor(private readonly db: Db, private readonly vocabulary: VocabularyService) {}

  async get(scheme: string, id: string): Promise<ConceptPage | null> {
    const words = await this.vocabulary.words();
    const concept = paged.includes(scheme) ? words.concept(scheme, id) : undefined;
    if (!concept) return null;
    const family = [...words.within(scheme, id)];
    const table = scheme === Scheme.rights ? 'precedent_right' : 'precedent_concept';
    const rows = await this.db.sql<{ id: string }>(
      `select p.id from app.precedent p where p.id in (select c.precedent_id from app.${table} c where c.scheme = $1 and c.concept = any($2)) order by p.decided_key desc, p.slug`, [scheme, family]);
    return { concept, family, precedentIds: rows.map((r) => r.id) };
  }

  /** Whom the records that speak of it name as affected, the most often named first. */
  async affectedGroups(page: ConceptPage): Promise<FacetValue[]> {
    const words = await this.vocabulary.words();
    const rows = await this.db.sql<{ id: string; n: number }>(
      `select concept as id, count(*)::int as n from app.precedent_concept where scheme = 'affected-groups' and precedent_id = any($1) group by 1 order by 2 desc, 1`, [page.precedentIds]);
    return rows.map((r) => ({ id: r.id, label: words.label(Scheme.affectedGroups, r.id), count: r.n }));
  }

  /** With what result, in the fixed order; a matter without a ruling on the merits stands apart and is neither won nor lost. */
  async results(page: ConceptPage): Promise<FacetValue[]> {
    const rows = await this.db.sql<{ id: CaseResult; n: number }>('select result as id, count(*)::int as n from app.precedent where id = any($1) group by 1', [page.precedentIds]);
    const counts = new Map(rows.map((r) => [r.id, r.n]));
    const labels = ownLabels();
    return codesOf(CaseResult).map((id) => ({ id, label: labels[id] ?? id, count: counts.get(id) ?? 0 }));
  }

  /** The systems those records are about. */
  async systems(page: ConceptPage): Promise<IdSystem[]> {
    const rows = await this.db.sql<{ id: string }>('select distinct id_system_id as id from app.precedent where id = any($1) and id_system_id is not null', [page.precedentIds]);
    return (await this.db.repo(IdSystem)).find({ where: { id: In(rows.map((r) => r.id)) }, order: { country: 'ASC', name: 'ASC' } });
  }

  /** What stands above it, below it and beside it. */
  async related({ concept }: ConceptPage): Promise<Concept[]> {
    const all = (await this.vocabulary.words()).concepts(concept.scheme);
    return all.filter((c) => c.id !== concept.id && (c.id === concept.broader || c.broader === concept.id || (concept.broader !== null && c.broader === concept.broader)));
  }
}
