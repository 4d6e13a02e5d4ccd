import sample from './sample-pack.json' with { type: 'json' };
import type { Pack, PackComparisonRow, PackLanguage, PackPrecedent } from './pack.ts';
import { packWords } from './words.ts';

const TITLES: Record<PackLanguage, string> = {
  en: 'How courts answered the same questions',
  es: 'Cómo respondieron los tribunales a las mismas preguntas',
  fr: 'Comment les juridictions ont répondu aux mêmes questions',
  ar: 'كيف أجابت المحاكم عن الأسئلة نفسها',
};

/** A pack of up to six public records for tests; the organisation is fictional. */
export function samplePack(language: PackLanguage = 'en', count = 4): Pack {
  return {
    title: TITLES[language],
    language,
    dir: language === 'ar' ? 'rtl' : 'ltr',
    recordLanguage: 'en',
    dateLine: '2026-11-25',
    made: { organisation: 'Example Rights Clinic' },
    precedents: structuredClone(sample.precedents.slice(0, count)) as PackPrecedent[],
    comparison: { rows: sample.rows.map((row) => ({ ...row, cells: row.cells.slice(0, count) })) as PackComparisonRow[] },
    words: packWords(language),
    sourceUrlBase: 'https://amparo.example/precedents',
  };
}

/** Text as nobody should send it: XML characters, control characters, a lone surrogate, a bidi override, and ten thousand words. */
export function hostilePack(): Pack {
  const pack = samplePack('en', 2);
  const [first, second] = pack.precedents as [PackPrecedent, PackPrecedent];
  first.name = 'A & B <script> "v" \u0000\u0001\u000b C\ud800 \u202eevil\u202c';
  first.title = 'محكمة <w:t>]]>&amp; \uffff \u001b[31m';
  first.summary = Array.from({ length: 10_000 }, (_, index) => `word${index}`).join(' ');
  first.issues = ['x'.repeat(3000), ''];
  first.sources = [{ ref: `https://amparo.example/${'long-'.repeat(200)}end?a=1&b="2"`, basis: '', note: null }, { ref: 'javascript:alert(1)', basis: '', note: null }];
  second.name = 'N'.repeat(900);
  second.title = 'title '.repeat(10_000);
  const cell = pack.comparison.rows[0]?.cells[0];
  if (cell) cell.note = 'note '.repeat(2000);
  return pack;
}
