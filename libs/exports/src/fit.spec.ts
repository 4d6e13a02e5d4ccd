import { expect, test } from 'vitest';
import { directionOf, runsOf } from './bidi.ts';
import { clip, heightOfAll, lineStarts, paginate, type Para } from './fit.ts';

const text = (paras: Para[]) => paras.flatMap((para) => para.stretches.map((stretch) => stretch.text)).join('');

test('paragraphs dealt out over boxes lose nothing, fit, and leave no head alone at the end', () => {
  const box = { width: 300, height: 200 };
  const paras: Para[] = Array.from({ length: 40 }, (_, index) => ({ stretches: [{ text: `Item ${index} `.repeat((index * 7) % 60 + 1) }], size: 14, before: 6, keep: index % 5 === 0 }));
  const pages = paginate(paras, box);
  expect(text(pages.flat())).toBe(text(paras));
  for (const page of pages) expect(heightOfAll(page, box.width)).toBeLessThanOrEqual(box.height);
  for (const page of pages.slice(0, -1)) if (page.length > 1 && page.at(-1)!.keep) expect(text([page.at(-1)!]).length).toBeGreaterThan(200);
});

test('a word longer than a line is broken, not pushed out', () => {
  expect(lineStarts({ stretches: [{ text: 'x'.repeat(500) }], size: 20 }, 200).length).toBeGreaterThan(20);
  expect(clip('word '.repeat(200), 26, 400, 2).length).toBeLessThan(80);
});

test('right to left: dockets are islands, plain numbers belong to the sentence', () => {
  const runs = runsOf('البلاغ CCPR/C/131/D/3163/2018 بتاريخ 24/03/2021 (الفقرة 7-6).', 'rtl').map((run) => [run.text.replace(/[\u200e\u200f]/g, ''), run.rtl]);
  expect(runs).toEqual([['البلاغ ', true], ['CCPR/C/131/D/3163/2018', false], [' بتاريخ ', true], ['24/03/2021', false], [' (الفقرة 7-6).', true]]);
  expect(runsOf('[2021] KEHC 122 (KLR)', 'rtl').map((run) => run.text)).toEqual(['\u200e[2021] KEHC 122 (KLR)\u200e']);
  expect(runsOf('(المحكمة KEHC)', 'rtl').map((run) => run.text.replace(/[\u200e\u200f]/g, ''))).toEqual(['(المحكمة ', 'KEHC', ')']);
  expect(directionOf('2019: حكم', 'ltr')).toBe('rtl');
});
