import { createHash } from 'node:crypto';
import { type CourtRecord, type IdSystemRecord, type PrecedentRecord, type SchemeRecord, sortKey, writeCourt, writeIdSystem, writePrecedent } from '@amparo/domain';
import type pg from 'pg';
import { fold, squash } from '../precedents/search-words.ts';

/** What a record says, as one short text: equal if and only if nothing in it changed. `cited_by` follows from other records and is left out. */
const fingerprint = (written: unknown): string => createHash('sha256').update(JSON.stringify(written)).digest('base64url');
export const fingerprintOf = {
  court: (r: CourtRecord) => fingerprint(writeCourt(r)),
  system: (r: IdSystemRecord) => fingerprint(writeIdSystem(r)),
  precedent: (r: PrecedentRecord) => fingerprint(writePrecedent(r, [])),
};

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Writes the row of a table under its slug and answers with its id. The place in the file's order is given once, to a new record. */
async function put(c: pg.ClientBase, table: string, slug: string, row: Record<string, unknown>): Promise<string> {
  const names = Object.keys(row), values = Object.values(row);
  const { rows } = await c.query<{ id: string }>(
    `insert into app.${table} (slug, ordinal, imported_at, ${names.join(', ')}) values ($1, (select coalesce(max(ordinal), -1) + 1 from app.${table}), clock_timestamp(), ${names.map((_, i) => `$${i + 2}`).join(', ')})
     on conflict (slug) do update set imported_at = clock_timestamp(), ${names.map((n) => `${n} = excluded.${n}`).join(', ')} returning id`, [slug, ...values]);
  return (rows[0] as { id: string }).id;
}

/** A court. Its appeal court has to be there already. */
export const putCourt = (c: pg.ClientBase, r: CourtRecord, parentId: string | null): Promise<string> => put(c, 'court', r.slug, {
  country: r.country, name: r.name, name_local: r.nameLocal, local_language: r.localLanguage, level: r.level, parent_id: parentId, website: r.website, note: r.note,
  extra: json(r.extra), fingerprint: fingerprintOf.court(r),
});

export const putSystem = (c: pg.ClientBase, r: IdSystemRecord): Promise<string> => put(c, 'id_system', r.slug, {
  country: r.country, name: r.name, name_local: r.nameLocal, identifier: r.identifier, launched: r.launched, status: r.status, function: r.function,
  mandatory_in_law: r.mandatoryInLaw, mandatory_de_facto: r.mandatoryDeFacto, biometrics: r.biometrics, centralised_database: r.centralisedDatabase,
  legal_basis: json(r.legalBasis), data_protection_law: json(r.dataProtectionLaw), funders: json(r.funders), vendors: json(r.vendors), open_source: r.openSource,
  statistics: json(r.statistics), sources: json(r.sources), confidence: r.confidence, unverified: json(r.unverified), notes: r.notes,
  extra: json(r.extra), fingerprint: fingerprintOf.system(r),
});

/** A precedent with its parts. The parts are written anew, the record keeps its id: cases and harms point to it. */
export async function putPrecedent(c: pg.ClientBase, r: PrecedentRecord, courtId: string, systemId: string | null, isNew: boolean): Promise<string> {
  const id = await put(c, 'precedent', r.slug, {
    short_name: r.shortName, title: r.title, country: r.country, respondent_states: r.respondentStates, court_id: courtId, court_name: r.courtName, court_level: r.courtLevel,
    judges: json(r.judges), docket_number: r.docketNumber, neutral_citation: r.neutralCitation, ecli: r.ecli, other_citations: json(r.otherCitations), parties: json(r.parties),
    claimant_side: r.claimantSide, filed_edtf: r.filedOn, decided_edtf: r.decidedOn, decided_key: r.decidedOn === null ? '' : sortKey(r.decidedOn),
    id_system_id: systemId, id_system: json(r.idSystem), issues: json(r.issues), outcome: r.outcome, for_claimant: r.forClaimant, result: r.result, remedies: json(r.remedies),
    summary: r.summary, timeline: json(r.timeline), languages: r.languages, sources: json(r.sources), confidence: r.confidence, unverified: json(r.unverified), notes: r.notes,
    extra: json(r.extra), fingerprint: fingerprintOf.precedent(r),
  });
  if (!isNew) await c.query(
    `with a as (delete from app.precedent_concept where precedent_id = $1), b as (delete from app.precedent_right where precedent_id = $1),
       d as (delete from app.precedent_finding where precedent_id = $1), e as (delete from app.precedent_link where precedent_id = $1)
     delete from app.citation where precedent_id = $1`, [id]);
  const concepts = [['harms', r.harms], ['affected-groups', r.affectedGroups], ['expertise', r.expertise]] as const;
  await c.query(
    `with a as (insert into app.precedent_concept (precedent_id, scheme, concept, ordinal) select $1, scheme, concept, ordinal from json_to_recordset($2) t(scheme text, concept text, ordinal int)),
       b as (insert into app.precedent_right (precedent_id, ordinal, concept, instrument, article, extra) select $1, ordinal, "right", instrument, article, extra from json_to_recordset($3) t(ordinal int, "right" text, instrument text, article text, extra json)),
       d as (insert into app.precedent_finding (precedent_id, ordinal, limb, finding, note, extra) select $1, ordinal, limb, finding, note, extra from json_to_recordset($4) t(ordinal int, limb text, finding text, note text, extra json)),
       e as (insert into app.precedent_link (precedent_id, ordinal, target_slug, relation, note, extra) select $1, ordinal, target, relation, note, extra from json_to_recordset($5) t(ordinal int, target text, relation text, note text, extra json)),
       f as (insert into app.citation (precedent_id, ordinal, target_slug, treatment, note, extra) select $1, ordinal, target, treatment, note, extra from json_to_recordset($6) t(ordinal int, target text, treatment text, note text, extra json))
     update app.precedent set tsv = setweight(to_tsvector('english', $7) || to_tsvector('simple', $7), 'A') || setweight(to_tsvector('english', $8), 'B') || setweight(to_tsvector('english', $9), 'C') || setweight(to_tsvector('english', $10), 'D') where id = $1`,
    [id, JSON.stringify(concepts.flatMap(([scheme, ids]) => ids.map((concept, ordinal) => ({ scheme, concept, ordinal })))), ...[r.rights, r.findings, r.history, r.cites].map((list) => JSON.stringify(list.map((part, ordinal) => ({ ...part, ordinal })))), ...searched(r)]);
  return id;
}

/** The texts of a record that a search goes through, by weight: names and numbers; what it is about; what was held and ordered, and who; the rest. */
function searched(r: PrecedentRecord): [string, string, string, string] {
  const numbers = [r.docketNumber, r.neutralCitation, r.ecli, ...r.otherCitations].filter((n) => n !== null);
  const text = (...parts: (string | null | undefined)[]) => fold(parts.filter(Boolean).join(' '));
  return [
    text(r.shortName, r.title, ...numbers, ...numbers.map(squash)),
    text(r.summary, ...r.issues),
    text(...r.remedies.map((m) => m.detail), ...r.findings.map((f) => f.note), ...[r.parties.petitioners, r.parties.respondents, r.parties.interestedParties, r.parties.amici].flat().map((p) => p.name)),
    text(r.notes, r.idSystem.name, r.idSystem.note),
  ];
}

/** A vocabulary with its concepts. Concepts that vanished stay: records may point to them. */
export async function putScheme(c: pg.ClientBase, s: SchemeRecord, ordinal: number): Promise<void> {
  await c.query(
    `insert into app.concept_scheme (id, ordinal, label, definition, used_by, extra) values ($1, $2, $3, $4, $5, $6)
     on conflict (id) do update set ordinal = excluded.ordinal, label = excluded.label, definition = excluded.definition, used_by = excluded.used_by, extra = excluded.extra`,
    [s.id, ordinal, json(s.prefLabel), s.definition, json(s.usedBy), json(s.extra)]);
  await c.query(
    `insert into app.concept (scheme, id, ordinal, label, definition, broader, sources, extra)
     select $1, id, ordinal, "prefLabel", definition, broader, sources, extra from json_to_recordset($2) t(id text, ordinal int, "prefLabel" json, definition text, broader text, sources jsonb, extra json)
     on conflict (scheme, id) do update set ordinal = excluded.ordinal, label = excluded.label, definition = excluded.definition, broader = excluded.broader, sources = excluded.sources, extra = excluded.extra`,
    [s.id, JSON.stringify(s.concepts.map((each, at) => ({ ...each, ordinal: at })))]);
}
