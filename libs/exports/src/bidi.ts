/** A stretch of text in one writing direction. */
export interface Run {
  text: string;
  rtl: boolean;
}

const RTL_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const LETTER = /\p{L}/u;
/** Left-to-right mark: keeps brackets and slashes of a docket on their side; unlike isolates, every Word since 2007 obeys it. */
const LRM = '\u200e';
/** Its counterpart: a number after a Latin name belongs to the sentence again. */
const RLM = '\u200f';

// A docket, a citation, a name or an address: Latin letters, digits and what stands between them, up to the next right-to-left letter or mark.
const EDGE = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}`;
const BREAK = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}،؛؟\n`;
const ISLAND = new RegExp(String.raw`[\[(]?[${EDGE}](?:[^${BREAK}]*[${EDGE}])?[\])]?`, 'gu');
const NUMERIC_DATE = /^\d{1,4}[/.]\d{1,2}[/.]\d{1,4}$/;

/** The direction of a text by its first letter; without one, that of its surroundings. */
export function directionOf(text: string, around: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  const first = LETTER.exec(text)?.[0];
  return first ? (RTL_LETTER.test(first) ? 'rtl' : 'ltr') : around;
}

/** Splits a line for a right-to-left paragraph: Latin dockets, names and dates stay whole and read left to right, all else runs right to left. */
export function runsOf(text: string, dir: 'ltr' | 'rtl'): Run[] {
  if (dir === 'ltr') return [{ text, rtl: false }];
  const runs: Run[] = [];
  let from = 0;
  for (const found of text.matchAll(ISLAND)) {
    const island = balanced(found[0]);
    // Plain numbers and section numbers take the order of the sentence round them.
    if (!/\p{L}/u.test(island) && !NUMERIC_DATE.test(island)) continue;
    if (found.index > from) runs.push(sentence(text.slice(from, found.index), runs.length > 0));
    runs.push({ text: LRM + island + LRM, rtl: false });
    from = found.index + island.length;
  }
  if (from < text.length) runs.push(sentence(text.slice(from), runs.length > 0));
  return runs.length ? runs : [{ text: '', rtl: true }];
}

/** Takes in the bracket that closes an opened one, and leaves out one that was opened before the island. */
function balanced(island: string): string {
  const last = island.at(-1);
  const opener = last === ')' ? '(' : last === ']' ? '[' : null;
  if (!opener || !last) return island;
  const opened = island.split(opener).length - 1;
  const closed = island.split(last).length - 1;
  return closed > opened ? island.slice(0, -1) : island;
}

function sentence(text: string, afterIsland: boolean): Run {
  return { text: afterIsland ? RLM + text : text, rtl: true };
}
