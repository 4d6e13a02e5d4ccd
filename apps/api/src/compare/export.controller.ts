import { type Limb, limbToFile, Scheme, stripLimbs } from '@amparo/domain';
import { comparisonCsv, handoutDocx, listCsv, type Pack, type PackLanguage, packWords, recordReference, slidesPptx } from '@amparo/exports';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CourtService } from '../courts/court.service.ts';
import { Db, locale } from '../platform/db.ts';
import { env, isLoopback } from '../platform/env.ts';
import { AppError, statusOf, toAppError } from '../platform/errors.ts';
import { languages } from '../platform/language.ts';
import { logFault } from '../platform/log.ts';
import { ZodPipe } from '../platform/zod.pipe.ts';
import { countryName } from '../precedents/country-name.ts';
import { ownLabels } from '../precedents/labels.ts';
import { precedentFilter } from '../precedents/precedent-filter.ts';
import { PrecedentListService } from '../precedents/precedent-list.service.ts';
import { PrecedentService } from '../precedents/precedent.service.ts';
import { VocabularyService } from '../vocabulary/vocabulary.service.ts';
import { mostColumns } from './comparison.service.ts';
import { PackService } from './pack.service.ts';
import { Public } from '../platform/needs-person.ts';

type Query = Record<string, string | string[] | undefined>;
const types = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};
/** Office files cost processor time and need no account: more at once than this wait for another try. */
const mostAtOnce = 4;

/** What leaves the product as a file: public records alone, the same for everybody, signed in or not. */
@Public()
@Controller('exports')
export class ExportController {
  private making = 0;
  constructor(
    private readonly packs: PackService, private readonly list: PrecedentListService, private readonly precedents: PrecedentService, private readonly courts: CourtService, private readonly vocabulary: VocabularyService, private readonly db: Db,
  ) {}

  @Get('comparison.csv') comparisonCsv(@Req() req: FastifyRequest, @Res() reply: FastifyReply) { return this.pack(req, reply, 'amparo-comparison.csv', types.csv, async (pack) => comparisonCsv(pack)); }
  @Get('handout.docx') handout(@Req() req: FastifyRequest, @Res() reply: FastifyReply) { return this.pack(req, reply, 'amparo-handout.docx', types.docx, handoutDocx); }
  @Get('slides.pptx') slides(@Req() req: FastifyRequest, @Res() reply: FastifyReply) { return this.pack(req, reply, 'amparo-slides.pptx', types.pptx, slidesPptx); }

  /** Every row of the list that this address shows, in its order. */
  @Get('precedents.csv')
  precedentsCsv(@Req() req: FastifyRequest, @Res() reply: FastifyReply) {
    return this.send(reply, 'amparo-precedents.csv', types.csv, () => this.db.as({ token: null }, () => this.table(req), false, languageIn(req)));
  }

  private pack(req: FastifyRequest, reply: FastifyReply, name: string, type: string, make: (pack: Pack) => Promise<Uint8Array>) {
    return this.send(reply, name, type, async () => {
      const slugs = all(req, 'c').flatMap((c) => c.split(',')).map((s) => s.trim()).filter(Boolean);
      if (!slugs.length) throw new AppError('INVALID', 'Choose the decisions first: ?c=slug,slug', { fields: [{ field: 'c', problem: 'required' }] });
      if (new Set(slugs).size > mostColumns) throw new AppError('INVALID', `Choose up to ${mostColumns} decisions.`, { fields: [{ field: 'c', problem: 'too_many' }] });
      if (this.making >= mostAtOnce) throw new AppError('TOO_MANY');
      this.making++;
      try {
        const pack = await this.packs.get(slugs, languageIn(req), libraryAddress(req));
        if (!pack) throw new AppError('NOT_FOUND');
        return await make(pack);
      } finally { this.making--; }
    });
  }

  private async send(reply: FastifyReply, name: string, type: string, make: () => Promise<Uint8Array>): Promise<void> {
    try {
      const bytes = await make();
      await reply.headers({ 'content-type': type, 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff', vary: 'cookie, accept-language' }).send(Buffer.from(bytes));
    } catch (e) {
      const fault = toAppError(e);
      await reply.code(statusOf[fault.code]).headers({ 'cache-control': 'no-store', ...(fault.code === 'TOO_MANY' ? { 'retry-after': '2' } : {}) })
        .send({ message: fault.message, ...fault.extensions, ...(fault.code === 'INTERNAL' ? { reference: logFault(fault.cause ?? fault) } : {}) });
    }
  }

  private async table(req: FastifyRequest): Promise<Uint8Array> {
    const one = (name: string) => all(req, name).at(-1);
    const many = (name: string) => { const found = all(req, name); return found.length ? found : null; };
    const year = (name: string) => { const n = Number(one(name)); return one(name) === undefined || !Number.isInteger(n) ? null : n; };
    const filter = new ZodPipe(precedentFilter).transform({
      text: one('q') ?? null, countries: many('country'), courtLevels: many('level'), harms: many('harm'), rights: many('right'), limb: one('test') ?? 'safeguards', findings: many('finding'), results: many('result'),
      features: many('feature'), systems: many('system'), courts: many('court'), fromYear: year('from'), toYear: year('to'), sort: one('sort') ?? null,
    });
    const [words, records] = await Promise.all([this.vocabulary.words(), this.list.ids(filter).then((ids) => this.precedents.list(ids))]);
    const rows = await Promise.all(records.map(async (record) => ({
      record, court: await this.courts.byId(record.courtId), text: await this.precedents.whole(record.id), findings: new Map((await this.precedents.findings(record.id)).map((f): [Limb, string] => [f.limb, f.finding])),
      harms: words.pick(Scheme.harms, await this.precedents.conceptIds(record.id, Scheme.harms)), rights: words.pick(Scheme.rights, (await this.precedents.rights(record.id)).map((r) => r.conceptId)),
    })));
    const head = packWords(languageIn(req)), own = ownLabels(), address = libraryAddress(req);
    const labels = (concepts: { scheme: string; id: string }[]) => [...new Set(concepts.map((c) => words.label(c.scheme, c.id)))].join('; ');
    return listCsv(rows, [
      { head: own['decision'] ?? '', value: (r) => r.record.shortName },
      { head: own['title'] ?? '', value: (r) => r.record.title },
      { head: head.country, value: (r) => r.record.respondentStates.map((c) => countryName(c)).join('; ') },
      { head: head.court, value: (r) => r.court?.name ?? r.record.courtName },
      { head: head.cite, value: (r) => [r.record.neutralCitation, ...r.text.otherCitations, r.record.docketNumber, r.record.ecli].filter(Boolean).join('; ') },
      { head: head.decided, value: (r) => r.record.decidedOn ?? '' },
      { head: `${head.result} (${head.asCoded})`, value: (r) => own[r.record.result] ?? r.record.result },
      { head: head.outcome, value: (r) => words.label(Scheme.outcomes, r.record.outcome) },
      ...stripLimbs.map(({ limb }) => ({ head: words.label(Scheme.tests, limbToFile(limb)), value: (r: (typeof rows)[number]) => own[r.findings.get(limb) ?? 'not_coded'] ?? '' })),
      { head: words.schemeLabel(Scheme.harms), value: (r) => labels(r.harms) },
      { head: words.schemeLabel(Scheme.rights), value: (r) => labels(r.rights) },
      { head: head.record, value: (r) => recordReference({ sourceUrlBase: address, words: head }, r.record).text },
      { head: head.level, value: () => head.referenceRecord },
    ]);
  }
}

/** The values of a parameter, written once or several times; a blank one is none. */
const all = (req: FastifyRequest, name: string): string[] => [(req.query as Query)[name] ?? []].flat().filter((v) => v.trim() !== '');

function languageIn(req: FastifyRequest): PackLanguage {
  const asked = all(req, 'lang').at(-1) ?? locale();
  return languages.find((l) => l === asked) ?? 'en';
}

/** Where others can read the records; null where the address leads to this machine alone, which is of no use on paper. A host header that is no host is not repeated. */
function libraryAddress(req: FastifyRequest): string | null {
  const { PUBLIC_URL } = env();
  const host = req.headers.host ?? '';
  const origin = PUBLIC_URL ?? (/^[\w.-]+(?::\d{1,5})?$|^\[[\da-f:]+\](?::\d{1,5})?$/iu.test(host) ? `http://${host}` : '');
  if (!URL.canParse(origin)) return null;
  const name = new URL(origin).hostname.replace(/^\[|\]$/gu, '');
  return isLoopback(name) || name === '0.0.0.0' || name.endsWith('.localhost') ? null : `${origin.replace(/\/+$/u, '')}/precedents`;
}
