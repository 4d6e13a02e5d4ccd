import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { citedBy, type CourtRecord, type IdSystemRecord, type PrecedentRecord, type SchemeRecord, type VocabularyHead, writeCourt, writeIdSystem, writePrecedent, writeVocabularies } from '@amparo/domain';
import pg from 'pg';
import type { Command } from '../platform/command.ts';

/** `export library`: writes the whole reference library as the four files it came from, in their order and their codes. */
export const exportLibrary: Command = async ([folder, ...more], { url, say }) => {
  if (!folder || more.length || folder.startsWith('-')) { say('Usage: export library DIR'); return 2; }
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query('begin isolation level repeatable read read only; set local role lit_acl');
    const files = { 'vocabularies.json': await vocabularies(client), 'courts.json': (await courts(client)).map(writeCourt), 'id-systems.json': (await systems(client)).map(writeIdSystem), 'precedents.json': await precedents(client) };
    await makeFolder(folder);
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), `${JSON.stringify(content, null, 1)}\n`);
      say(`${join(folder, name)}${Array.isArray(content) ? `: ${content.length} records` : ''}`);
    }
    return 0;
  } catch (e) {
    say(`The export stopped: ${(e as Error).message}`);
    return 1;
  } finally { await client.end(); }
};

/** A folder with those above it, one by one: asked for all at once where none can be made, Node tries for ever. */
async function makeFolder(path: string): Promise<void> {
  try { await mkdir(path); } catch (e) {
    const { code } = e as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw e;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

async function vocabularies(c: pg.Client): Promise<unknown> {
  const [file] = (await c.query<{ head: VocabularyHead }>("select head from app.library_file where name = 'vocabularies'")).rows;
  const { rows } = await c.query<SchemeRecord>(
    `select s.id, s.label as "prefLabel", s.definition, s.used_by as "usedBy", s.extra, coalesce((select json_agg(json_build_object('id', k.id, 'prefLabel', k.label, 'definition', k.definition, 'broader', k.broader, 'sources', k.sources, 'extra', k.extra) order by k.ordinal)
       from app.concept k where k.scheme = s.id), '[]') as concepts from app.concept_scheme s order by s.ordinal`);
  return writeVocabularies(file?.head ?? { title: '', languages: [], licenseNote: null, extra: {} }, rows);
}

const courts = async (c: pg.Client): Promise<CourtRecord[]> => (await c.query<CourtRecord>(
  `select c.slug, c.country, c.name, c.name_local as "nameLocal", c.local_language as "localLanguage", c.level, p.slug as parent, c.website, c.note, c.extra
   from app.court c left join app.court p on p.id = c.parent_id order by c.ordinal`)).rows;

const systems = async (c: pg.Client): Promise<IdSystemRecord[]> => (await c.query<IdSystemRecord>(
  `select slug, country, name, name_local as "nameLocal", identifier, launched, status, legal_basis as "legalBasis", function, mandatory_in_law as "mandatoryInLaw", mandatory_de_facto as "mandatoryDeFacto",
     biometrics, centralised_database as "centralisedDatabase", data_protection_law as "dataProtectionLaw", funders, vendors, open_source as "openSource", statistics, sources, confidence, unverified, notes, extra
   from app.id_system order by ordinal`)).rows;

async function precedents(c: pg.Client): Promise<unknown[]> {
  const part = (columns: string, table: string) => `coalesce((select json_agg(json_build_object(${columns}) order by t.ordinal) from app.${table} t where t.precedent_id = p.id), '[]')`;
  const concepts = (scheme: string) => `array(select t.concept from app.precedent_concept t where t.precedent_id = p.id and t.scheme = '${scheme}' order by t.ordinal)`;
  const { rows } = await c.query<PrecedentRecord>(
    `select p.slug, p.short_name as "shortName", p.title, p.country, p.respondent_states as "respondentStates", c.slug as court, p.court_name as "courtName", p.court_level as "courtLevel", p.judges,
       p.docket_number as "docketNumber", p.neutral_citation as "neutralCitation", p.ecli, p.other_citations as "otherCitations", p.parties, p.claimant_side as "claimantSide", p.filed_edtf as "filedOn", p.decided_edtf as "decidedOn",
       p.id_system as "idSystem", ${concepts('harms')} as harms, ${concepts('affected-groups')} as "affectedGroups", ${concepts('expertise')} as expertise,
       ${part("'right', t.concept, 'instrument', t.instrument, 'article', t.article, 'extra', t.extra", 'precedent_right')} as rights,
       p.issues, ${part("'limb', t.limb, 'finding', t.finding, 'note', t.note, 'extra', t.extra", 'precedent_finding')} as findings, p.outcome, p.for_claimant as "forClaimant", p.result, p.remedies, p.summary, p.timeline,
       ${part("'target', t.target_slug, 'relation', t.relation, 'note', t.note, 'extra', t.extra", 'precedent_link')} as history,
       ${part("'target', t.target_slug, 'treatment', t.treatment, 'note', t.note, 'extra', t.extra", 'citation')} as cites, p.languages, p.sources, p.confidence, p.unverified, p.notes, p.extra
     from app.precedent p join app.court c on c.id = p.court_id order by p.ordinal`);
  const citing = citedBy(rows);
  return rows.map((r) => writePrecedent(r, citing.get(r.slug) ?? []));
}
