/** Words as the text index keeps them: lower case, without accents, letters and digits only. Both sides of a search pass through here. */
export const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase().replace(/ß/gu, 'ss').replace(/ø/gu, 'o').replace(/ł/gu, 'l').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

/** A docket number or citation without its punctuation, so that "C-291/12", "c 291 12" and "C29112" are one. */
export const squash = (text: string): string => fold(text).replaceAll(' ', '');

export const longestSearch = 200;
const mostWords = 12;

/** What to ask the index for. The last word may be unfinished: people see results while they type. */
export interface TextQuery { words: string[]; all: string; squashed: string | null }
export function textQuery(text: string): TextQuery | null {
  const words = fold(text).split(' ').filter(Boolean).slice(0, mostWords);
  if (!words.length) return null;
  const squashed = squash(text);
  return { words, all: words.map((w, i) => (i === words.length - 1 && w.length > 1 ? `${w}:*` : w)).join(' & '), squashed: /\d/u.test(squashed) && words.length > 1 ? squashed : null };
}

/** A word of the query with the stem the index has for it. */
export interface SoughtWord { word: string; stem: string; last: boolean }

/** Where the sought words stand in a text: flat pairs of start and end (UTF-16), and how many different words were found. */
export function marksIn(text: string, sought: readonly SoughtWord[]): { marks: number[]; found: number } {
  const marks: number[] = [];
  const found = new Set<string>();
  for (const token of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const folded = fold(token[0]);
    const hit = sought.find((s) => meets(folded, s));
    if (!hit) continue;
    found.add(hit.word);
    marks.push(token.index, token.index + token[0].length);
  }
  return { marks, found: found.size };
}

/** The same for a docket number or citation, which is one thing however it is written: "c29112" marks the whole of "C-291/12". */
export function marksInNumber(number: string, sought: readonly SoughtWord[]): { marks: number[]; found: number } {
  const asWords = marksIn(number, sought), typed = sought.map((s) => s.word).join('');
  return asWords.found || typed.length < 4 || !squash(number).includes(typed) ? asWords : { marks: [0, number.length], found: sought.length };
}

/** The same word in another form: "fingerprint" for "fingerprints", "identities" for "identity", but not "identification". */
function meets(token: string, { word, stem, last }: SoughtWord): boolean {
  if (token === word) return true;
  if (last && word.length > 1 && token.startsWith(word)) return true;
  const root = stem.length > 3 ? stem.replace(/[iy]$/u, '') : stem;
  return root.length >= 3 && token.startsWith(root) && token.length - root.length <= 3 && !/\d/u.test(root);
}
