import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLibrary } from '../../apps/api/src/library/library.export.ts';
import { importLibrary } from '../../apps/api/src/library/library.import.ts';
import { seedLibrary } from '../../apps/api/src/library/library.seed.ts';
import { freshDatabase } from '../support/database.ts';
import { asWriter, desk, libraryFile, libraryFolder, runImport } from '../support/library.ts';

let db: Awaited<ReturnType<typeof freshDatabase>>;
const files = desk();
beforeAll(async () => { db = await freshDatabase(); });
afterAll(async () => { files.clear(); await db.drop(); });

const run = (...args: string[]) => runImport(db.ownerUrl, files.at('report.json'), args);
const own = (name: string) => join(libraryFolder, name);
const count = async (table: string) => asWriter(db.ownerUrl, async (c) => (await c.query<{ n: number }>(`select count(*)::int as n from app.${table}`)).rows[0]?.n);
const precedents = () => libraryFile('precedents.json') as Record<string, any>[];
const changed = (change: (r: Record<string, any>) => void, slug = 'xx-new-record-2024') => { const r = structuredClone(precedents()[0])!; Object.assign(r, { slug, cites: [], cited_by: [], history: [] }); change(r); return r; };

describe('the reference library', () => {
  it('goes out as the four files that came in, down to the order of their keys', async () => {
    const out = files.at('out');
    expect(await exportLibrary([out], { url: db.ownerUrl, home: '', say: () => undefined })).toBe(0);
    expect(readdirSync(out).sort()).toEqual(readdirSync(libraryFolder).filter((f) => f.endsWith('.json')).sort());
    for (const name of readdirSync(out)) {
      const written = JSON.parse(readFileSync(join(out, name), 'utf8')), given = libraryFile(name);
      expect(written, name).toEqual(given);
      expect(JSON.stringify(written), name).toBe(JSON.stringify(given));
    }
  });

  it('is left alone by a second start and by a second import of the same files', async () => {
    const said: string[] = [];
    await seedLibrary({ url: db.ownerUrl, say: (l) => said.push(l) });
    expect(said).toEqual([]);
    const again = await run(own('precedents.json'), '--courts', own('courts.json'), '--systems', own('id-systems.json'));
    expect(again.code).toBe(0);
    expect(again.report).toEqual({ added: 0, changed: 0, unchanged: 116, refused: [] });
  });

  it('counts the results as the data says: 19 won, 7 partly, 10 lost, 4 without a ruling on the merits, 1 pending', async () => {
    const rows = await asWriter(db.ownerUrl, async (c) => (await c.query<{ result: string; n: number }>('select result, count(*)::int as n from app.precedent group by 1')).rows);
    expect(Object.fromEntries(rows.map((r) => [r.result, r.n]))).toEqual({ won: 19, partly_won: 7, lost: 10, no_merits: 4, pending: 1 });
  });
});

describe('an import', () => {
  it('says what would happen on a dry run and writes nothing', async () => {
    const dry = await run(files.write('dry.json', [changed(() => undefined, 'xx-dry-2024')]), '--dry-run');
    expect([dry.code, dry.report?.added]).toEqual([0, 1]);
    expect(await asWriter(db.ownerUrl, async (c) => (await c.query("select 1 from app.precedent where slug = 'xx-dry-2024'")).rowCount)).toBe(0);
  });

  it('adds, changes and keeps records, whose ids stay', async () => {
    const id = () => asWriter(db.ownerUrl, async (c) => (await c.query<{ id: string; title: string }>("select id, title from app.precedent where slug = 'xx-mine-2024'")).rows[0]);
    const path = files.write('mine.json', [changed(() => undefined, 'xx-mine-2024')]);
    expect((await run(path)).report).toEqual({ added: 1, changed: 0, unchanged: 0, refused: [] });
    const before = await id();
    expect((await run(path)).report).toEqual({ added: 0, changed: 0, unchanged: 1, refused: [] });
    files.write('mine.json', [changed((r) => { r['title'] = 'Another title'; r['tests'].pop(); }, 'xx-mine-2024')]);
    expect((await run(path)).report).toEqual({ added: 0, changed: 1, unchanged: 0, refused: [] });
    expect(await id()).toEqual({ id: before?.id, title: 'Another title' });
    // a record that is not in the file any more is never removed
    expect((await run(files.write('none.json', []))).report).toEqual({ added: 0, changed: 0, unchanged: 0, refused: [] });
    expect(await id()).toBeDefined();
  });

  it('keeps what it has no column for and writes it out again', async () => {
    const odd = changed((r) => { r['panel_note'] = { z: 1, a: [2] }; r['sources'][0]['archived'] = 'https://example.org/a'; r['parties']['amici'] = [{ name: 'A', type: 'ngo', since: 2020 }]; }, 'xx-odd-2024');
    expect((await run(files.write('odd.json', [odd]))).report?.added).toBe(1);
    const out = files.at('odd-out');
    mkdirSync(out);
    await exportLibrary([out], { url: db.ownerUrl, home: '', say: () => undefined });
    const written = (JSON.parse(readFileSync(join(out, 'precedents.json'), 'utf8')) as { slug: string }[]).find((r) => r.slug === 'xx-odd-2024');
    expect(written).toEqual(odd);
  });

  it('takes courts, systems and countries never seen before', async () => {
    const court = { slug: 'pt-constitutional-court', country: 'PT', name: 'Constitutional Court', name_local: 'Tribunal Constitucional', local_language: 'pt', level: 'constitutional', parent: 'new-body', website: null, note: null };
    const body = { slug: 'new-body', country: 'NewBody', name: 'A new body', name_local: 'A new body', local_language: 'en', level: 'international', parent: null, website: null, note: null };
    const system = { ...structuredClone(libraryFile('id-systems.json')[0]), slug: 'pt-card', country: 'PT' };
    const record = changed((r) => { Object.assign(r, { court: court.slug, country: 'PT', respondent_states: ['PT'] }); Object.assign(r['id_system'], { system: 'pt-card', country: 'PT' }); }, 'pt-record-2024');
    const done = await run(files.write('pt.json', [record]), '--courts', files.write('pt-courts.json', [court, body]), '--systems', files.write('pt-systems.json', [system]));
    expect(done.report).toEqual({ added: 4, changed: 0, unchanged: 0, refused: [] });
    const parent = await asWriter(db.ownerUrl, async (c) => (await c.query<{ slug: string }>("select p.slug from app.court c join app.court p on p.id = c.parent_id where c.slug = 'pt-constitutional-court'")).rows[0]);
    expect(parent).toEqual({ slug: 'new-body' });
  });

  const faulty: [string, (r: Record<string, any>) => void, string, RegExp][] = [
    ['a day that does not exist', (r) => { r['decision_date'] = { value: '2023-02-29', precision: 'day' }; }, 'decision_date.value', /“2023-02-29” is not in the calendar: correct/],
    ['a date that is none', (r) => { r['decision_date'] = { value: 'May 2020', precision: 'day' }; }, 'decision_date.value', /“May 2020” is not a date: write 2023/],
    ['a precision that does not fit', (r) => { r['timeline'][0] = { ...r['timeline'][0], date: '2023-02', precision: 'day' }; }, 'timeline[0].date', /“2023-02” does not have the precision.*correct one/],
    ['an unknown harm', (r) => { r['harms'] = ['no-such-harm']; }, 'harms[0]', /“no-such-harm” is not a code.*vocabulary “harms”/],
    ['an unknown test', (r) => { r['tests'][0]['test'] = 'taste'; }, 'tests[0].test', /“taste” is not a code.*use one of legality, legitimate-aim/],
    ['an unknown confidence', (r) => { r['confidence'] = 'low'; }, 'confidence', /“low” is not a code.*use one of high, medium/],
    ['an unknown court', (r) => { r['court'] = 'no-such-court'; }, 'court', /“no-such-court” is no court.*--courts FILE/],
    ['an unknown system', (r) => { r['id_system']['system'] = 'no-such-system'; }, 'id_system.system', /“no-such-system” is no ID system.*--systems FILE/],
    ['an unknown country', (r) => { r['country'] = 'XQ'; }, 'country', /“XQ” is neither a country’s code.*correct it/],
    ['a wrong type', (r) => { r['title'] = 7; }, 'title', /^7 is a number, where text in quotation marks belongs/],
    ['a text for a list', (r) => { r['judges'] = 'Judge A'; }, 'judges', /“Judge A” is text, where a list/],
    ['no title', (r) => { delete r['title']; }, 'title', /It is missing.*add it/],
    ['an empty title', (r) => { r['title'] = ''; }, 'title', /It is empty.*fill it in/],
    ['text without end', (r) => { r['title'] = 'x'.repeat(2000); }, 'title', /It is 2000 characters long, 1000 at most are kept: shorten “x{80}…”/],
    ['a list without end', (r) => { r['judges'] = Array.from({ length: 501 }, () => 'A'); }, 'judges', /It holds 501 entries, 500 at most/],
    ['a control character', (r) => { r['title'] = 'a\u0007b'; }, 'title', /It holds a control character: “a\\u0007b”. Remove it/],
    ['a control character far in', (r) => { r['title'] = `${'x'.repeat(900)}\u001b[2J`; }, 'title', /“…x{20}\\u001b\[2J”/],
    ['a NUL', (r) => { r['notes'] = 'a\u0000b'; }, 'notes', /“a\\u0000b”/],
    ['half a character', (r) => { r['title'] = 'a\ud800b'; }, 'title', /half of a character: “a\\ud800b”/],
    ['text that turns its direction', (r) => { r['title'] = 'a\u202eb'; }, 'title', /direction of the text: “a\\u202eb”/],
    ['a NUL in a field we do not know', (r) => { r['panel'] = { list: ['ok', 'a\u0000b'] }; }, 'panel.list[1]', /“a\\u0000b”/],
    ['a control character in a name', (r) => { r['pan\u0000el'] = 1; }, 'pan\\u0000el', /“pan\\u0000el”. Remove it/],
    ['a harm named twice', (r) => { r['harms'] = ['exclusion', 'exclusion']; }, 'harms', /\["exclusion","exclusion"\] names an entry more than once: keep one/],
    ['an address that is none', (r) => { r['sources'][0] = { type: 'url', ref: 'javascript:alert(1)', basis: 'found', note: null }; }, 'sources[0].ref', /“javascript:alert\(1\)” is not a web address: write it whole/],
    ['a slug that is none', (r) => { r['slug'] = 'Not A Slug'; }, 'slug', /“Not A Slug” is not a slug: write small letters/],
  ];
  it.each(faulty)('refuses a record with %s alone, in a sentence with value and remedy, and takes the one beside it', async (name, spoil, field, reason) => {
    const good = changed(() => undefined, `xx-good-${faulty.findIndex(([n]) => n === name)}`);
    const done = await run(files.write('faulty.json', [changed(spoil, 'xx-bad-2024'), good]));
    expect(done.code).toBe(1);
    expect(done.report?.added).toBe(1);
    expect(done.report?.refused).toEqual([{ file: files.at('faulty.json'), record: name === 'a slug that is none' ? 'Not A Slug' : 'xx-bad-2024', field, reason: expect.stringMatching(reason) }]);
    const [refused] = done.report?.refused ?? [];
    expect(refused?.reason).toMatch(/^[A-Z0-9“[].*[.]$/u); // a sentence, on one line, with nothing in it that steers a terminal
    expect(done.said).toContain(`Refused: ${refused?.file}, ${refused?.record}, ${field}: ${refused?.reason}`);
    expect(done.said[0]).toBe('Precedents: 2 read, 1 added, 0 changed, 0 unchanged, 1 refused.');
    expect(done.said.at(-1)).toBe('2 read, 1 added, 0 changed, 0 unchanged, 1 refused.');
    expect(await asWriter(db.ownerUrl, async (c) => (await c.query("select 1 from app.precedent where slug in ('xx-bad-2024', 'Not A Slug')")).rowCount)).toBe(0);
  });

  it('counts records in what it says, however many faults one has and however often one stands there', async () => {
    const twice = changed(() => undefined, 'xx-count-2024');
    const done = await run(files.write('count.json', [twice, twice, twice, changed((r) => { r['title'] = 7; r['court'] = 'nowhere'; }), 'junk', null]));
    expect(done.said.at(-1)).toBe('6 read, 1 added, 0 changed, 0 unchanged, 5 refused.');
    expect(done.said.filter((l) => l.startsWith('Precedents: '))).toEqual(['Precedents: 6 read, 1 added, 0 changed, 0 unchanged, 5 refused.']);
    expect(done.report?.refused.map((r) => `${r.record} ${r.field}`)).toEqual(['xx-count-2024 slug', 'xx-count-2024 slug', 'xx-new-record-2024 title', 'xx-new-record-2024 court', '#5 ', '#6 ']);
    expect(done.report?.refused[4]?.reason).toBe('“junk” is text, where an object in { } belongs: write that instead.');
  });

  it('is done although its report cannot be written, and says both', async () => {
    const said: string[] = [];
    const path = files.write('fine.json', [changed(() => undefined, 'xx-unreported-2024')]);
    expect(await importLibrary([path, '--report', files.at('no/such/folder.json')], { url: db.ownerUrl, home: '', say: (l) => said.push(l) })).toBe(1);
    expect(said.slice(-2)).toEqual(['1 read, 1 added, 0 changed, 0 unchanged, 0 refused.', expect.stringMatching(/report cannot be written .*Name another file/)]);
    expect(await asWriter(db.ownerUrl, async (c) => (await c.query("select 1 from app.precedent where slug = 'xx-unreported-2024'")).rowCount)).toBe(1);
  });

  it('refuses the second of two records with one slug, courts in a circle and courts that hang on nothing', async () => {
    const twice = changed(() => undefined, 'xx-twice-2024');
    expect((await run(files.write('twice.json', [twice, { ...twice, title: 'Other' }]))).report).toMatchObject({ added: 1, refused: [{ record: 'xx-twice-2024', field: 'slug', reason: expect.stringMatching(/“xx-twice-2024” stands in this file more than once.*remove this one/) }] });
    const court = (slug: string, parent: string) => ({ slug, country: 'KE', name: slug, name_local: slug, local_language: 'en', level: 'appellate', parent, website: null, note: null });
    const done = await run(files.write('none.json', []), '--courts', files.write('circle.json', [court('c-one', 'c-two'), court('c-two', 'c-one'), court('c-three', 'c-nowhere')]));
    expect(done.report?.refused.map((r) => `${r.record} ${r.field} ${r.reason.slice(0, 30)}`).sort()).toEqual(['c-one parent “c-two” leads in a circle back', 'c-three parent “c-nowhere” is no court of the', 'c-two parent “c-one” leads in a circle back']);
    expect(done.said).toContain('Courts: 3 read, 0 added, 0 changed, 0 unchanged, 3 refused.');
  });

  it('refuses alone what only the database finds too much, and keeps the order of the others', async () => {
    const words = (from: number) => Array.from({ length: 250 }, (_, i) => `w${from + i}${'x'.repeat(10)}`).join(' ');
    const huge = changed((r) => { r['issues'] = Array.from({ length: 400 }, (_, i) => words(i * 250)); }, 'xx-huge-2024');
    const done = await run(files.write('huge.json', [changed(() => undefined, 'xx-before-2024'), huge, changed(() => undefined, 'xx-behind-2024')]));
    expect(done.report).toMatchObject({ added: 2, refused: [{ record: 'xx-huge-2024', reason: expect.stringMatching(/^The database does not take this record: .*Shorten its longest texts\.$/) }] });
    const order = await asWriter(db.ownerUrl, async (c) => (await c.query<{ slug: string }>("select slug from app.precedent where slug like 'xx-%-2024' and slug in ('xx-before-2024', 'xx-behind-2024', 'xx-huge-2024') order by ordinal")).rows.map((r) => r.slug));
    expect(order).toEqual(['xx-before-2024', 'xx-behind-2024']);
  });

  const text = JSON.stringify([{ slug: 'a' }]);
  const unreadable: [string, Uint8Array | string | null, RegExp][] = [
    ['is missing', null, /There is no such file: correct/],
    ['is empty', '', /It is empty/],
    ['is no JSON', '[{"slug": ', /It is not JSON: Unexpected end.*Correct it/],
    ['has a comma too many', '[{"slug": "a",}]', /It is not JSON: .*line 1 column 15.*Correct it/],
    ['is a page of the web', '<html>\n\u001b[2J', /It is not JSON: .*“?<html>\\u000a\\u001b\[2J/],
    ['is no list', '{"slug": "a"}', /It is not a list of records but begins “\{"slug": "a"\}”: put/],
    ['is UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), /UTF-16: save it as UTF-8/],
    ['is UTF-16 without a mark', Buffer.from(text, 'utf16le'), /not UTF-8 text: line 1 \(“\[\\u0000/],
    ['is Latin-1', Buffer.from('[\n{"slug":"é"}]', 'latin1'), /not UTF-8: line 2 \(“\{"slug":"\ufffd"\}\]”\).*Save it as UTF-8/],
    ['begins with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), /byte order mark: save/],
    ['is larger than 10 MB', `["${'x'.repeat((10 << 20) + 1)}"]`, /larger than 10 MB .*split it/],
  ];
  it.each(unreadable)('says in one line, and in the report, that a file %s, and writes nothing', async (_name, content, words) => {
    const before = await count('precedent');
    const path = content === null ? files.at('absent.json') : files.write('unreadable.json', content);
    const refused = [{ file: path, record: '', field: '', reason: expect.stringMatching(words) }];
    const done = await run(path);
    expect(done.code).toBe(1);
    expect(done.report).toEqual({ added: 0, changed: 0, unchanged: 0, refused });
    expect(done.report?.refused[0]?.reason).toMatch(/^[A-Z].*\.$/u);
    expect(done.said).toEqual([`Refused: ${path}: ${done.report?.refused[0]?.reason}`]);
    // the same for a file beside it: nothing of the good one goes in
    const beside = await run(files.write('fine.json', [changed(() => undefined, 'xx-beside-2024')]), '--courts', path);
    expect([beside.code, beside.report]).toEqual([1, { added: 0, changed: 0, unchanged: 0, refused }]);
    expect(await count('precedent')).toBe(before);
  });

  it('explains itself when asked wrongly', async () => {
    for (const args of [[], ['a.json', 'b.json'], ['--what', 'a.json']]) {
      const done = await run(...args);
      expect([done.code, done.said[0]]).toEqual([2, expect.stringMatching(/^Usage: import precedents FILE/)]);
    }
  });

  it('leaves nothing when it is killed half way', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => changed(() => undefined, `xx-many-${i}`)).map(({ timeline: _timeline, ...r }) => ({ ...r, parties: { petitioners: [], respondents: [], interested_parties: [], amici: [] }, issues: [], remedies: [], sources: [] }));
    const path = files.write('many.json', many), before = await count('precedent');
    const script = `const { importLibrary } = await import(process.argv[1]); await importLibrary([process.argv[2]], { url: process.argv[3], home: '', say: (l) => console.log(l) });`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, join(import.meta.dirname, '../../apps/api/src/library/library.import.ts'), path, db.ownerUrl], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise<string | null>((done) => { child.on('exit', (_code, signal) => done(signal)); });
    child.stdout.on('data', (said: Buffer) => { if (/Precedents: 500 of/u.test(said.toString())) child.kill('SIGKILL'); });
    expect(await ended).toBe('SIGKILL');
    expect(await count('precedent')).toBe(before);
    // and the next import is not kept waiting
    expect((await run(files.write('after.json', [changed(() => undefined, 'xx-after-2024')]))).report?.added).toBe(1);
  }, 180_000);
});
