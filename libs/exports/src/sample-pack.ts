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

/** Six records with every test answered and explained, names of three lines, and text in scripts that are not Latin. */
export function widePack(language: PackLanguage = 'en'): Pack {
  const pack = samplePack(language, 6);
  const scripts = ['अनिवार्य पंजीकरण', 'उच्च न्यायालय', 'Суд постановил', 'Το δικαστήριο', 'قررت المحكمة', 'בית המשפט'];
  for (const [at, precedent] of pack.precedents.entries()) {
    precedent.name = `Coalition of Associations for Documentation and Non-Discrimination of Border Communities and ${at + 7} Others v Commissioner-General of the National Registration Authority`;
    precedent.title = `${precedent.title} — ${scripts[at]}`;
    precedent.findings = pack.comparison.rows.map(({ limb, label }) => ({ limb, label, finding: 'partly', findingLabel: pack.words.legend.partly, note: `${scripts[at]}: upheld for the register as enacted, struck down for unqualified interconnection` }));
    precedent.remedies = [...precedent.remedies, { label: scripts[at]!, detail: scripts[(at + 1) % scripts.length]! }];
  }
  for (const row of pack.comparison.rows) row.cells = pack.precedents.map(({ findings }) => findings.find(({ limb }) => limb === row.limb)!);
  return pack;
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
