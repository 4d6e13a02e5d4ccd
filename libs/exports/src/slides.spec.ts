import JSZip from 'jszip';
import { expect, test, vi } from 'vitest';
import { samplePack, hostilePack } from './sample-pack.ts';
import { slidesPptx } from './slides.ts';

// Whole office files are made here: more than a busy machine does in the usual five seconds.
vi.setConfig({ testTimeout: 60_000 });

async function parts(bytes: Uint8Array, pattern: RegExp): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const entries = Object.values(zip.files).filter((entry) => pattern.test(entry.name));
  const number = (name: string) => Number(/\d+/.exec(name)?.[0] ?? 0);
  return Promise.all(entries.toSorted((a, b) => number(a.name) - number(b.name)).map((entry) => entry.async('string')));
}

const SLIDE = /^ppt\/slides\/slide\d+\.xml$/;
const NOTES = /^ppt\/notesSlides\/notesSlide\d+\.xml$/;
const plain = (xml: string) => [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map((found) => found[1]).join('').replace(/[\u200e\u200f]/g, '').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&apos;', "'");
const titleOf = (xml: string) => plain(/<p:sp>(?:(?!<\/p:sp>).)*type="title".*?<\/p:sp>/s.exec(xml)?.[0] ?? '');

test('every slide has a title of its own, notes, its source and the mark of a reference record', async () => {
  const pack = samplePack('en', 6);
  const bytes = await slidesPptx(pack);
  const slides = await parts(bytes, SLIDE);
  const notes = await parts(bytes, NOTES);
  const titles = slides.map(titleOf);
  expect(titles.every(Boolean)).toBe(true);
  expect(new Set(titles).size).toBe(titles.length);
  expect(notes).toHaveLength(slides.length);
  slides.forEach((slide, index) => {
    expect(plain(slide)).toContain(pack.words.referenceRecord);
    expect(plain(slide)).toContain(`${pack.words.sources}: `);
    expect(plain(notes[index]!).length).toBeGreaterThan(60);
    expect(plain(notes[index]!)).toContain(`${pack.words.sources}: `);
  });
});

test('slides are named after what is on them: one for each question, none that goes on under the same name', async () => {
  for (const pack of [samplePack('en', 4), samplePack('en', 6), samplePack('fr', 4)]) {
    const titles = (await parts(await slidesPptx(pack), SLIDE)).map(titleOf);
    const counted = pack.words.part.replace('{name}', '').replace(/\{parts?\}/g, '\\d+').replace(/[()]/g, '\\$&').trim();
    expect(titles.filter((title) => new RegExp(counted).test(title) || / · \d+$/.test(title))).toEqual([]);
    for (const row of pack.comparison.rows.filter(({ differ, cells }) => differ || cells.some(({ note }) => note))) expect(titles.filter((title) => title.startsWith(`${row.label}: `)), row.label).toHaveLength(1);
    for (const { name } of pack.precedents) {
      expect(titles, name).toContain(`${name}: ${pack.words.brief}`);
      expect(titles.filter((title) => title.startsWith(`${pack.words.sources}: `) && title.includes(name)), name).toHaveLength(1);
    }
  }
});

test('the longest name of the library stands whole above six columns', async () => {
  const pack = samplePack('en', 6);
  pack.precedents[2]!.name = 'Katiba Institute & Yash Pal Ghai (Huduma DPIA)';
  const slides = await parts(await slidesPptx(pack), SLIDE);
  const side = slides.filter((slide) => titleOf(slide).startsWith(pack.words.comparison));
  expect(side.length).toBeGreaterThan(0);
  for (const slide of side) for (const { name } of pack.precedents) expect(plain(/<a:tbl>.*<\/a:tbl>/s.exec(slide)![0])).toContain(name);
});

test('without an address that others can open, slides and notes name the record and link nowhere', async () => {
  const pack = { ...samplePack('en', 2), sourceUrlBase: null };
  const bytes = await slidesPptx(pack);
  const slides = await parts(bytes, SLIDE);
  for (const { name, slug } of pack.precedents) expect(plain(slides.find((slide) => titleOf(slide) === `${name}: In brief`)!)).toContain(`Sources: ${slug}, in the Amparo library`);
  expect((await parts(bytes, /(xml|rels)$/)).join('')).not.toContain('/precedents/');
});

test('nothing is set below 14 points but the foot, and no cell or source is lost', async () => {
  const pack = samplePack('en', 6);
  const slides = await parts(await slidesPptx(pack), SLIDE);
  for (const slide of slides) {
    const sizes = [...slide.replace(/<p:sp>(?:(?!<\/p:sp>).)*name="Sources".*?<\/p:sp>/gs, '').matchAll(/<a:rPr[^>]* sz="(\d+)"/g)].map((found) => Number(found[1]));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1400);
  }
  const all = slides.map(plain).join('\n');
  for (const row of pack.comparison.rows) for (const cell of row.cells) if (cell.note) expect(all).toContain(cell.note);
  for (const precedent of pack.precedents) {
    expect(all).toContain(precedent.summary);
    for (const source of precedent.sources) expect(all).toContain(source.ref);
  }
});

test('a paragraph has its properties once and before its runs: otherwise PowerPoint repairs the file', async () => {
  for (const pack of [samplePack('en', 4), samplePack('ar', 4)]) {
    for (const slide of await parts(await slidesPptx(pack), SLIDE)) {
      for (const paragraph of slide.match(/<a:p>.*?<\/a:p>/gs) ?? []) {
        expect(paragraph.match(/<a:pPr[ >/]/g)?.length ?? 0).toBeLessThanOrEqual(1);
        if (paragraph.includes('<a:pPr')) expect(paragraph).toMatch(/^<a:p><a:pPr/);
      }
    }
  }
});

test('an Arabic deck runs right to left and its table begins at the right', async () => {
  const pack = samplePack('ar', 3);
  const bytes = await slidesPptx(pack);
  const slides = await parts(bytes, SLIDE);
  for (const paragraph of slides.join('').match(/<a:p>.*?<\/a:p>/gs) ?? []) if (/^[^A-Za-z]*\p{Script=Arabic}/u.test(plain(paragraph))) expect(paragraph).toMatch(/<a:pPr[^>]*rtl="1"[^>]*algn="r"/);
  const table = slides.find((slide) => slide.includes('<a:tbl>') && titleOf(slide).startsWith(pack.words.comparison))!;
  const firstRow = /<a:tr .*?<\/a:tr>/s.exec(table)![0].match(/<a:tc>.*?<\/a:tc>/gs)!.map(plain);
  expect(firstRow.at(-1)).toContain(pack.words.testsQuestion);
  expect(slides.join('')).toContain('lang="ar-SA"');
  for (const notes of await parts(bytes, NOTES)) expect(notes).toContain('rtl="1"');
});

test('EXP-05: the same pack gives the same bytes and names nobody', async () => {
  const first = await slidesPptx(samplePack());
  await new Promise((done) => setTimeout(done, 2100));
  expect(Buffer.from(await slidesPptx(samplePack())).equals(Buffer.from(first))).toBe(true);
  const [core] = await parts(first, /^docProps\/core\.xml$/);
  expect(core).toContain('<dc:creator>Example Rights Clinic</dc:creator>');
  expect(core).not.toContain('dcterms:created');
  expect((await parts(first, /xml$/)).join('')).not.toContain('PptxGenJS');
});

test('hostile text stays text and ten thousand words go on over slides', async () => {
  const slides = await parts(await slidesPptx(hostilePack()), SLIDE);
  const all = slides.map(plain).join(' ');
  for (const word of ['word0', 'word5000', 'word9999']) expect(all.includes(word), word).toBe(true);
  expect(all.match(/note /g)?.length).toBeGreaterThanOrEqual(1999);
  for (const slide of slides) expect(slide).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/);
  const titles = slides.map(titleOf);
  expect(new Set(titles).size).toBe(titles.length);
}, 30_000);
