import { codesOf, comparisonLimbs, Limb, limbToFile, Scheme, treatmentToFile } from '@amparo/domain';
import { Injectable } from '@nestjs/common';
import { AppError } from '../platform/errors.ts';
import type { PrecedentFinding } from '../precedents/precedent-parts.entity.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import type { Comparison, ComparisonCell, Reliance } from './comparison.entity.ts';
import { questionOf } from './questions.ts';

export const mostColumns = 6;
/** Findings that answer the question. The others say that the court did not, or that nobody had to. */
const answers: readonly string[] = ['satisfied', 'partly', 'not_satisfied'];

@Injectable()
export class ComparisonService {
  constructor(private readonly precedents: PrecedentService, private readonly vocabulary: VocabularyService) {}

  /** Up to six records by legal test, oldest first. */
  async get(slugs: readonly string[], caseId: string | null = null): Promise<Comparison> {
    const asked = [...new Set(slugs)];
    if (asked.length > mostColumns) throw new AppError('INVALID', `Compare up to ${mostColumns} decisions at a time.`, { fields: [{ field: 'slugs', problem: 'too_many' }] });
    if (asked.some((s) => s.length > 200 || s.includes('\0'))) throw new AppError('INVALID', null, { fields: [{ field: 'slugs', problem: 'too_long' }] });
    const words = await this.vocabulary.words();
    const found = await Promise.all(asked.map((slug) => this.precedents.get(slug)));
    // a record without a date stands last
    const columns = found.filter((p) => p !== null).sort((a, b) => (a.decidedKey || '~').localeCompare(b.decidedKey || '~') || a.slug.localeCompare(b.slug));
    const findings = await Promise.all(columns.map((p) => this.precedents.findings(p.id)));
    const coded = new Set(findings.flat().map((f) => f.limb));
    const limbs = [...comparisonLimbs, ...codesOf(Limb).filter((l) => coded.has(l) && !comparisonLimbs.includes(l))];
    return {
      columns,
      rows: limbs.map((limb) => {
        const cells = columns.map((p, i): ComparisonCell => cellOf(p.slug, findings[i]?.find((f) => f.limb === limb)));
        return { limb, label: words.label(Scheme.tests, limbToFile(limb)), question: questionOf(limb), cells, differ: new Set(cells.flatMap((c) => (c.finding && answers.includes(c.finding) ? [c.finding] : []))).size > 1 };
      }),
      reliance: (await Promise.all(columns.map(async (to): Promise<Reliance[]> => (await this.precedents.cites(to.id)).filter((c) => columns.some((p) => p.slug === c.slug)).map((c) => ({
        from: c.slug, to: to.slug, treatment: c.treatment, label: words.label(Scheme.citationTreatments, treatmentToFile(c.treatment)), note: c.note, verified: c.verified,
      }))))).flat(),
      missing: asked.filter((_, i) => found[i] === null),
      caseId,
    };
  }
}

const cellOf = (slug: string, f: PrecedentFinding | undefined): ComparisonCell => (f ? { slug, finding: f.finding, note: f.note, reason: '' } : { slug, finding: null, note: null, reason: 'not_coded' });
