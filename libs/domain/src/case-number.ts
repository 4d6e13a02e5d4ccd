/**
 * Numbers that registries give (domain 2.2, ProceedingIdentifier). One number is printed in many ways: "MC No. 86 of 2022"
 * is "MC 86/2022", and "E008" is "E8". They are stored as printed; these functions only say which are alike and what a
 * search finds (scenarios 2 and 16).
 */
const filler: ReadonlySet<string> = new Set(['no', 'nos', 'nr', 'n', 'num', 'number', 'numbers', 'of', 'and', 'de', 'del', 'y', 'et', 'du']);

/** The words and figures that tell a number from another: lower case, no filler, no leading noughts. */
export const numberWords = (printed: string): string[] =>
  (printed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().match(/\p{L}+|\d+/gu) ?? []).flatMap((word) => (filler.has(word) ? [] : [word.replace(/^0+(?=\d)/u, '')]));

/** The number brought into one form: "MC No. 86 of 2022" → `mc 86 2022`. */
export const numberKey = (printed: string): string => numberWords(printed).join(' ');

const isFigure = (word: string) => /^\d+$/u.test(word);
const alike = (a: string, b: string) => a === b || (!isFigure(a) && !isFigure(b) && (a.startsWith(b) || b.startsWith(a)));

/** Does a search for this find that number? Every figure has to be there whole; a word may be cut short. */
export function findsNumber(searched: string, printed: string): boolean {
  const wanted = numberWords(searched);
  const words = numberWords(printed);
  return wanted.some(isFigure) && wanted.every((word) => words.some((own) => own === word || (!isFigure(word) && own.startsWith(word))));
}

/** The same for a database that keeps keys: patterns for LIKE that a key with a blank on either side must all match. */
export const keyPatterns = (searched: string): string[] => numberWords(searched).map((word) => (isFigure(word) ? `% ${word} %` : `% ${word}%`));

/** `same`: one number, printed twice. `perhaps`: the figures agree and one of the two leaves its words out. */
export function compareNumbers(a: string, b: string): 'same' | 'perhaps' | 'different' {
  const [one, other] = [numberWords(a), numberWords(b)];
  const figures = (words: string[]) => words.filter(isFigure).join(' ');
  if (figures(one) === '' || figures(one) !== figures(other)) return 'different';
  if (one.length === other.length && one.every((word, at) => alike(word, other[at] as string))) return 'same';
  const [letters, others] = [one, other].map((words) => words.filter((word) => !isFigure(word)));
  return letters?.length === 0 || others?.length === 0 ? 'perhaps' : 'different';
}

type Identifier = { type: string; value: string; disputed?: boolean; preferred?: boolean; validTo?: string | null };

/** Numbers of one proceeding that cannot both be right: of one kind, both still current, and not the same. Both stay, marked `disputed`. */
export function conflictingNumbers<T extends Identifier>(identifiers: readonly T[]): [T, T][] {
  const current = identifiers.filter(({ validTo, type }) => !validTo && type !== 'citation' && type !== 'consolidated' && type !== 'other');
  return current.flatMap((a, at) => current.slice(at + 1).flatMap((b): [T, T][] => (a.type === b.type && compareNumbers(a.value, b.value) === 'different' ? [[a, b]] : [])));
}

/** The number a page shows, and those it names in a note because sources differ. */
export function shownNumber<T extends Identifier>(identifiers: readonly T[]): { shown: T | undefined; noted: T[] } {
  const shown = identifiers.find(({ preferred }) => preferred) ?? identifiers.find(({ validTo }) => !validTo) ?? identifiers[0];
  return { shown, noted: identifiers.filter((each) => each !== shown && each.disputed === true) };
}

/** Proceedings that already carry one of these numbers in this court: link to one of them instead of making the case twice. */
export function sameMatters<P extends { courtSlug: string; identifiers: readonly { value: string }[] }>(
  added: { courtSlug: string; numbers: readonly string[] }, known: readonly P[],
): { proceeding: P; how: 'same' | 'perhaps' }[] {
  const found = known.flatMap((proceeding): { proceeding: P; how: 'same' | 'perhaps' }[] => {
    if (proceeding.courtSlug !== added.courtSlug) return [];
    const hows = proceeding.identifiers.flatMap(({ value }) => added.numbers.map((number) => compareNumbers(value, number)));
    return hows.includes('same') ? [{ proceeding, how: 'same' }] : hows.includes('perhaps') ? [{ proceeding, how: 'perhaps' }] : [];
  });
  return found.sort((a, b) => Number(b.how === 'same') - Number(a.how === 'same'));
}
