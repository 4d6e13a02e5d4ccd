import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportLibrary } from '../../apps/api/src/library/library.export.ts';
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

  const faulty: [string, (r: Record<string, any>) => void, string, string][] = [
    ['a day that does not exist', (r) => { r['decision_date'] = { value: '2023-02-29', precision: 'day' }; }, 'decision_date.value', 'no_such_day'],
    ['a date that is none', (r) => { r['decision_date'] = { value: 'May 2020', precision: 'day' }; }, 'decision_date.value', 'not_a_date'],
    ['an unknown harm', (r) => { r['harms'] = ['no-such-harm']; }, 'harms[0]', 'unknown_code'],
    ['an unknown test', (r) => { r['tests'][0]['test'] = 'taste'; }, 'tests[0].test', 'unknown_code'],
    ['an unknown court', (r) => { r['court'] = 'no-such-court'; }, 'court', 'unknown_court'],
    ['an unknown system', (r) => { r['id_system']['system'] = 'no-such-system'; }, 'id_system.system', 'unknown_system'],
    ['an unknown country', (r) => { r['country'] = 'XQ'; }, 'country', 'unknown_country'],
    ['a wrong type', (r) => { r['title'] = 7; }, 'title', 'wrong_type'],
    ['no title', (r) => { delete r['title']; }, 'title', 'required'],
    ['text without end', (r) => { r['title'] = 'x'.repeat(2000); }, 'title', 'too_long'],
    ['a control character', (r) => { r['title'] = 'a\u0007b'; }, 'title', 'control_character'],
    ['a NUL', (r) => { r['notes'] = 'a\u0000b'; }, 'notes', 'control_character'],
    ['half a character', (r) => { r['title'] = 'a\ud800b'; }, 'title', 'broken_character'],
    ['a slug that is none', (r) => { r['slug'] = 'Not A Slug'; }, 'slug', 'not_a_slug'],
  ];
  it.each(faulty)('refuses a record with %s alone, and takes the one beside it', async (name, spoil, field, reason) => {
    const good = changed(() => undefined, `xx-good-${faulty.findIndex(([n]) => n === name)}`);
    const done = await run(files.write('faulty.json', [changed(spoil, 'xx-bad-2024'), good]));
    expect(done.code).toBe(1);
    expect(done.report?.added).toBe(1);
    expect(done.report?.refused.map((r) => ({ field: r.field, reason: r.reason, file: r.file }))).toContainEqual({ field, reason, file: files.at('faulty.json') });
    expect(await asWriter(db.ownerUrl, async (c) => (await c.query("select 1 from app.precedent where slug in ('xx-bad-2024', 'Not A Slug')")).rowCount)).toBe(0);
  });

  it('refuses the second of two records with one slug, courts in a circle and courts that hang on nothing', async () => {
    const twice = changed(() => undefined, 'xx-twice-2024');
    expect((await run(files.write('twice.json', [twice, { ...twice, title: 'Other' }]))).report).toMatchObject({ added: 1, refused: [{ record: 'xx-twice-2024', field: 'slug', reason: 'repeated' }] });
    const court = (slug: string, parent: string) => ({ slug, country: 'KE', name: slug, name_local: slug, local_language: 'en', level: 'appellate', parent, website: null, note: null });
    const done = await run(files.write('none.json', []), '--courts', files.write('circle.json', [court('c-one', 'c-two'), court('c-two', 'c-one'), court('c-three', 'c-nowhere')]));
    expect(done.report?.refused.map((r) => `${r.record} ${r.field} ${r.reason}`).sort()).toEqual(['c-one parent parent_circle', 'c-three parent unknown_court', 'c-two parent parent_circle']);
  });

  it('refuses alone what only the database finds too much, and keeps the order of the others', async () => {
    const words = (from: number) => Array.from({ length: 250 }, (_, i) => `w${from + i}${'x'.repeat(10)}`).join(' ');
    const huge = changed((r) => { r['issues'] = Array.from({ length: 400 }, (_, i) => words(i * 250)); }, 'xx-huge-2024');
    const done = await run(files.write('huge.json', [changed(() => undefined, 'xx-before-2024'), huge, changed(() => undefined, 'xx-behind-2024')]));
    expect(done.report).toMatchObject({ added: 2, refused: [{ record: 'xx-huge-2024', reason: 'refused_by_database' }] });
    const order = await asWriter(db.ownerUrl, async (c) => (await c.query<{ slug: string }>("select slug from app.precedent where slug like 'xx-%-2024' and slug in ('xx-before-2024', 'xx-behind-2024', 'xx-huge-2024') order by ordinal")).rows.map((r) => r.slug));
    expect(order).toEqual(['xx-before-2024', 'xx-behind-2024']);
  });

  const text = JSON.stringify([{ slug: 'a' }]);
  const unreadable: [string, Uint8Array | string | null, RegExp][] = [
    ['is missing', null, /there is no such file/],
    ['is empty', '', /is empty/],
    ['is no JSON', '[{"slug": ', /is not JSON/],
    ['is no list', '{"slug": "a"}', /not a list of records/],
    ['is UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]), /UTF-16/],
    ['is UTF-16 without a mark', Buffer.from(text, 'utf16le'), /UTF-8/],
    ['is Latin-1', Buffer.from('[{"slug":"é"}]', 'latin1'), /not UTF-8/],
    ['begins with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]), /byte order mark/],
    ['is larger than 10 MB', `["${'x'.repeat((10 << 20) + 1)}"]`, /larger than 10 MB/],
  ];
  it.each(unreadable)('says in one line that a file %s, and writes nothing', async (_name, content, words) => {
    const before = await count('precedent');
    const path = content === null ? files.at('absent.json') : files.write('unreadable.json', content);
    const done = await run(path);
    expect(done.code).toBe(1);
    expect(done.report).toBeNull();
    expect(done.said).toHaveLength(1);
    expect(done.said[0]).toMatch(words);
    expect(done.said[0]).not.toContain('\n');
    // the same for a file beside it: nothing of the good one goes in
    const beside = await run(files.write('fine.json', [changed(() => undefined, 'xx-beside-2024')]), '--courts', path);
    expect([beside.code, beside.report]).toEqual([1, null]);
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
