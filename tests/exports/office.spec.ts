import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { handoutDocx, librarySource, recordReference, slidesPptx, unconfirmed, type Pack, type PackLanguage } from '@amparo/exports';
import { samplePack, widePack } from '../../libs/exports/src/sample-pack.ts';

const run = promisify(execFile);
const MINUTE = 60_000;
/** The rule above a slide's foot, in points from the top. */
const FOOT = 484;

interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Page {
  width: number;
  height: number;
  words: Word[];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Opens the file in LibreOffice, prints it, and reads where each word stands. */
async function pagesOf(bytes: Uint8Array, name: string): Promise<{ pages: Page[]; text: string }> {
  const file = join(folder, name);
  const pdf = file.replace(/\.\w+$/, '.pdf');
  await rm(pdf, { force: true });
  await writeFile(file, bytes);
  await run('soffice', [`-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, file], { timeout: 2 * MINUTE });
  const box = (await run('pdftotext', ['-bbox', pdf, '-'], { maxBuffer: 1e8 })).stdout;
  const { stdout: text } = await run('pdftotext', [pdf, '-'], { maxBuffer: 1e8 });
  const number = (source: string, key: string) => Number(new RegExp(`${key}="([\\d.-]+)"`).exec(source)?.[1]);
  const pages = (box.match(/<page .*?<\/page>/gs) ?? []).map((page) => ({
    width: number(page, 'width'),
    height: number(page, 'height'),
    words: [...page.matchAll(/<word ([^>]*)>(.*?)<\/word>/g)].map(([, at = '', word = '']) => ({ text: unescaped(word), left: number(at, 'xMin'), right: number(at, 'xMax'), top: number(at, 'yMin'), bottom: number(at, 'yMax') })),
  }));
  return { pages, text };
}

const unescaped = (text: string) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#39;|&apos;/g, "'").replace(/&amp;/g, '&');
// Where a line ends differs from printer to printer; pdftotext drops a hyphen there, and turns brackets round in a right-to-left line.
const tight = (text: string) => text.normalize('NFKC').replace(/[\s\u200e\u200f\u202a-\u202e\u00ad\f\-[\]()]+/g, '');

/** A word as its sorted letters: pdftotext turns some right-to-left words round, and reads the joint of two of their letters as a sign. */
const letters = (word: string) => [...tight(word).replace(/[:;؛…·,$]/g, '')].toSorted().join('');

/** All that a reader must find again, whatever the layout. */
function essentials(pack: Pack): { whole: string[]; words: string[] } {
  const notes = [...pack.precedents.flatMap((precedent) => precedent.findings), ...pack.comparison.rows.flatMap((row) => row.cells)].map((finding) => finding.note ?? '');
  return {
    whole: pack.precedents.flatMap((precedent) => [precedent.name, ...precedent.sources.map((source) => source.ref), ...(pack.dir === 'ltr' ? [precedent.title, precedent.summary, ...precedent.issues] : [])]),
    words: [...notes, ...pack.precedents.flatMap((precedent) => [...precedent.citations, ...precedent.unverified.map(unconfirmed), ...precedent.remedies.map((remedy) => remedy.detail)])].flatMap((text) => text.split(/\s+/)).filter(Boolean),
  };
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function lost(pack: Pack, text: string): string[] {
  const found = tight(text);
  // pdftotext turns some right-to-left words and their signs round: those are found by their letters.
  const turned = new Set(text.split(/\s+/).map(letters));
  const { whole, words } = essentials(pack);
  return [...whole.flatMap((item) => (RTL.test(item) ? item.split(/\s+/) : [item])), ...words].filter((item) => !found.includes(tight(item)) && !(RTL.test(item) && turned.has(letters(item))));
}

const outside = ({ width, height, words }: Page, side: number, end: number) => words.filter((word) => word.left < side || word.right > width - side || word.top < end || word.bottom > height - end).map((word) => word.text);
const cases: [PackLanguage, number][] = [['en', 4], ['en', 6], ['fr', 4], ['ar', 4]];
/** How much of a page between the margins its text covers, from the first line to the last above footnotes and foot. */
const filled = ({ height, words }: Page) => Math.max(...words.filter((word) => word.bottom < height - 60).map((word) => word.bottom)) / (height - 60);

/** Every slide: nothing beyond its sides, its number in the foot, and in the foot the foot alone. */
function staysInPlace(pages: Page[], pack: Pack): void {
  const footTexts = [pack.words.level, pack.words.referenceRecord, pack.words.sources, pack.dateLine, ...pack.precedents.flatMap((precedent) => [precedent.name, recordReference(pack, precedent).text]), librarySource(pack)].flatMap((text) => text.split(/\s+/));
  const footWords = new Set(footTexts.map(letters));
  for (const [index, page] of pages.entries()) {
    expect(outside(page, 30, 4), `slide ${index + 1}`).toEqual([]);
    const foot = page.words.filter((word) => word.bottom > FOOT);
    expect(foot.map((word) => word.text)).toContain(String(index + 1));
    // Body text that ran down would show here.
    // The foot may be cut with an ellipsis, which a line from right to left carries in front of a part of the cut word.
    const ofFoot = (text: string) => text.includes('…') || footWords.has(letters(text)) || (text.length > 8 && footTexts.some((whole) => whole.startsWith(text)));
    const strays = foot.filter((word) => word.text !== String(index + 1) && letters(word.text) && !ofFoot(word.text));
    expect(strays.map((word) => word.text), `slide ${index + 1}`).toEqual([]);
    const bodyBottom = Math.max(...page.words.filter((word) => word.top < FOOT - 2).map((word) => word.bottom));
    expect(bodyBottom, `slide ${index + 1}`).toBeLessThanOrEqual(FOOT + 2);
  }
}

describe.each(cases)('a pack in %s of %i precedents', (language, count) => {
  const pack = samplePack(language, count);

  test('the handout opens in LibreOffice: nothing lost, nothing outside the margins, no empty page, every page numbered', async () => {
    const { pages, text } = await pagesOf(await handoutDocx(pack), `handout-${language}-${count}.docx`);
    expect(lost(pack, text)).toEqual([]);
    expect(pages.length).toBeGreaterThanOrEqual(count);
    expect(pages.length).toBeLessThanOrEqual(2 * count);
    expect(pages.some((page) => page.width > page.height)).toBe(count > 4);
    // Only the last page, and the last before the page is turned, may end early.
    for (const [index, page] of pages.entries()) if (index < pages.length - 1 && pages[index + 1]!.width === page.width) expect(filled(page), `page ${index + 1}`).toBeGreaterThan(0.7);
    for (const [index, page] of pages.entries()) {
      expect(outside(page, 20, 20), `page ${index + 1}`).toEqual([]);
      expect(page.words.length, `page ${index + 1}`).toBeGreaterThan(25);
      const foot = page.words.filter((word) => word.top > page.height - 50).map((word) => word.text);
      expect(foot).toEqual(expect.arrayContaining([String(index + 1), String(pages.length)]));
    }
  }, 3 * MINUTE);

  test('the slides open in LibreOffice: nothing lost, nothing beyond the slide or over its foot', async () => {
    const { pages, text } = await pagesOf(await slidesPptx(pack), `slides-${language}-${count}.pptx`);
    expect(lost(pack, text)).toEqual([]);
    expect(pages.length).toBeGreaterThanOrEqual(2 * count + 4);
    expect(pages.length).toBeLessThanOrEqual(4 * count + 10);
    staysInPlace(pages, pack);
  }, 3 * MINUTE);
});

test('EXP-01 on paper: the first column of an Arabic table stands at the right, and a heading begins there', async () => {
  const pack = samplePack('ar', 3);
  pack.precedents[0]!.citations = ['CCPR/C/131/D/3163/2018'];
  const { pages } = await pagesOf(await handoutDocx(pack), 'arabic.docx');
  const words = pages.flatMap((page) => page.words.map((word) => ({ ...word, page })));
  const docket = words.find((word) => word.text.includes('CCPR/C/131/D/3163/2018'));
  expect(docket, 'the docket in one piece').toBeDefined();
  expect(docket!.right).toBeLessThan(docket!.page.width * 0.75);
  const label = words.filter((word) => word.page === docket!.page && Math.abs(word.top - docket!.top) < 6 && word.left > docket!.right);
  expect(label.length, 'the label of the row stands right of it').toBeGreaterThan(0);
}, 2 * MINUTE);

describe.each<PackLanguage>(['en', 'ar'])('six records with every test, very long names and many scripts, in %s', (language) => {
  const pack = widePack(language);

  test('the handout: nothing lost, nothing outside the margins', async () => {
    const { pages, text } = await pagesOf(await handoutDocx(pack), `wide-${language}.docx`);
    expect(lost(pack, text)).toEqual([]);
    for (const [index, page] of pages.entries()) expect(outside(page, 20, 20), `page ${index + 1}`).toEqual([]);
  }, 3 * MINUTE);

  test('the slides: nothing lost, nothing beyond the slide or over its foot', async () => {
    const { pages, text } = await pagesOf(await slidesPptx(pack), `wide-${language}.pptx`);
    expect(lost(pack, text)).toEqual([]);
    staysInPlace(pages, pack);
  }, 3 * MINUTE);
});
