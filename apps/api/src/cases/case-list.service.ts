import { CaseLevel, CaseResult, CaseStatus, codesOf, keyPatterns, levelNumber, levelOfNumber } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { ResultService } from '../claims/result.service.ts';
import { Db } from '../platform/db.ts';
import { cursorOf, readCursor } from '../platform/page-cursor.ts';
import { countryName } from '../precedents/country-name.ts';
import type { Facet } from '../vocabulary/concept.entity.ts';
import type { CaseConnection, CaseFilterValues } from './case-list.entity.ts';
import { LegalCase } from './legal-case.entity.ts';

type FacetName = 'country' | 'status' | 'level' | 'system' | 'result';
/** Conditions of a filter, each by itself, so that a facet can be counted without its own choice. */
interface Conditions { always: string[]; of: Partial<Record<FacetName, string>>; params: unknown[] }

const columns = `c.id, c.lead_organisation_id as "leadOrganisationId", c.level, c.title, c.short_name as "shortName", c.summary, c.goals, c.countries, c.status, c.archived_at as "archivedAt", c.demo,
  c.created_by as "createdById", c.code_name as "codeName", c.version, c.created_at as "createdAt", c.updated_at as "updatedAt"`;
/** Each order: what it sorts by, which way, the type its page mark is compared as, and what it is read from besides: once for all cases, not once for each. */
const orders = {
  updated: { key: 'c.updated_at', down: true, type: 'timestamptz', from: '' },
  name: { key: 'lower(coalesce(c.short_name, c.title))', down: false, type: 'text', from: '' },
  decided: { key: `coalesce(d.key, '')`, down: true, type: 'text', from: `left join (select legal_case_id, max(sort_key) as key from app.proc_event where type = 'judgment' and not planned group by 1) d on d.legal_case_id = c.id` },
  next: { key: `coalesce(d.key, '~')`, down: false, type: 'text', from: `left join (select legal_case_id, min(sort_key) as key from app.proc_event where planned and left(sort_key, 8) >= to_char(now(), 'YYYYMMDD') group by 1) d on d.legal_case_id = c.id` },
} as const;

/** Lists of cases: a page is one statement, counts are another. */
@Injectable()
export class CaseListService {
  constructor(private readonly db: Db, private readonly results: ResultService) {}

  async page(first: number, after: string | null, filter: CaseFilterValues): Promise<CaseConnection> {
    const { always, of, params } = await this.conditions(filter);
    const { key, down, type, from } = orders[filter.sort ?? 'updated'];
    const [where, values] = [[...always, ...Object.values(of)], [...params]];
    const mark = readCursor(after, type);
    if (mark) where.push(`(${key}, c.id) ${down ? '<' : '>'} ($${values.push(mark[0])}::${type}, $${values.push(mark[1])}::uuid)`);
    const way = down ? 'desc' : 'asc';
    const rows = await this.db.sql<Omit<LegalCase, 'level'> & { level: number; mark: string }>(
      `select ${columns}, ${key}::text as mark from app.legal_case c ${from} where ${where.join(' and ') || 'true'} order by ${key} ${way}, c.id ${way} limit $${values.push(first + 1)}`, values);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    const nodes = shown.map(({ mark: _, ...row }) => Object.assign(new LegalCase(), row, { level: levelOfNumber(row.level) }));
    return { nodes, filter, pageInfo: { endCursor: last ? cursorOf(last.mark, last.id) : null, hasNextPage: rows.length > first } };
  }

  async total(filter: CaseFilterValues): Promise<number> {
    const { always, of, params } = await this.conditions(filter);
    const [row] = await this.db.sql<{ n: number }>(`select count(*)::int as n from app.legal_case c where ${[...always, ...Object.values(of)].join(' and ') || 'true'}`, params);
    return row?.n ?? 0;
  }

  async facets(filter: CaseFilterValues): Promise<Facet[]> {
    const { always, of, params } = await this.conditions(filter);
    const from = (facet: FacetName, joined = '') => {
      const others = Object.entries(of).filter(([name]) => name !== facet).map(([, text]) => text);
      return `from app.legal_case c ${joined} where ${[...always, ...others].join(' and ') || 'true'}`;
    };
    const rows = await this.db.sql<{ facet: FacetName | 'all'; id: string; label: string | null; n: number }>([
      `select 'country' as facet, x as id, null as label, count(*)::int as n ${from('country', 'cross join unnest(c.countries) x')} group by 2`,
      `select 'status', c.status, null, count(*)::int ${from('status')} group by 2`,
      `select 'level', c.level::text, null, count(*)::int ${from('level')} group by 2`,
      `select 'system', i.slug, i.name, count(*)::int ${from('system', 'join app.case_system s on s.legal_case_id = c.id join app.id_system i on i.id = s.id_system_id')} group by 2, 3`,
      `select 'result', c.id::text, null, 1 ${from('result', 'join (select distinct legal_case_id from app.disposition) d on d.legal_case_id = c.id')}`,
      `select 'all', '', null, count(*)::int ${from('result')}`,
    ].join(' union all '), params);
    const found = Map.groupBy(rows, (r) => r.facet);
    const values = (name: FacetName) => (found.get(name) ?? []).map(({ id, label, n }) => ({ id, label: label ?? id, count: n }));
    const byCount = (a: { id: string; count: number }, b: { id: string; count: number }) => b.count - a.count || (a.id < b.id ? -1 : 1);
    const inOrder = (name: FacetName, codes: readonly string[]) => codes.flatMap((code) => values(name).filter((v) => v.id === code));
    return [
      { name: 'country', values: values('country').map((v) => ({ ...v, label: countryName(v.id) })).sort(byCount) },
      { name: 'status', values: inOrder('status', codesOf(CaseStatus)) },
      { name: 'result', values: await this.resultFacet((found.get('result') ?? []).map((r) => r.id), found.get('all')?.[0]?.n ?? 0) },
      { name: 'level', values: codesOf(CaseLevel).flatMap((code) => values('level').filter((v) => v.id === String(levelNumber[code])).map((v) => ({ ...v, id: code, label: code }))) },
      { name: 'system', values: values('system').sort(byCount) },
    ];
  }
  /** Cases on which nothing has been decided are pending; the others have the result derived from what was. */
  private async resultFacet(decided: string[], all: number) {
    const results = decided.length ? await this.results.among(decided) : new Map();
    const counts = new Map<CaseResult, number>([[CaseResult.pending, all - decided.length]]);
    for (const id of decided) { const { result } = results.get(id) ?? { result: CaseResult.pending }; counts.set(result, (counts.get(result) ?? 0) + 1); }
    return codesOf(CaseResult).filter((r) => counts.get(r)).map((r) => ({ id: r, label: r, count: counts.get(r) ?? 0 }));
  }

  private async conditions(filter: CaseFilterValues): Promise<Conditions> {
    const params: unknown[] = [];
    const value = (v: unknown) => `$${params.push(v)}`;
    const { text, countries, statuses, levels, systems, results, mine, archived } = filter;
    const always = [`c.archived_at is ${archived ? 'not null' : 'null'}`];
    if (mine) always.push('c.id in (select app.my_cases())');
    if (text) always.push(`(${textMatch(text, value)})`);
    const of: Conditions['of'] = {};
    if (countries?.length) of.country = `c.countries && ${value(countries)}::text[]`;
    if (statuses?.length) of.status = `c.status = any(${value(statuses)}::text[])`;
    if (levels?.length) of.level = `c.level = any(${value(levels.map((l) => levelNumber[l]))}::smallint[])`;
    if (systems?.length) of.system = `exists (select from app.case_system s join app.id_system i on i.id = s.id_system_id where s.legal_case_id = c.id and i.slug = any(${value(systems)}::text[]))`;
    if (results?.length) {
      const decided = [...(await this.results.decided())];
      const pending = results.includes(CaseResult.pending);
      const ids = decided.filter(([, { result }]) => (pending ? !results.includes(result) : results.includes(result))).map(([id]) => id);
      of.result = `c.id ${pending ? '<> all' : '= any'}(${value(ids)}::uuid[])`;
    }
    return { always, of, params };
  }
}

/** A number of a proceeding, however it is printed: by the key that libs/domain makes of it. */
export const numberMatch = (text: string, value: (v: unknown) => string): string => {
  const patterns = keyPatterns(text);
  return patterns.length ? `' ' || n.normalised || ' ' like all(${value(patterns)}::text[])` : 'false';
};
/** Words of the title, short name or summary, by their beginnings; or all parts of a number as it is written anywhere. */
export function textMatch(text: string, value: (v: unknown) => string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (!words.length) return 'false';
  const byWords = `select app.search_legal_case(to_tsquery('simple', ${value(words.map((w) => `${w}:*`).join(' & '))}))`;
  const number = numberMatch(text, value);
  // What has a digit in it finds few: both sets are made first. A plain word may find most cases: each case of the page is asked by itself.
  return /\d/.test(text) ? `c.id in (${byWords} union select n.legal_case_id from app.proceeding_identifier n where ${number})`
    : `c.id in (${byWords}) or exists (select from app.proceeding_identifier n where n.legal_case_id = c.id and ${number})`;
}
