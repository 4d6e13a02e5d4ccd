import { limbToFile, Scheme } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { Held } from '../library/held.ts';
import { Db, locale } from '../platform/db.ts';
import { AppError } from '../platform/errors.ts';
import { Events } from '../platform/events.ts';
import { limits } from '../platform/limits.ts';
import { type Words, VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { countryName } from './country-name.ts';
import { ownLabels, placeLabels } from './labels.ts';
import { passagesOf } from './passages.ts';
import { type CatalogueRow, count, type FacetName, featureIds, notCoded } from './precedent-catalogue.ts';
import type { PrecedentQuery, PrecedentSort } from './precedent-filter.ts';
import type { HitPassage, PrecedentConnection, PrecedentRow } from './precedent-list.entity.ts';
import { PrecedentService } from './precedent.service.ts';
import { type SoughtWord, textQuery } from './search-words.ts';

/** Above this many hits only the newest are ranked: ranking unpacks the text of every one. */
const ranked = 1000;
/** How many searches are kept until the next import: what they find is the same for everybody. */
const keptSearches = 200;
interface Found { ids: Set<string>; sought: SoughtWord[]; query: string; ranks: Map<string, number> }
interface Placed { row: CatalogueRow; key: string | number }

@Injectable()
export class PrecedentListService {
  private readonly catalogue: Held<CatalogueRow[]>;
  private found = new Map<string, Promise<Found | null>>();
  constructor(private readonly db: Db, events: Events, private readonly precedents: PrecedentService, private readonly vocabulary: VocabularyService) {
    this.catalogue = new Held(db, events, () => { this.found = new Map(); return this.readCatalogue(); });
  }

  /** One page of the records that fit, with what they say of the sought words, and the counts of every facet. */
  async page(first: number, after: string | null, filter: PrecedentQuery): Promise<PrecedentConnection> {
    if (!Number.isInteger(first) || first < 1 || first > limits.first) throw new AppError('INVALID', `Ask for 1 to ${limits.first} records at a time.`, { fields: [{ field: 'first', problem: 'out_of_range' }] });
    const words = await this.vocabulary.words();
    const { counted, placed, found } = await this.find(filter, words);
    const from = after === null ? 0 : placeAfter(placed, await this.catalogue.get(), after);
    const shown = placed.slice(from, from + first);
    const last = shown.at(-1);
    return {
      rows: (await this.precedents.list(shown.map(({ row }) => row.id))).map((precedent) => ({ precedent, sought: found?.sought ?? [] })),
      total: placed.length,
      facets: counted.facets.map(({ name, values }) => ({ name, values: values.map(({ id, count: n }) => ({ id, label: labelOf(name, id, words), count: n })) })),
      years: counted.years,
      pageInfo: { endCursor: last ? cursorOf(last) : null, hasNextPage: from + shown.length < placed.length },
    };
  }

  /** The ids of all records that fit, in the asked order: for tables that leave the product. */
  async ids(filter: PrecedentQuery): Promise<string[]> {
    return (await this.find(filter, await this.vocabulary.words())).placed.map(({ row }) => row.id);
  }

  private async find(filter: PrecedentQuery, words: Words) {
    const all = await this.catalogue.get();
    const found = await this.search(filter.text ?? '');
    const counted = count(all, filter, words);
    if (!found) return { counted, placed: await this.inOrder(counted.rows, filter.sort, null), found };
    const narrowed = count(all.filter((r) => found.ids.has(r.id)), filter, words);
    const grey = new Map(narrowed.years.map((y) => [y.year, y.matching]));
    narrowed.years = counted.years.map((y) => ({ ...y, matching: grey.get(y.year) ?? 0 }));
    return { counted: narrowed, placed: await this.inOrder(narrowed.rows, filter.sort, found), found };
  }

  private async inOrder(rows: CatalogueRow[], sort: PrecedentSort | null | undefined, found: Found | null): Promise<Placed[]> {
    const newest = rows.map((row) => ({ row, key: row.decidedKey as string | number })).sort((a, b) => compare(b.key, a.key) || compare(a.row.slug, b.row.slug));
    const by = sort ?? (found ? 'best' : 'newest');
    if (by === 'name') return rows.map((row) => ({ row, key: row.name })).sort((a, b) => a.key.localeCompare(b.key, locale()) || compare(a.row.slug, b.row.slug));
    // a record without a date is last either way
    if (by === 'oldest') return newest.map(({ row }) => ({ row, key: row.decidedKey || '~' })).sort((a, b) => compare(a.key, b.key) || compare(a.row.slug, b.row.slug));
    if (by === 'newest' || !found) return newest;
    const rank = found.ranks.size || !rows.length ? found.ranks : await this.ranks(newest.slice(0, ranked).map(({ row }) => row.id), found.query);
    return newest.map(({ row }) => ({ row, key: rank.get(row.id) ?? 0 })).sort((a, b) => Number(b.key) - Number(a.key)); // stable: the newest first among equals
  }

  private async ranks(ids: readonly string[], query: string): Promise<Map<string, number>> {
    const ranks = await this.db.sql<{ id: string; rank: number }>(`select id, ts_rank('{0.05, 0.2, 0.4, 1}', tsv, $2::tsquery) as rank from app.precedent where id = any($1)`, [ids, query]);
    return new Map(ranks.map((r) => [r.id, r.rank]));
  }

  /** The records that have every word, and how the words look to the index. Without a word there is nothing to search. Kept as long as the catalogue. */
  private search(text: string): Promise<Found | null> {
    const { found } = this;
    const known = found.get(text);
    if (known) return known;
    const searching = this.db.as({ token: null }, () => this.ask(text));
    if (found.size >= keptSearches) found.clear();
    found.set(text, searching);
    searching.then((r) => { if (r && !r.ranks.size) found.delete(text); }, () => found.delete(text)); // a long list is found again each time
    return searching;
  }
  private async ask(text: string): Promise<Found | null> {
    const asked = textQuery(text);
    if (!asked) return null;
    const [r] = await this.db.sql<{ query: string; ids: string[]; stems: (string[] | null)[] | null }>(
      `with w as (select to_tsquery('english', $1) as stemmed, to_tsquery('simple', $1) as plain),
         q as (select case when numnode(stemmed) = 0 then plain else stemmed || plain end || coalesce(to_tsquery('simple', $2), '') as query from w)
       select query::text, array(select app.search_precedent(query)) as ids,
         array(select coalesce((ts_lexize('english_stem', word))[1], '') from unnest($3::text[]) with ordinality u(word, n) order by n) as stems from q`,
      [asked.all, asked.squashed, asked.words]);
    if (!r) return null;
    const stems = (r.stems ?? []) as unknown as string[];
    const ranks = r.ids.length > ranked ? new Map<string, number>() : await this.ranks(r.ids, r.query);
    return { query: r.query, ids: new Set(r.ids), ranks, sought: asked.words.map((word, i) => ({ word, stem: stems[i] ?? '', last: i === asked.words.length - 1 })).filter((s) => s.stem || asked.words.length === 1) };
  }

  /** What a record says of the sought words. */
  async passages({ precedent, sought }: PrecedentRow): Promise<HitPassage[]> {
    if (!sought.length) return [];
    const [text, findings, words] = await Promise.all([this.precedents.whole(precedent.id), this.precedents.findings(precedent.id), this.vocabulary.words()]);
    return passagesOf(precedent, text, findings, sought).map((p) => ({ ...p, placeLabel: p.place.startsWith('finding:') ? words.label(Scheme.tests, limbToFile(p.place.slice(8) as never)) : (placeLabels()[p.place] ?? p.place) }));
  }

  private async readCatalogue(): Promise<CatalogueRow[]> {
    interface Raw { id: string; slug: string; name: string; decidedKey: string; decided: string | null; states: string[]; courtLevel: string; court: string; system: { system: string | null; biometrics: string[]; mandatory: string; centralised: boolean | null }; result: string; concepts: [string, string][]; findings: [string, string][] }
    const rows = await this.db.sql<Raw>(
      `select p.id, p.slug, p.short_name as name, p.decided_key as "decidedKey", p.decided_edtf as decided, p.respondent_states as states, p.court_level as "courtLevel", c.slug as court, p.id_system as system, p.result,
         coalesce((select json_agg(json_build_array(t.scheme, t.concept) order by t.ordinal) from (select scheme, concept, ordinal from app.precedent_concept where precedent_id = p.id
           union all select scheme, concept, ordinal from app.precedent_right where precedent_id = p.id) t), '[]') as concepts,
         coalesce((select json_agg(json_build_array(f.limb, f.finding) order by f.ordinal) from app.precedent_finding f where f.precedent_id = p.id), '[]') as findings
       from app.precedent p join app.court c on c.id = p.court_id`);
    return rows.map(({ system, concepts, findings, ...r }) => ({
      ...r, systems: system.system === null ? [] : [system.system], findings: Object.fromEntries(findings),
      concepts: Object.fromEntries([...Map.groupBy(concepts, ([scheme]) => scheme)].map(([scheme, pairs]) => [scheme, [...new Set(pairs.map(([, id]) => id))]])),
      features: [
        ...(system.mandatory === 'in_law' ? ['compulsory_in_law'] : []), ...(system.mandatory === 'de_facto' ? ['compulsory_in_fact'] : []),
        ...(system.centralised === null ? [] : [system.centralised ? 'central_register' : 'no_central_register']), ...system.biometrics,
      ],
    }));
  }
}

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** A cursor says where the page ended by value, so that a record imported meanwhile moves nothing. */
const cursorOf = ({ row, key }: Placed): string => Buffer.from(JSON.stringify([key, row.slug])).toString('base64url');
function placeAfter(placed: readonly Placed[], known: readonly CatalogueRow[], cursor: string): number {
  let at: unknown;
  try { at = JSON.parse(Buffer.from(cursor, 'base64url').toString()); } catch { at = null; }
  const [key, slug] = (Array.isArray(at) && at.length === 2 ? at : []) as [string | number | undefined, unknown];
  const same = placed.findIndex(({ row }) => row.slug === slug);
  const sort = placed[0] ? typeof placed[0].key : typeof key;
  if (key === undefined || typeof key !== sort || !/^(?:string|number)$/.test(sort) || !known.some((row) => row.slug === slug) || (same >= 0 && placed[same]?.key !== key))
    throw new AppError('INVALID', 'This page mark is not one of ours. Start again from the first page.', { fields: [{ field: 'after', problem: 'malformed' }] });
  if (same >= 0) return same + 1;
  const falling = compare(placed[0]?.key ?? '', placed.at(-1)?.key ?? '') > 0; // the record has left the list: go on behind its place
  const next = placed.findIndex((p) => (falling ? compare(p.key, key) < 0 : compare(p.key, key) > 0));
  return next < 0 ? placed.length : next;
}

function labelOf(facet: FacetName, id: string, words: Words): string {
  const scheme = { country: Scheme.bodies, court_level: Scheme.courtLevels, harm: Scheme.harms, right: Scheme.rights, finding: Scheme.findings, result: '', feature: Scheme.biometricTypes }[facet];
  const own = ownLabels();
  if (facet === 'country') return words.concept(scheme, id) ? words.label(scheme, id) : countryName(id);
  if (facet === 'result' || id === notCoded || (featureIds as readonly string[]).includes(id)) return own[id] ?? id;
  return facet === 'finding' ? (own[id] ?? words.label(scheme, id)) : words.label(scheme, id);
}
