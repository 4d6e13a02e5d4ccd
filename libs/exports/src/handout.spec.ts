import JSZip from 'jszip';
import { expect, test, vi } from 'vitest';
import { handoutDocx } from './handout.ts';
import { hostilePack, samplePack } from './sample-pack.ts';

// Whole office files are made here: more than a busy machine does in the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

async function parts(bytes: Uint8Array): Promise<Map<string, string>> {
  const zip = await JSZip.loadAsync(bytes);
  return new Map(await Promise.all(Object.values(zip.files).map(async (entry) => [entry.name, await entry.async('string')] as const)));
}

const paragraphs = (xml: string) => xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
const plain = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((found) => found[1]).join('').replace(/[\u200e\u200f]/g, '');

/** The pack of EXP-01: Arabic text with dockets and a date in it. */
function arabic() {
  const pack = samplePack('ar', 2);
  pack.title = 'ورقة عمل: الهوية الرقمية أمام المحاكم';
  const [first, second] = pack.precedents;
  first!.summary = 'قررت اللجنة في البلاغ CCPR/C/131/D/3163/2018 بتاريخ 24/03/2021 أن المادة 17 قد انتهكت (الفقرة 7-6).';
  first!.citations = ['[2021] KEHC 122 (KLR)'];
  second!.citations = ['CCPR/C/131/D/3163/2018'];
  return pack;
}

test('EXP-01: an Arabic handout runs right to left in text, table, footnotes and page numbers, and keeps dockets whole', async () => {
  const files = await parts(await handoutDocx(arabic()));
  const body = files.get('word/document.xml')!;
  for (const xml of [body, files.get('word/footnotes.xml')!, [...files].filter(([name]) => /word\/(header|footer)\d/.test(name)).map(([, text]) => text).join('')]) {
    const arabicOnes = paragraphs(xml).filter((paragraph) => /\p{Script=Arabic}/u.test(plain(paragraph)));
    expect(arabicOnes.length).toBeGreaterThan(0);
    for (const paragraph of arabicOnes) {
      expect(paragraph).toContain('<w:bidi/>');
      expect(paragraph).toContain('<w:jc w:val="start"/>');
      for (const run of paragraph.match(/<w:r>.*?<\/w:r>/gs) ?? []) {
        if (!/<w:t[ >]/.test(run) || !/\p{Script=Arabic}/u.test(plain(run))) continue;
        expect(run).toContain('<w:rtl/>');
        expect(run).toMatch(/<w:szCs /);
        if (run.includes('<w:b/>')) expect(run).toContain('<w:bCs/>');
      }
    }
  }
  expect(body).not.toContain('w:jc w:val="right"');
  expect(body.match(/<w:tbl>/g)?.length).toBe(body.match(/<w:bidiVisual\/>/g)?.length);
  const runs = body.match(/<w:r>.*?<\/w:r>/gs) ?? [];
  for (const whole of ['CCPR/C/131/D/3163/2018', '24/03/2021', '[2021] KEHC 122 (KLR)']) {
    const run = runs.find((item) => plain(item) === whole);
    expect(run, whole).toBeDefined();
    expect(run).not.toContain('<w:rtl/>');
  }
  expect(files.get('word/styles.xml')).toMatch(/<w:docDefaults>.*<w:lang [^>]*w:bidi="ar-SA"/s);
  expect(files.get('docProps/core.xml')).toContain('<dc:language>ar-SA</dc:language>');
});

test('EXP-05: no account, no clock, and the same pack gives the same bytes', async () => {
  const first = await handoutDocx(samplePack());
  await new Promise((done) => setTimeout(done, 2100));
  expect(Buffer.from(await handoutDocx(samplePack())).equals(Buffer.from(first))).toBe(true);
  const files = await parts(first);
  const core = files.get('docProps/core.xml')!;
  expect(core).toContain('<dc:creator>Example Rights Clinic</dc:creator>');
  expect(core).toContain('<cp:lastModifiedBy>Example Rights Clinic</cp:lastModifiedBy>');
  expect(core).not.toContain('dcterms:created');
  expect([...files.keys()].some((name) => name.includes('media/') || name.includes('thumbnail'))).toBe(false);
  const nameless = samplePack();
  nameless.made = {};
  expect((await parts(await handoutDocx(nameless))).get('docProps/core.xml')).toContain('<dc:creator>Amparo</dc:creator>');
});

test('a handout has real headings, tables whose head repeats and whose rows stay whole, and its marks', async () => {
  const pack = samplePack('en', 4);
  const files = await parts(await handoutDocx(pack));
  const body = files.get('word/document.xml')!;
  const heads = paragraphs(body).filter((paragraph) => paragraph.includes('w:val="Heading1"')).map(plain);
  expect(heads).toEqual([pack.words.comparison, ...pack.precedents.map((precedent) => precedent.name), pack.words.sources]);
  expect(body).toContain('<w:pStyle w:val="Title"/>');
  // The comparison, the tests and the sources of each precedent.
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1 + 4 + 4);
  expect(body.match(/<w:tr>/g)?.length).toBe(body.match(/<w:cantSplit\/>/g)?.length);
  const header = [...files].find(([name]) => /word\/header\d/.test(name))![1];
  expect(plain(header)).toContain(`${pack.words.level} · ${pack.words.referenceRecord}`);
  const footer = [...files].find(([name]) => /word\/footer\d/.test(name))![1];
  expect(footer).toContain('PAGE');
  expect(footer).toContain('NUMPAGES');
  for (const precedent of pack.precedents) expect(files.get('word/footnotes.xml')).toContain(`/precedents/${precedent.slug}`);
});

test('nothing begins a page of its own: briefs flow, only a comparison of more than four decisions turns the page', async () => {
  for (const [count, turned] of [[1, false], [4, false], [5, true], [6, true]] as const) {
    const body = (await parts(await handoutDocx(samplePack('en', count)))).get('word/document.xml')!;
    expect(body, `${count}`).not.toMatch(/<w:pageBreakBefore\/>|<w:br w:type="page"/);
    expect(body.match(/<w:sectPr/g), `${count}`).toHaveLength(turned ? 2 : 1);
    expect(body.includes('w:orient="landscape"'), `${count}`).toBe(turned);
    for (const heading of paragraphs(body).filter((paragraph) => /w:val="Heading\d"/.test(paragraph))) expect(heading).toContain('<w:keepNext/>');
  }
});

test('the sources of each precedent are a table whose repeated head says whose they are', async () => {
  const pack = samplePack('en', 4);
  const body = (await parts(await handoutDocx(pack))).get('word/document.xml')!;
  const tables = (body.match(/<w:tbl>.*?<\/w:tbl>/gs) ?? []).slice(-4);
  for (const [index, table] of tables.entries()) {
    const precedent = pack.precedents[index]!;
    const head = /<w:tr>(?:(?!<\/w:tr>).)*<w:tblHeader\/>.*?<\/w:tr>/s.exec(table)![0];
    expect(plain(head)).toContain(precedent.name);
    expect(table.match(/<w:tr>/g)).toHaveLength(2 + precedent.sources.length);
    for (const source of precedent.sources) expect(plain(table).replaceAll('&amp;', '&')).toContain(source.ref);
  }
});

test('without an address that others can open, a record goes by its name in the library and nothing links to it', async () => {
  const pack = { ...samplePack('en', 2), sourceUrlBase: null };
  const files = await parts(await handoutDocx(pack));
  for (const precedent of pack.precedents) {
    expect(plain(files.get('word/footnotes.xml')!)).toContain(`Full record: ${precedent.slug}, in the Amparo library`);
    expect([...files.values()].join('')).not.toContain(`/${precedent.slug}`);
  }
});

test('hostile text stays text', async () => {
  const files = await parts(await handoutDocx(hostilePack()));
  const body = files.get('word/document.xml')!;
  expect(body).toContain('A &amp; B &lt;script&gt;');
  expect(body).toContain('word9999');
  for (const [name, xml] of files) if (name.endsWith('.xml')) expect(xml, name).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/);
  expect(files.get('word/_rels/document.xml.rels')).not.toContain('javascript:');
});
