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

/** Rows of a table that hang on the record: its columns with their types, and what goes in; `ordinal` is the place in the list. */
interface Part { table: string; columns: Record<string, string>; rows: readonly object[] }
/** A value that the database works out from parameters. */
interface Computed { sql(first: number): string; params: unknown[] }

/**
 * Writes a record under its slug, and what hangs on it, in one statement; answers with its id. A record keeps its id, since cases and harms
 * point to it, and the place in the file's order it was first given.
 */
async function put(c: pg.ClientBase, table: string, slug: string, ordinal: number, row: Record<string, unknown>, computed: Record<string, Computed> = {}, parts: Part[] = []): Promise<string> {
  const params: unknown[] = [slug, ordinal];
  const values = Object.values(row).map((value) => `$${params.push(value)}`);
  for (const { sql, params: own } of Object.values(computed)) { values.push(sql(params.length + 1)); params.push(...own); }
  const names = [...Object.keys(row), ...Object.keys(computed)];
  const hanging = parts.map((part, i) => {
    const columns = Object.keys(part.columns), place = params.push(JSON.stringify(part.rows.map((r, at) => ({ ordinal: at, ...r }))));
    return `, part${i} as (insert into app.${part.table} (precedent_id, ordinal, ${columns.join(', ')}) select record.id, t.ordinal, ${columns.map((n) => `t.${n}`).join(', ')}
       from record, json_to_recordset($${place}) t(ordinal int, ${columns.map((n) => `${n} ${part.columns[n]}`).join(', ')}))`;
  });
  const text = `with record as (insert into app.${table} (slug, ordinal, imported_at, ${names.join(', ')}) values ($1, $2, clock_timestamp(), ${values.join(', ')})
       on conflict (slug) do update set imported_at = clock_timestamp(), ${names.map((n) => `${n} = excluded.${n}`).join(', ')} returning id)${hanging.join('')}
     select id from record`;
  const { rows } = await c.query<{ id: string }>({ name: `put ${table}`, text, values: params }); // planned once for all records
  return (rows[0] as { id: string }).id;
}

/** A court. Its appeal court has to be there already. */
export const putCourt = (c: pg.ClientBase, r: CourtRecord, ordinal: number, parentId: string | null): Promise<string> => put(c, 'court', r.slug, ordinal, {
  country: r.country, name: r.name, name_local: r.nameLocal, local_language: r.localLanguage, level: r.level, parent_id: parentId, website: r.website, note: r.note,
  extra: json(r.extra), fingerprint: fingerprintOf.court(r),
});

export const putSystem = (c: pg.ClientBase, r: IdSystemRecord, ordinal: number): Promise<string> => put(c, 'id_system', r.slug, ordinal, {
  country: r.country, name: r.name, name_local: r.nameLocal, identifier: r.identifier, launched: r.launched, status: r.status, function: r.function,
  mandatory_in_law: r.mandatoryInLaw, mandatory_de_facto: r.mandatoryDeFacto, biometrics: r.biometrics, centralised_database: r.centralisedDatabase,
  legal_basis: json(r.legalBasis), data_protection_law: json(r.dataProtectionLaw), funders: json(r.funders), vendors: json(r.vendors), open_source: r.openSource,
  statistics: json(r.statistics), sources: json(r.sources), confidence: r.confidence, unverified: json(r.unverified), notes: r.notes,
  extra: json(r.extra), fingerprint: fingerprintOf.system(r),
});

/** A precedent with its parts, which are written anew: those of the record as it stood have to be taken away first. */
export async function putPrecedent(c: pg.ClientBase, r: PrecedentRecord, ordinal: number, courtId: string, systemId: string | null, was: string | null): Promise<string> {
  if (was !== null) await c.query(
    `with a as (delete from app.precedent_concept where precedent_id = $1), b as (delete from app.precedent_right where precedent_id = $1),
       d as (delete from app.precedent_finding where precedent_id = $1), e as (delete from app.precedent_link where precedent_id = $1)
     delete from app.citation where precedent_id = $1`, [was]);
  const concepts = ([['harms', r.harms], ['affected-groups', r.affectedGroups], ['expertise', r.expertise]] as const).flatMap(([scheme, ids]) => ids.map((concept, at) => ({ scheme, concept, ordinal: at })));
  const words = (n: number, weight: string, plain = false) => `setweight(to_tsvector('english', $${n})${plain ? ` || to_tsvector('simple', $${n})` : ''}, '${weight}')`;
  return put(c, 'precedent', r.slug, ordinal, {
    short_name: r.shortName, title: r.title, country: r.country, respondent_states: r.respondentStates, court_id: courtId, court_name: r.courtName, court_level: r.courtLevel,
    judges: json(r.judges), docket_number: r.docketNumber, neutral_citation: r.neutralCitation, ecli: r.ecli, other_citations: json(r.otherCitations), parties: json(r.parties),
    claimant_side: r.claimantSide, filed_edtf: r.filedOn, decided_edtf: r.decidedOn, decided_key: r.decidedOn === null ? '' : sortKey(r.decidedOn),
    id_system_id: systemId, id_system: json(r.idSystem), issues: json(r.issues), outcome: r.outcome, for_claimant: r.forClaimant, result: r.result, remedies: json(r.remedies),
    summary: r.summary, timeline: json(r.timeline), languages: r.languages, sources: json(r.sources), confidence: r.confidence, unverified: json(r.unverified), notes: r.notes,
    extra: json(r.extra), fingerprint: fingerprintOf.precedent(r),
  }, {
    tsv: { params: searched(r), sql: (n) => [words(n, 'A', true), words(n + 1, 'B'), words(n + 2, 'C'), words(n + 3, 'D')].join(' || ') },
  }, [
    { table: 'precedent_concept', columns: { scheme: 'text', concept: 'text' }, rows: concepts },
    { table: 'precedent_right', columns: { concept: 'text', instrument: 'text', article: 'text', extra: 'json' }, rows: r.rights.map(({ right, ...rest }) => ({ concept: right, ...rest })) },
    { table: 'precedent_finding', columns: { limb: 'text', finding: 'text', note: 'text', extra: 'json' }, rows: r.findings },
    { table: 'precedent_link', columns: { target_slug: 'text', relation: 'text', note: 'text', extra: 'json' }, rows: r.history.map(({ target, ...rest }) => ({ target_slug: target, ...rest })) },
    { table: 'citation', columns: { target_slug: 'text', treatment: 'text', note: 'text', extra: 'json' }, rows: r.cites.map(({ target, ...rest }) => ({ target_slug: target, ...rest })) },
  ]);
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
