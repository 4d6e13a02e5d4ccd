import { formatLegalDate, limbToFile, Scheme } from '@amparo/domain';
import { type Pack, type PackFinding, type PackLanguage, type PackPrecedent, packWords } from '@amparo/exports';
import { Injectable } from '@nestjs/common';
import { CourtService } from '../courts/court.service.ts';
import { Db } from '../platform/db.ts';
import { ownLabels } from '../precedents/labels.ts';
import type { PrecedentFinding } from '../precedents/precedent-parts.entity.ts';
import type { Precedent } from '../precedents/precedent.entity.ts';
import { countryName } from '../precedents/country-name.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { VocabularyService, type Words } from '../vocabulary/vocabulary.service.ts';
import { ComparisonService } from './comparison.service.ts';

/** The few words of a pack that depend on its content. The Arabic is a draft for a native-speaking lawyer to review. */
const sentences: Record<PackLanguage, { title(n: number): string; asOf(date: string): string; found: string; known: string }> = {
  en: { title: (n) => `How ${n} courts answered the same questions`, asOf: (d) => `Library as of ${d}`, found: 'seen in public material', known: 'known, not seen' },
  es: { title: (n) => `Cómo ${n} tribunales respondieron a las mismas preguntas`, asOf: (d) => `Biblioteca a fecha de ${d}`, found: 'visto en material público', known: 'conocido, no visto' },
  fr: { title: (n) => `Comment ${n} juridictions ont répondu aux mêmes questions`, asOf: (d) => `Bibliothèque au ${d}`, found: 'vu dans des documents publics', known: 'connu, non vu' },
  ar: { title: (n) => `كيف أجابت ${n} محاكم عن الأسئلة نفسها`, asOf: (d) => `المكتبة بتاريخ ${d}`, found: 'مرئي في مواد عامة', known: 'معروف، غير مرئي' },
};

/** `rights[1..2] (pleaded)` → `rights (pleaded)`: on paper a note names the field as people do; the record's page keeps its exact place. */
const fieldInWords = (note: string) => note.replace(/^([a-z]+(?:_[a-z]+)*)((?:\[[^\]]*\]|\.[a-z_]+)*)/u, (_, field: string) => field.replaceAll('_', ' '));
/** How notes name other records: `coe-s-and-marper-2008`. */
const slugInText = /\b[a-z]{2,4}(?:-[a-z0-9]+)+-\d{4}\b/gu;

/** Makes the pack of a comparison, from public records alone: always runs as the public, whoever asks. */
@Injectable()
export class PackService {
  constructor(
    private readonly db: Db, private readonly comparisons: ComparisonService, private readonly precedents: PrecedentService, private readonly courts: CourtService, private readonly vocabulary: VocabularyService,
  ) {}

  /** `missing`: asked for and not in the library. Nothing at all was found: null. */
  get(slugs: readonly string[], language: PackLanguage, sourceUrlBase: string | null): Promise<Pack | null> {
    return this.db.as({ token: null }, async () => {
      const comparison = await this.comparisons.get(slugs);
      if (!comparison.columns.length) return null;
      const [words, [library]] = await Promise.all([this.vocabulary.words(), this.db.sql<{ day: string }>("select to_char(max(imported_at) at time zone 'utc', 'YYYY-MM-DD') as day from app.precedent")]);
      const precedents = await Promise.all(comparison.columns.map((p) => this.precedent(p, words, language)));
      const [only] = precedents;
      return {
        title: only && precedents.length === 1 ? only.name : sentences[language].title(precedents.length),
        language, dir: language === 'ar' ? 'rtl' : 'ltr', recordLanguage: 'en', dateLine: sentences[language].asOf(formatLegalDate(library?.day ?? '', language)), made: {},
        precedents,
        comparison: { rows: comparison.rows.map(({ limb, label, question, differ, cells }) => ({ limb, label, question, differ, cells: cells.map(({ finding, note }) => ({ finding, findingLabel: labelOf(finding), note })) })) },
        words: packWords(language), sourceUrlBase,
      } satisfies Pack;
    }, false, language);
  }

  private async precedent(p: Precedent, words: Words, language: PackLanguage): Promise<PackPrecedent> {
    const [text, findings, court, links] = await Promise.all([this.precedents.whole(p.id), this.precedents.findings(p.id), this.courts.byId(p.courtId), this.precedents.links(p.id)]);
    const others = await Promise.all(links.map((l) => this.precedents.bySlug(l.slug)));
    const { found, known } = sentences[language];
    return {
      slug: p.slug, name: p.shortName, title: p.title, country: p.respondentStates.map((c) => countryName(c, language)).join(', '), court: court?.name ?? p.courtName,
      citations: [p.neutralCitation, ...text.otherCitations, p.docketNumber, p.ecli].filter((c) => c !== null),
      decided: p.decidedOn === null ? null : { edtf: p.decidedOn, text: formatLegalDate(p.decidedOn, language) },
      result: p.result, resultLabel: ownLabels()[p.result] ?? p.result, outcome: words.label(Scheme.outcomes, p.outcome), summary: text.summary, issues: text.issues,
      findings: findings.map((f) => findingOf(f, words)), remedies: text.remedies.map((r) => ({ label: words.label(Scheme.remedies, r.type), detail: r.detail ?? '' })),
      history: links.map((l, i) => `${words.label(Scheme.caseRelations, l.relation)}: ${others[i]?.shortName ?? l.slug}${l.note === null ? '' : ` (${l.note})`}`),
      sources: text.sources.map((s) => ({ ref: s.ref, basis: s.basis === 'found' ? found : s.basis === 'known' ? known : s.basis, note: s.note })), unverified: await Promise.all(text.unverified.map((note) => this.named(fieldInWords(note)))),
    };
  }

  /** A note with the short names of the records it speaks of. */
  private async named(note: string): Promise<string> {
    const names = new Map(await Promise.all([...new Set(note.match(slugInText) ?? [])].map(async (slug) => [slug, (await this.precedents.bySlug(slug))?.shortName] as const)));
    return note.replace(slugInText, (slug) => names.get(slug) ?? slug);
  }
}

const labelOf = (finding: string | null): string => (finding === null ? (ownLabels()['not_coded'] ?? '') : (ownLabels()[finding] ?? finding));
const findingOf = (f: PrecedentFinding, words: Words): PackFinding => ({ limb: f.limb, label: words.label(Scheme.tests, limbToFile(f.limb)), finding: f.finding, findingLabel: labelOf(f.finding), note: f.note });
