import { Scheme } from '@amparo/domain';
import type { Words } from '../vocabulary/vocabulary.service.ts';
import type { PrecedentQuery } from './precedent-filter.ts';

/** What filters, facets and order of the library's list need of a record, and no more: this is held in memory for all of them. */
export interface CatalogueRow {
  id: string; slug: string; name: string; decidedKey: string; decided: string | null; states: string[]; courtLevel: string; court: string; systems: string[];
  result: string; features: string[]; concepts: Record<string, string[]>; findings: Record<string, string>;
}

export type CatalogueFilter = Omit<PrecedentQuery, 'text' | 'sort'>;
/** A facet counts what its own filter would leave if it alone were taken away. */
export interface Count { id: string; count: number }
export interface Counted { rows: CatalogueRow[]; facets: { name: FacetName; values: Count[] }[]; years: { year: number; count: number; matching: number }[] }
export type FacetName = 'country' | 'court_level' | 'harm' | 'right' | 'finding' | 'result' | 'feature';

/** The finding of a record on the chosen test; without a finding it is not coded yet, which is an answer of its own. */
export const notCoded = 'not_coded';
export const featureIds = ['compulsory_in_law', 'compulsory_in_fact', 'central_register', 'no_central_register'] as const;

export const yearOf = (row: Pick<CatalogueRow, 'decided'>): number | null => { const found = /\d{4}/u.exec(row.decided ?? ''); return found ? Number(found[0]) : null; };

const findingsOf = (row: CatalogueRow, limb: string | null | undefined): string[] => (limb ? [row.findings[limb] ?? notCoded] : [...new Set(Object.values(row.findings))]);

/** Filters, counts facets and years in one pass over the records held in memory. */
export function count(all: readonly CatalogueRow[], filter: CatalogueFilter, words: Words): Counted {
  const family = (scheme: string) => (id: string) => words.within(scheme, id);
  const facets: { name: FacetName; of: (r: CatalogueRow) => readonly string[]; chosen: readonly string[]; widen?: (id: string) => Set<string> }[] = [
    { name: 'country', of: (r) => r.states, chosen: filter.countries ?? [] },
    { name: 'court_level', of: (r) => [r.courtLevel], chosen: filter.courtLevels ?? [] },
    { name: 'harm', of: (r) => r.concepts[Scheme.harms] ?? [], chosen: filter.harms ?? [], widen: family(Scheme.harms) },
    { name: 'right', of: (r) => r.concepts[Scheme.rights] ?? [], chosen: filter.rights ?? [], widen: family(Scheme.rights) },
    { name: 'finding', of: (r) => findingsOf(r, filter.limb), chosen: filter.findings ?? [] },
    { name: 'result', of: (r) => [r.result], chosen: filter.results ?? [] },
    { name: 'feature', of: (r) => r.features, chosen: filter.features ?? [] },
  ];
  const accepted = facets.map(({ chosen, widen }) => (chosen.length ? new Set(chosen.flatMap((id) => (widen ? [...widen(id)] : [id]))) : null));
  const others = (r: CatalogueRow) => (!filter.courts?.length || filter.courts.includes(r.court)) && (!filter.systems?.length || r.systems.some((s) => filter.systems?.includes(s)));
  const inYears = (r: CatalogueRow) => {
    const year = yearOf(r);
    return (filter.fromYear == null || (year !== null && year >= filter.fromYear)) && (filter.toYear == null || (year !== null && year <= filter.toYear));
  };

  const rows: CatalogueRow[] = [];
  const leaving = facets.map((): CatalogueRow[] => []);
  const years = new Map<number, { count: number; matching: number }>();
  for (const row of all) {
    const missed = facets.flatMap((f, i) => { const want = accepted[i]; return want && !f.of(row).some((id) => want.has(id)) ? [i] : []; });
    const rest = others(row), timely = inYears(row), year = yearOf(row);
    if (year !== null) {
      const at = years.get(year) ?? { count: 0, matching: 0 };
      at.count++;
      if (rest && !missed.length) at.matching++;
      years.set(year, at);
    }
    if (!rest || !timely) continue;
    if (!missed.length) rows.push(row);
    leaving.forEach((list, i) => { if (missed.every((m) => m === i)) list.push(row); });
  }
  const coded = new Set(all.flatMap((r) => [...(r.concepts[Scheme.harms] ?? []), ...(r.concepts[Scheme.rights] ?? [])]));
  return {
    rows,
    facets: facets.map((f, i) => {
      const counts = new Map<string, number>(f.chosen.map((id) => [id, 0]));
      const shown = f.widen ? [...new Set([...coded, ...f.chosen])].map((id) => [id, f.widen?.(id) ?? new Set([id])] as const) : null;
      for (const row of leaving[i] ?? []) {
        const has = f.of(row);
        const counted = shown ? shown.filter(([, below]) => has.some((id) => below.has(id))).map(([id]) => id) : has;
        for (const id of counted) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      return { name: f.name, values: [...counts].map(([id, n]) => ({ id, count: n })).sort((a, b) => b.count - a.count) };
    }),
    years: [...years].map(([year, n]) => ({ year, ...n })).sort((a, b) => a.year - b.year),
  };
}
