import { levelOfNumber, Scheme } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { numberMatch, textMatch } from '../cases/case-list.service.ts';
import { Db, hasPerson } from '../platform/db.ts';
import { countryName } from '../precedents/country-name.ts';
import { inLanguage, VocabularyService } from '../vocabulary/vocabulary.service.ts';
import type { SearchHit } from './search-hit.entity.ts';

const conceptPages = [[Scheme.harms, '/harm-types/'], [Scheme.rights, '/rights/']] as const;

/** The palette: names of what one may read. */
@Injectable()
export class SearchService {
  constructor(private readonly db: Db, private readonly vocabulary: VocabularyService) {}

  /** Each kind gets its share, so that many hits of one do not hide the others. */
  async find(text: string, first: number): Promise<SearchHit[]> {
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (!words.length) return [];
    const kinds = [...(await this.cases(text, words, first)), await this.records(words, first), await this.concepts(words)];
    const share = Math.max(1, Math.ceil(first / kinds.filter((k) => k.length).length));
    const fair = kinds.flatMap((k) => k.slice(0, share));
    return [...fair, ...kinds.flatMap((k) => k.slice(share))].slice(0, first);
  }

  /** Cases, and where a number is asked for the decisions that carry it: a joined judgment is found by the number of each of its files. */
  private async cases(text: string, words: readonly string[], first: number): Promise<SearchHit[][]> {
    if (!hasPerson()) return [[], []];
    const params: unknown[] = [];
    const value = (v: unknown) => `$${params.push(v)}`;
    const cases = `(select 'case' as kind, c.id, c.id as of, c.title, c.short_name as short, c.level, (select n.value from app.proceeding_identifier n where n.legal_case_id = c.id order by n.preferred desc, n.created_at, n.id limit 1) as number
       from app.legal_case c where ${textMatch(text, value)} order by c.archived_at is not null, c.updated_at desc, c.id limit ${value(first)})`;
    const decisions = () => `(select 'decision', d.id, c.id, coalesce(d.title, c.title), d.title, c.level, n.value
       from (select distinct on (x.decision_id) x.decision_id, n.value from app.proceeding_identifier n join app.decision_proceeding x on x.proceeding_id = n.proceeding_id
         where ${numberMatch(text, value)} order by x.decision_id, n.preferred desc, n.created_at, n.id) n
       join app.decision d on d.id = n.decision_id join app.legal_case c on c.id = d.legal_case_id order by d.sort_key desc, d.id limit ${value(first)})`;
    const rows = await this.db.sql<{ kind: string; id: string; of: string; title: string; short: string | null; level: number; number: string | null }>(/\d/.test(text) ? `${cases} union all ${decisions()}` : cases, params);
    const hits = rows.map((r): SearchHit => ({
      kind: r.kind, id: r.id, title: r.short ?? r.title, hint: r.number ?? (r.short ? r.title : null), url: `/cases/${r.of}${r.kind === 'decision' ? `/decisions#decision-${r.id}` : ''}`, level: levelOfNumber(r.level),
    }));
    return [hits.filter(({ kind }) => kind === 'case'), hits.filter(({ kind }) => kind === 'decision')];
  }

  private async records(words: readonly string[], first: number): Promise<SearchHit[]> {
    const rows = await this.db.sql<{ kind: string; slug: string; title: string; country: string }>(
      `select * from (select 'precedent' as kind, slug, short_name as title, country, short_name || ' ' || title || ' ' || coalesce(neutral_citation, '') || ' ' || coalesce(docket_number, '') as words, 1 as n from app.precedent
         union all select 'court', slug, name, country, name || ' ' || name_local, 2 from app.court
         union all select 'system', slug, name, country, name || ' ' || name_local || ' ' || coalesce(identifier, ''), 3 from app.id_system) s
       where words ilike all($1) order by n, title, slug limit $2`, [words.map((w) => `%${w}%`), first]);
    const paths: Record<string, string> = { precedent: '/precedents/', court: '/courts/', system: '/systems/' };
    return rows.map((r) => ({ kind: r.kind, id: r.slug, title: r.title, hint: countryName(r.country), url: `${paths[r.kind]}${r.slug}`, level: null }));
  }

  private async concepts(words: readonly string[]): Promise<SearchHit[]> {
    const all = await this.vocabulary.words();
    return conceptPages.flatMap(([scheme, path]) => all.concepts(scheme)
      .map((c) => ({ kind: 'concept', id: c.id, title: inLanguage(c.labels), hint: inLanguage(all.schemes.find((s) => s.id === scheme)?.labels ?? {}) || null, url: `${path}${c.id}`, level: null }))
      .filter((hit) => words.every((w) => hit.title.toLowerCase().includes(w))));
  }
}
