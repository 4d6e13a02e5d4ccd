import { courtsInParentOrder, isIsoCountry, type Known, readCourt, readIdSystem, readPrecedent, readRecords, readVocabularies, Scheme } from '@amparo/domain';
import pg from 'pg';
import { FileFault, type JsonFile } from './library-file.ts';
import { type Refusal, refusalsOf, refusedByDatabase, sentenceOf } from './refusal.ts';
import { fingerprintOf, putCourt, putPrecedent, putScheme, putSystem } from './library.write.ts';

/** The files of one run; whatever is left out stays as it is in the library. */
export interface LibraryFiles { vocabularies?: JsonFile; courts?: JsonFile; systems?: JsonFile; precedents?: JsonFile }
/** What a run did, in records of courts, systems and precedents; a record may be refused for more than one reason. */
export interface LibraryReport { added: number; changed: number; unchanged: number; refused: Refusal[] }

interface There { id: string; fingerprint: string }
interface Load { client: pg.Client; report: LibraryReport; say(line: string): void }

/** Runs `work` as the library's writer in one transaction, which no other import can enter at the same time: all of it is there, or nothing. */
export async function asLibrarian<T>(url: string, work: (client: pg.Client) => Promise<T>, keep: (done: T) => boolean = () => true): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'amparo-library' });
  await client.connect();
  try {
    await client.query('begin; set local role lit_acl');
    await client.query("select pg_advisory_xact_lock(hashtext('amparo.library'))");
    const done = await work(client);
    if (!keep(done)) { await client.query('rollback'); return done; }
    await client.query('commit');
    return done;
  } finally { await client.end(); }
}

/** Brings the files into the library. A faulty record is refused alone; what vanished from a file is never removed. */
export async function loadLibrary(client: pg.Client, files: LibraryFiles, say: (line: string) => void): Promise<LibraryReport> {
  const load: Load = { client, report: { added: 0, changed: 0, unchanged: 0, refused: [] }, say };
  if (files.vocabularies) await loadVocabularies(load, files.vocabularies);
  const concepts = new Set((await client.query<{ at: string }>("select scheme || '/' || id as at from app.concept")).rows.map((r) => r.at));
  const courts = await there(client, 'court'), systems = await there(client, 'id_system');
  const bodies = new Set((await client.query<{ country: string }>('select distinct country from app.court')).rows.map((r) => r.country));
  const known: Known = {
    has: (scheme, id) => concepts.has(`${scheme}/${id}`), hasCourt: (slug) => courts.has(slug), hasSystem: (slug) => systems.has(slug),
    isCountry: (code) => isIsoCountry(code) || concepts.has(`${Scheme.bodies}/${code}`) || bodies.has(code),
  };
  if (files.courts) await loadCourts(load, files.courts, known, courts, bodies);
  if (files.systems) await loadSystems(load, files.systems, known, systems);
  if (files.precedents) await loadPrecedents(load, files.precedents, known, courts, systems);
  return load.report;
}

async function loadVocabularies({ client, report, say }: Load, file: JsonFile): Promise<void> {
  const { head, schemes, refused } = readVocabularies(file.json);
  if (!head) throw new FileFault(file.name, `It is not a file of vocabularies. ${refused.map((r) => `${r.field || 'The whole file'}: ${sentenceOf(r)}`).join(' ')}`);
  report.refused.push(...refusalsOf(file, refused));
  for (const [ordinal, scheme] of schemes.entries()) await putScheme(client, scheme, ordinal);
  await client.query('insert into app.library_file (name, head, fingerprint) values ($1, $2, $3) on conflict (name) do update set head = excluded.head', ['vocabularies', JSON.stringify(head), '']);
  const faulty = new Set(refused.map((r) => r.record)).size;
  say(`Vocabularies: ${schemes.length + faulty} read, ${faulty} refused.`);
}

async function loadCourts(load: Load, file: JsonFile, known: Known, courts: Map<string, There>, bodies: Set<string>): Promise<void> {
  const read = readRecords(file.json, (raw) => readCourt(raw, known), (r) => r.slug);
  const { courts: ordered, refused } = courtsInParentOrder(read.records, (slug) => courts.has(slug));
  load.report.refused.push(...refusalsOf(file, [...read.refused, ...refused]));
  // new courts get their place in the file's order; an appeal court may stand behind those below it, hence the second round
  const fit = new Set(ordered);
  await each(load, file, 'Courts', read.records.filter((r) => fit.has(r)), courts, fingerprintOf.court, async (r, ordinal) => {
    bodies.add(r.country);
    return putCourt(load.client, r, ordinal, (r.parent !== null && courts.get(r.parent)?.id) || null);
  });
  await load.client.query(
    `update app.court c set parent_id = p.id from jsonb_to_recordset($1) t(slug text, parent text) join app.court p on p.slug = t.parent where c.slug = t.slug and c.parent_id is distinct from p.id`,
    [JSON.stringify(ordered.filter((r) => r.parent !== null).map(({ slug, parent }) => ({ slug, parent })))]);
}

async function loadSystems(load: Load, file: JsonFile, known: Known, systems: Map<string, There>): Promise<void> {
  const read = readRecords(file.json, (raw) => readIdSystem(raw, known), (r) => r.slug);
  load.report.refused.push(...refusalsOf(file, read.refused));
  await each(load, file, 'ID systems', read.records, systems, fingerprintOf.system, (r, ordinal) => putSystem(load.client, r, ordinal));
}

async function loadPrecedents(load: Load, file: JsonFile, known: Known, courts: Map<string, There>, systems: Map<string, There>): Promise<void> {
  const precedents = await there(load.client, 'precedent');
  const read = readRecords(file.json, (raw) => readPrecedent(raw, known), (r) => r.slug);
  load.report.refused.push(...refusalsOf(file, read.refused));
  await each(load, file, 'Precedents', read.records, precedents, fingerprintOf.precedent, (r, ordinal, was) => {
    const { system } = r.idSystem;
    return putPrecedent(load.client, r, ordinal, (courts.get(r.court) as There).id, system === null ? null : ((systems.get(system) as There).id), was);
  });
}

const there = async (client: pg.Client, table: 'court' | 'id_system' | 'precedent'): Promise<Map<string, There>> =>
  new Map((await client.query<There & { slug: string }>(`select slug, id, fingerprint from app.${table}`)).rows.map((r) => [r.slug, r]));

/** Records between two savepoints: few enough to do again one by one when the database refuses one of them. */
const together = 50;

/** Writes what is new or different; what the database refuses is refused alone too. */
async function each<T extends { slug: string }>(
  { client, report, say }: Load, file: JsonFile, title: string, records: T[], known: Map<string, There>, fingerprint: (r: T) => string, write: (r: T, ordinal: number, was: string | null) => Promise<string>,
): Promise<void> {
  const before = { ...report };
  const fresh = records.map((record) => ({ record, now: fingerprint(record), was: known.get(record.slug) })).filter(({ now, was }) => was?.fingerprint !== now);
  report.unchanged += records.length - fresh.length;
  let ordinal = known.size; // nothing is ever removed: the next free place is how many there are
  const attempt = async (group: typeof fresh): Promise<pg.DatabaseError | null> => {
    await client.query('savepoint records');
    const place = ordinal;
    try {
      for (const { record, now, was } of group) known.set(record.slug, { id: await write(record, was ? 0 : ordinal++, was?.id ?? null), fingerprint: now });
    } catch (e) {
      if (!(e instanceof pg.DatabaseError) || e.severity === 'FATAL') throw e;
      await client.query('rollback to savepoint records');
      for (const { record, was } of group) if (was) known.set(record.slug, was); else known.delete(record.slug);
      ordinal = place;
      return e;
    }
    await client.query('release savepoint records');
    for (const { was } of group) report[was ? 'changed' : 'added']++;
    return null;
  };
  for (let at = 0; at < fresh.length; at += together) {
    if (at > 0 && at % 500 === 0) say(`${title}: ${at} of ${fresh.length} …`);
    const group = fresh.slice(at, at + together);
    if (!(await attempt(group))) continue;
    for (const one of group) {
      const fault = await attempt([one]);
      if (fault) report.refused.push(refusedByDatabase(file, one.record.slug, fault));
    }
  }
  const [added, changed, unchanged] = [report.added - before.added, report.changed - before.changed, report.unchanged - before.unchanged];
  const read = Array.isArray(file.json) ? file.json.length : 0;
  say(`${title}: ${read} read, ${added} added, ${changed} changed, ${unchanged} unchanged, ${read - added - changed - unchanged} refused.`);
}
