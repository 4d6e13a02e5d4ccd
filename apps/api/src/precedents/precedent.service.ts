import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Db } from '../platform/db.ts';
import { CitationRow, type Citation, PrecedentConcept, PrecedentFinding, PrecedentLink, PrecedentRight } from './precedent-parts.entity.ts';
import { Precedent, type PrecedentText, textColumns } from './precedent.entity.ts';
import { citationIsUnverified } from './unverified.ts';

const newestFirst = { decidedKey: 'DESC', id: 'DESC' } as const;

/** Reads records; siblings that ask in the same turn share one statement. */
@Injectable()
export class PrecedentService {
  constructor(private readonly db: Db) {}

  async get(slug: string): Promise<Precedent | null> { return (await this.bySlug(slug)) ?? null; }
  bySlug(slug: string): Promise<Precedent | undefined> {
    return this.db.first(Precedent, 'slug', slug);
  }
  byId(id: string): Promise<Precedent | undefined> {
    return this.db.first(Precedent, 'id', id);
  }
  /** These records in this order; ids that do not exist are left out. */
  async list(ids: readonly string[]): Promise<Precedent[]> {
    return (await Promise.all(ids.map((id) => this.byId(id)))).filter((p) => p !== undefined);
  }
  /** The part of a record that only its own page shows. */
  async whole(id: string): Promise<PrecedentText> {
    const found = await this.db.batch<string, PrecedentText>('precedent.text', id, async (ids) => {
      const rows = await (await this.db.repo(Precedent)).find({ select: Object.fromEntries(textColumns.map((c) => [c, true])), where: { id: In(ids) } });
      return new Map(rows.map((p) => [p.id, p]));
    });
    if (!found) throw new Error('a record without its text');
    return found;
  }
  ofCourt(courtId: string): Promise<Precedent[]> { return this.db.many(Precedent, 'courtId', courtId, newestFirst); }
  ofSystem(idSystemId: string): Promise<Precedent[]> { return this.db.many(Precedent, 'idSystemId', idSystemId, newestFirst); }

  /** How many records each court or system has, without reading them. */
  async count(column: 'court_id' | 'id_system_id', id: string): Promise<number> {
    return (await this.db.batch<string, number>(`precedent.count.${column}`, id, async (ids) => {
      const rows = await this.db.sql<{ id: string; n: number }>(`select ${column} as id, count(*)::int as n from app.precedent where ${column} = any($1) group by 1`, [ids]);
      return new Map(rows.map((r) => [r.id, r.n]));
    })) ?? 0;
  }

  findings(id: string): Promise<PrecedentFinding[]> { return this.db.many(PrecedentFinding, 'precedentId', id, { ordinal: 'ASC' }); }
  rights(id: string): Promise<PrecedentRight[]> { return this.db.many(PrecedentRight, 'precedentId', id, { ordinal: 'ASC' }); }
  links(id: string): Promise<PrecedentLink[]> { return this.db.many(PrecedentLink, 'precedentId', id, { ordinal: 'ASC' }); }
  async conceptIds(id: string, scheme: string): Promise<string[]> {
    return (await this.db.many(PrecedentConcept, 'precedentId', id, { scheme: 'ASC', ordinal: 'ASC' })).filter((c) => c.scheme === scheme).map((c) => c.concept);
  }

  citations(id: string): Promise<CitationRow[]> { return this.db.many(CitationRow, 'precedentId', id, { ordinal: 'ASC' }); }
  async cites(id: string): Promise<Citation[]> {
    const rows = await this.citations(id);
    if (!rows.length) return [];
    const { unverified } = await this.whole(id);
    return rows.map((c, index) => ({ treatment: c.treatment, note: c.note, slug: c.slug, verified: !citationIsUnverified(unverified, { index, slug: c.slug }) }));
  }

  /** Who relies on this record: whether that is verified is for the citing record to say. Oldest first. */
  async citedBy(slug: string): Promise<Citation[]> {
    interface Citing extends Omit<Citation, 'verified'> { target: string; ordinal: number; unverified: string[] }
    const rows = await this.db.batch<string, Citing[]>('precedent.citedBy', slug, async (slugs) => Map.groupBy(
      await this.db.sql<Citing>(
        `select c.target_slug as target, c.treatment, c.note, p.slug, p.unverified, c.ordinal
         from app.citation c join app.precedent p on p.id = c.precedent_id where c.target_slug = any($1) order by p.decided_key, p.slug, c.ordinal`, [slugs]),
      (r) => r.target));
    return (rows ?? []).map((r) => ({ treatment: r.treatment, note: r.note, slug: r.slug, verified: !citationIsUnverified(r.unverified, { index: r.ordinal, slug }) }));
  }
}
