import { z } from 'zod';
import { limbFromFile, limbsOfFiles, limbToFile, treatmentFromFile, treatmentsOfFiles, treatmentToFile } from './codes.ts';
import { isBodyCode, isIsoCountry } from './countries.ts';
import { fileLine, fileRecord, fileSlug, fileText, known, languageTag, listOf, type Read, readWith, type RefusedRecord, setOf, webAddress, type Extra } from './library-fields.ts';
import { fromParts, toParts } from './legal-date.ts';
import { resultOfRecord } from './result.ts';
import { FindingResult, Scheme, type CaseResult, type Limb, type Treatment } from './vocabulary.ts';

/** What the library already holds: a record may point only to what is there. */
export type Known = {
  has(scheme: string, conceptId: string): boolean;
  hasCourt(slug: string): boolean;
  hasSystem(slug: string): boolean;
  /** ISO 3166-1 alpha-2, a concept of `bodies`, or the code of a court that is there. */
  isCountry(code: string): boolean;
};

const issue = (ctx: z.RefinementCtx, message: string, path: (string | number)[] = [], params: { allowed?: readonly string[] } = {}) => {
  ctx.addIssue({ code: 'custom', message, path, params });
  return z.NEVER;
};

/** `{value, precision}` → EDTF. Fields beside the two are not known to us and stay in `extra`. */
const filePoint = fileRecord({ value: z.string(), precision: z.string() }).transform(({ value, precision, extra }, ctx) => {
  const edtf = fromParts(value, precision);
  if (edtf !== undefined) return { edtf, extra };
  return issue(ctx, dateFault(value), ['value']);
});
function dateFault(value: string): string {
  if (!/^\d{4}(?:-\d\d){0,2}$/u.test(value)) return 'not_a_date';
  return ['day', 'month', 'year'].some((precision) => fromParts(value, precision) !== undefined) ? 'precision_mismatch' : 'no_such_day';
}

const source = fileRecord({
  type: z.enum(['url', 'bibliographic']), ref: fileText(2000), basis: z.enum(['found', 'known']), note: known(fileText(2000)),
}).refine(({ type, ref }) => type !== 'url' || webAddress.safeParse(ref).success, { path: ['ref'], message: 'not_a_web_address' });
export type SourceRecord = z.output<typeof source>;

/** A code of one of the library's vocabularies. */
const conceptOf = (library: Pick<Known, 'has'>) => (scheme: string) => fileLine(120).refine((code) => library.has(scheme, code), { error: 'unknown_code', params: { scheme } });

const confidence = z.enum(['high', 'medium']);
const name = fileLine(500);

/** The schema of a precedent, given what its codes may point to. `cited_by` is not read: it follows from `cites` of the others. */
function precedentSchema(known_: Known) {
  const concept = conceptOf(known_);
  const country = fileLine(20).refine((code) => known_.isCountry(code), 'unknown_country');
  const party = fileRecord({ name, type: concept(Scheme.partyTypes) });
  const limb = fileLine(120).transform((code, ctx): Limb => limbFromFile(code) ?? issue(ctx, 'unknown_code', [], { allowed: limbsOfFiles }));
  const treatment = fileLine(120).transform((code, ctx): Treatment => treatmentFromFile(code) ?? issue(ctx, 'unknown_code', [], { allowed: treatmentsOfFiles }));
  const event = fileRecord({
    date: z.string(), precision: z.string(), kind: concept(Scheme.eventKinds), stage: concept(Scheme.stages), description: fileText(5000),
  }).transform(({ date, precision, ...rest }, ctx) => {
    const on = fromParts(date, precision);
    return on === undefined ? issue(ctx, dateFault(date), ['date']) : { on, ...rest };
  });
  return fileRecord({
    slug: fileSlug,
    shortName: name,
    title: fileText(1000),
    country,
    respondentStates: setOf(country),
    court: fileSlug.refine((slug) => known_.hasCourt(slug), 'unknown_court'),
    courtName: name,
    courtLevel: concept(Scheme.courtLevels),
    judges: listOf(name),
    docketNumber: known(name),
    neutralCitation: known(name),
    ecli: known(name),
    otherCitations: listOf(name),
    parties: fileRecord({ petitioners: listOf(party), respondents: listOf(party), interestedParties: listOf(party), amici: listOf(party) }),
    claimantSide: z.enum(['petitioners', 'respondents', 'interested_parties']),
    filedOn: known(filePoint),
    decidedOn: known(filePoint),
    idSystem: fileRecord({
      system: known(fileSlug.refine((slug) => known_.hasSystem(slug), 'unknown_system')),
      name, country, biometrics: listOf(concept(Scheme.biometricTypes)), mandatory: concept(Scheme.mandatoryStatus), centralised: known(z.boolean()),
      function: concept(Scheme.systemFunctions), note: known(fileText(5000)),
    }),
    harms: setOf(concept(Scheme.harms)),
    affectedGroups: setOf(concept(Scheme.affectedGroups)),
    rights: listOf(fileRecord({ right: concept(Scheme.rights), instrument: name, article: known(name) })),
    issues: listOf(fileText(5000)),
    findings: listOf(fileRecord({ limb, finding: z.enum(FindingResult), note: known(fileText(5000)) })),
    outcome: concept(Scheme.outcomes),
    forClaimant: concept(Scheme.claimantResults).refine((code) => resultOfRecord(code) !== undefined, { error: 'unknown_code', params: { scheme: Scheme.claimantResults } }),
    remedies: listOf(fileRecord({ type: concept(Scheme.remedies), detail: known(fileText(5000)) })),
    summary: fileText(10_000),
    timeline: listOf(event),
    history: listOf(fileRecord({ target: fileSlug, relation: concept(Scheme.caseRelations), note: known(fileText(5000)) })),
    cites: listOf(fileRecord({ target: fileSlug, treatment, note: known(fileText(5000)) })),
    citedBy: listOf(fileSlug),
    expertise: setOf(concept(Scheme.expertise)),
    languages: listOf(languageTag),
    sources: listOf(source),
    confidence,
    unverified: listOf(fileText(1000)),
    notes: known(fileText(5000)),
  }).transform((all) => {
    const { filedOn, decidedOn, citedBy: _derived, ...rest } = all;
    const beside = [['filing_date', filedOn?.extra], ['decision_date', decidedOn?.extra]].filter(([, extra]) => extra && Object.keys(extra).length > 0);
    return {
      ...rest,
      filedOn: filedOn?.edtf ?? null,
      decidedOn: decidedOn?.edtf ?? null,
      result: resultOfRecord(rest.forClaimant) as CaseResult,
      extra: { ...rest.extra, ...(Object.fromEntries(beside) as Extra) },
    };
  });
}
/** A decision of the library, in the codes of the domain; dates are EDTF; what the file says beyond this stands in `extra`. */
export type PrecedentRecord = z.output<ReturnType<typeof precedentSchema>>;
export type PartyRecord = PrecedentRecord['parties']['petitioners'][number];

/** Building a schema costs more than using it: one for each library that is read into. */
function onePer<K extends object, S>(make: (known: K) => S): (known: K) => S {
  const made = new WeakMap<K, S>();
  return (key) => {
    const schema = made.get(key) ?? make(key);
    made.set(key, schema);
    return schema;
  };
}
const precedentSchemaOf = onePer(precedentSchema);
/** Reads one record of `precedents.json`; refused alone, with every fault named. */
export const readPrecedent = (raw: unknown, known_: Known): Read<PrecedentRecord> => readWith(precedentSchemaOf(known_), raw);

/** The record as the file had it. `citedBy`: the slugs that cite it (see `citedBy`), since that list is derived. */
export function writePrecedent(record: PrecedentRecord, citedBySlugs: readonly string[]): Record<string, unknown> {
  const { filing_date, decision_date, ...extra } = record.extra;
  const date = (edtf: string | null, beside: unknown) => (edtf === null ? null : { ...toParts(edtf), ...(beside as Extra | undefined) });
  const parties = (list: readonly PartyRecord[]) => list.map(({ name: own, type, extra: more }) => ({ name: own, type, ...more }));
  const { system, name: systemName, country, biometrics, mandatory, centralised, function: purpose, note, extra: systemExtra } = record.idSystem;
  return {
    slug: record.slug, short_name: record.shortName, title: record.title, country: record.country, respondent_states: record.respondentStates,
    court: record.court, court_name: record.courtName, court_level: record.courtLevel, judges: record.judges, docket_number: record.docketNumber,
    neutral_citation: record.neutralCitation, ecli: record.ecli, other_citations: record.otherCitations,
    parties: {
      petitioners: parties(record.parties.petitioners), respondents: parties(record.parties.respondents),
      interested_parties: parties(record.parties.interestedParties), amici: parties(record.parties.amici), ...record.parties.extra,
    },
    claimant_side: record.claimantSide, filing_date: date(record.filedOn, filing_date), decision_date: date(record.decidedOn, decision_date),
    id_system: { system, name: systemName, country, biometrics, mandatory, centralised, function: purpose, note, ...systemExtra },
    harms: record.harms, affected_groups: record.affectedGroups,
    rights: record.rights.map(({ right, instrument, article, extra: more }) => ({ right, instrument, article, ...more })),
    issues: record.issues,
    tests: record.findings.map(({ limb, finding, note: own, extra: more }) => ({ test: limbToFile(limb), finding, note: own, ...more })),
    outcome: record.outcome, for_claimant: record.forClaimant,
    remedies: record.remedies.map(({ type, detail, extra: more }) => ({ type, detail, ...more })),
    holding_summary: record.summary,
    timeline: record.timeline.map(({ on, kind, stage, description, extra: more }) => {
      const parts = toParts(on);
      return { date: parts?.value, precision: parts?.precision, kind, stage, description, ...more };
    }),
    history: record.history.map(({ target, relation, note: own, extra: more }) => ({ case: target, relation, note: own, ...more })),
    cites: record.cites.map(({ target, treatment, note: own, extra: more }) => ({ case: target, treatment: treatmentToFile(treatment), note: own, ...more })),
    cited_by: citedBySlugs, expertise: record.expertise, languages: record.languages, sources: writeSources(record.sources),
    confidence: record.confidence, unverified: record.unverified, notes: record.notes, ...extra,
  };
}
const writeSources = (sources: readonly SourceRecord[]) => sources.map(({ type, ref, basis, note, extra }) => ({ type, ref, basis, note, ...extra }));

/** Who cites whom, turned round: slug → slugs that cite it, in alphabetical order, as the files have it. */
export function citedBy(records: Iterable<{ slug: string; cites: readonly { target: string }[] }>): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { slug, cites } of records) for (const { target } of cites) found.set(target, (found.get(target) ?? new Set()).add(slug));
  return new Map([...found].map(([target, slugs]) => [target, [...slugs].sort()]));
}

// ---------------------------------------------------------------- courts

const courtSchema = (known_: Pick<Known, 'has' | 'isCountry'>) =>
  fileRecord({
    slug: fileSlug,
    // A court may bring a body that nobody has heard of; a country that ISO does not know is a slip.
    country: fileLine(20).refine((code) => isIsoCountry(code) || isBodyCode(code) || known_.isCountry(code), 'unknown_country'),
    name, nameLocal: name, localLanguage: fileLine(80).refine((list) => list.split(',').every((tag) => languageTag.safeParse(tag).success), 'not_a_language'),
    level: conceptOf(known_)(Scheme.courtLevels),
    parent: known(fileSlug), website: known(webAddress), note: known(fileText(5000)),
  });
const courtSchemaOf = onePer(courtSchema);
export type CourtRecord = z.output<ReturnType<typeof courtSchema>>;
/** Reads one record of `courts.json`. Whether its parent exists is asked of all together: `courtsInParentOrder`. */
export const readCourt = (raw: unknown, known_: Pick<Known, 'has' | 'isCountry'>): Read<CourtRecord> => readWith(courtSchemaOf(known_), raw);
/** The court as the file had it. */
export const writeCourt = ({ slug, country, name: own, nameLocal, localLanguage, level, parent, website, note, extra }: CourtRecord): Record<string, unknown> => ({
  slug, country, name: own, name_local: nameLocal, local_language: localLanguage, level, parent, website, note, ...extra,
});

/** Courts so that each comes after its appeal court. A parent that is nowhere, or a circle of parents, refuses the courts that hang on it. */
export function courtsInParentOrder(courts: readonly CourtRecord[], isThere: (slug: string) => boolean): { courts: CourtRecord[]; refused: RefusedRecord[] } {
  const bySlug = new Map(courts.map((court) => [court.slug, court]));
  const done = new Map<string, string>(); // slug → '' when placed, else why not
  const ordered: CourtRecord[] = [];
  const refused: RefusedRecord[] = [];
  for (const start of courts) {
    const path: CourtRecord[] = [];
    let at: CourtRecord | undefined = start;
    let fault = '';
    while (at && !done.has(at.slug)) {
      if (path.includes(at)) {
        fault = 'parent_circle';
        break;
      }
      path.push(at);
      const parent: string | null = at.parent;
      if (parent === null) break;
      at = bySlug.get(parent);
      if (!at && !isThere(parent)) fault = 'unknown_court';
    }
    if (fault === '' && at) fault = done.get(at.slug) ?? '';
    for (const court of path.reverse()) {
      done.set(court.slug, fault);
      if (fault === '') ordered.push(court);
      else refused.push({ record: court.slug, field: 'parent', reason: fault, value: court.parent });
    }
  }
  return { courts: ordered, refused };
}

// ---------------------------------------------------------------- identity systems

const year = z.int().min(1800).max(2200);
const idSystemSchema = (known_: Pick<Known, 'has' | 'isCountry'>) => {
  const concept = conceptOf(known_);
  return fileRecord({
    slug: fileSlug, country: fileLine(20).refine((code) => known_.isCountry(code), 'unknown_country'), name, nameLocal: name, identifier: known(name), launched: year,
    status: concept(Scheme.systemStatus), legalBasis: listOf(fileText(1000)), function: concept(Scheme.systemFunctions), mandatoryInLaw: known(z.boolean()),
    mandatoryDeFacto: known(z.boolean()), biometrics: setOf(concept(Scheme.biometricTypes)), centralisedDatabase: known(z.boolean()),
    dataProtectionLaw: known(fileRecord({ name: known(name), year: known(year), note: known(fileText(5000)) })),
    funders: listOf(name), vendors: listOf(name), openSource: known(z.boolean()),
    statistics: listOf(fileRecord({ label: name, value: z.union([z.number(), fileLine(100)]), asOf: known(fileLine(40)), unit: known(fileLine(100)) })),
    sources: listOf(source), confidence, unverified: listOf(fileText(1000)), notes: known(fileText(5000)),
  });
};
const idSystemSchemaOf = onePer(idSystemSchema);
export type IdSystemRecord = z.output<ReturnType<typeof idSystemSchema>>;
/** Reads one record of `id-systems.json`. */
export const readIdSystem = (raw: unknown, known_: Pick<Known, 'has' | 'isCountry'>): Read<IdSystemRecord> => readWith(idSystemSchemaOf(known_), raw);
/** The system as the file had it. */
export function writeIdSystem(record: IdSystemRecord): Record<string, unknown> {
  const law = record.dataProtectionLaw;
  return {
    slug: record.slug, country: record.country, name: record.name, name_local: record.nameLocal, identifier: record.identifier, launched: record.launched,
    status: record.status, legal_basis: record.legalBasis, function: record.function, mandatory_in_law: record.mandatoryInLaw,
    mandatory_de_facto: record.mandatoryDeFacto, biometrics: record.biometrics, centralised_database: record.centralisedDatabase,
    data_protection_law: law && { name: law.name, year: law.year, note: law.note, ...law.extra },
    funders: record.funders, vendors: record.vendors, open_source: record.openSource,
    statistics: record.statistics.map(({ label, value, asOf, unit, extra }) => ({ label, value, as_of: asOf, unit, ...extra })),
    sources: writeSources(record.sources), confidence: record.confidence, unverified: record.unverified, notes: record.notes, ...record.extra,
  };
}
