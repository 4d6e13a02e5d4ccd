import { Scheme } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { Db } from '../platform/db.ts';
import { cursorOf, readCursor } from '../platform/page-cursor.ts';
import { countryName } from '../precedents/country-name.ts';
import type { Facet } from '../vocabulary/concept.entity.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import type { HarmConnection, HarmFilterValues } from './harm.entity.ts';
import { HarmService } from './harm.service.ts';

type FacetName = 'kind' | 'country' | 'system' | 'sureness';

@Injectable()
export class HarmListService {
  constructor(private readonly db: Db, private readonly harms: HarmService, private readonly vocabulary: VocabularyService) {}

  /** Last changed first. */
  async page(first: number, after: string | null, filter: HarmFilterValues): Promise<HarmConnection> {
    const { all, params } = await this.conditions(filter);
    const mark = readCursor(after, 'timestamptz');
    const where = [...all(), ...(mark ? [`(h.updated_at, h.id) < ($${params.push(mark[0])}::timestamptz, $${params.push(mark[1])}::uuid)`] : [])];
    const rows = await this.db.sql<{ id: string; mark: string }>(`select h.id, h.updated_at::text as mark from app.harm h where ${where.join(' and ') || 'true'} order by h.updated_at desc, h.id desc limit $${params.push(first + 1)}`, params);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    const nodes = (await Promise.all(shown.map((r) => this.harms.byId(r.id)))).filter((h) => h !== undefined);
    return { nodes, filter, pageInfo: { endCursor: last ? cursorOf(last.mark, last.id) : null, hasNextPage: rows.length > first } };
  }
  async total(filter: HarmFilterValues): Promise<number> {
    const { all, params } = await this.conditions(filter);
    const [row] = await this.db.sql<{ n: number }>(`select count(*)::int as n from app.harm h where ${all().join(' and ') || 'true'}`, params);
    return row?.n ?? 0;
  }
  async facets(filter: HarmFilterValues): Promise<Facet[]> {
    const { all, params } = await this.conditions(filter);
    const count = (facet: FacetName, id: string, label = 'null') => `select '${facet}' as facet, ${id} as id, ${label} as label, count(*)::int as n from app.harm h left join app.id_system i on i.id = h.id_system_id
      where ${[...all(facet), `${id} is not null`].join(' and ')} group by 2, 3`;
    const rows = await this.db.sql<{ facet: FacetName; id: string; label: string | null; n: number }>([count('kind', 'h.kind'), count('country', 'h.country'), count('system', 'i.slug', 'i.name'), count('sureness', 'h.sureness')].join(' union all '), params);
    const words = await this.vocabulary.words();
    const label = { kind: (id: string) => words.label(Scheme.harms, id), country: (id: string) => countryName(id), system: (id: string) => id, sureness: (id: string) => id };
    return (['kind', 'country', 'system', 'sureness'] as const).map((name) => ({
      name, values: rows.filter((r) => r.facet === name).map((r) => ({ id: r.id, label: r.label ?? label[name](r.id), count: r.n })).sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)),
    }));
  }

  private async conditions({ text, kinds, countries, systems, sureness }: HarmFilterValues) {
    const params: unknown[] = [];
    const value = (v: unknown) => `$${params.push(v)}`;
    const words = await this.vocabulary.words();
    const always = (text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? (text ? [''] : [])).map((w) => `(h.summary ilike ${value(`%${w}%`)} or h.source ilike $${params.length} or h.district ilike $${params.length})`);
    const of: Partial<Record<FacetName, string>> = {};
    if (kinds?.length) of.kind = `h.kind = any(${value([...new Set(kinds.flatMap((k) => [...words.within(Scheme.harms, k)]))])}::text[])`;
    if (countries?.length) of.country = `h.country = any(${value(countries)}::text[])`;
    if (systems?.length) of.system = `h.id_system_id in (select id from app.id_system where slug = any(${value(systems)}::text[]))`;
    if (sureness?.length) of.sureness = `h.sureness = any(${value(sureness)}::text[])`;
    return { params, all: (except?: FacetName) => [...always, ...Object.entries(of).filter(([name]) => name !== except).map(([, c]) => c)] };
  }
}
