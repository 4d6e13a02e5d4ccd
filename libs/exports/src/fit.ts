/** A stretch of one line with its own look. */
export interface Stretch {
  text: string;
  bold?: boolean;
  color?: string;
  symbol?: boolean;
  link?: string;
}

/** A paragraph of a slide; sizes are points. */
export interface Para {
  stretches: Stretch[];
  size: number;
  color?: string;
  serif?: boolean;
  bullet?: boolean;
  /** Space above, left out at the top of a box. */
  before?: number;
  /** Never the last on a slide: a head stays with its text. */
  keep?: boolean;
  /** Prose follows its own first letter, labels follow the pack. */
  prose?: boolean;
  /** The record's own words. */
  record?: boolean;
}

/** Room on a slide, in points. */
export interface Box {
  width: number;
  height: number;
}

export const BULLET_INDENT = 16;
const ARABIC = /\p{Script=Arabic}/u;

/** Exact line height: Latin letters need a quarter more than their size, Arabic ones half as much again. */
export function lineHeight(para: Pick<Para, 'size' | 'stretches'>): number {
  return Math.ceil(para.size * (para.stretches.some(({ text }) => ARABIC.test(text)) ? 1.5 : 1.25));
}

// Widths in parts of the size, taken from the widest sans a reader is likely to get instead of the one named in the file.
function advance(letter: string): number {
  if (/[ijl.,:;'|!‘’]/.test(letter)) return 0.33;
  if (/[\sftrI()[\]{}\-/"“”]/.test(letter)) return 0.42;
  if (/[mwMW@%—…]/.test(letter)) return 0.98;
  if (/[A-Z&]/.test(letter)) return 0.74;
  if (/[\u0000-\u024f]/.test(letter)) return 0.635;
  if (/\p{M}|[\u200b-\u200f\u2066-\u2069]/u.test(letter)) return 0;
  if (/\p{Script=Arabic}/u.test(letter)) return 0.6;
  if (/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]|\p{Emoji_Presentation}/u.test(letter) || letter.length > 1) return 1.05;
  return 0.78;
}

/** The width of a text in points. */
export function widthOf(text: string, size: number, bold = false): number {
  let width = 0;
  for (const letter of text) width += advance(letter);
  return width * size * (bold ? 1.09 : 1);
}

/** Where each line of a paragraph begins, as offsets into its text. */
export function lineStarts(para: Para, width: number): number[] {
  const room = Math.max(width - (para.bullet ? BULLET_INDENT : 0), para.size * 2);
  const starts = [0];
  let used = 0;
  let offset = 0;
  for (const { text, bold, link } of para.stretches) {
    const before = starts.length;
    for (const word of text.match(/\n|[^ \t\n\-/]*[-/]+|[^ \t\n\-/]+[ \t]*|[ \t]+/g) ?? []) {
      const wide = widthOf(word.trimEnd(), para.size, bold);
      if (word === '\n') {
        starts.push(offset + 1);
        used = 0;
      } else if (used + wide <= room) {
        used += widthOf(word, para.size, bold);
      } else if (wide <= room) {
        starts.push(offset);
        used = widthOf(word, para.size, bold);
      } else {
        // Longer than a line: broken between letters, as office programs do.
        let at = offset;
        for (const letter of word) {
          const step = widthOf(letter, para.size, bold);
          if (used + step > room && used > 0) {
            starts.push(at);
            used = 0;
          }
          used += step;
          at += letter.length;
        }
      }
      offset += word.length;
    }
    // A link is one piece for LibreOffice: what follows a broken one begins a line.
    if (link && starts.length > before) used = room;
  }
  return starts;
}

/** The height of a paragraph in points, without the space above. */
export function heightOf(para: Para, width: number): number {
  return lineStarts(para, width).length * lineHeight(para);
}

/** The height of paragraphs under one another. */
export function heightOfAll(paras: Para[], width: number): number {
  return paras.reduce((sum, para, index) => sum + (index ? (para.before ?? 0) : 0) + heightOf(para, width), 0);
}

/** Deals paragraphs out over as many boxes as they need; sizes stay, text moves on. A paragraph goes on in the next box only when it would not fit into one box alone. */
export function paginate(paras: Para[], box: Box): Para[][] {
  const pages: Para[][] = [];
  let page: Para[] = [];
  let used = 0;
  const turn = () => {
    const carried: Para[] = [];
    while (page.length > 1 && page.at(-1)?.keep) carried.unshift(page.pop()!);
    if (page.length) pages.push(page);
    page = carried;
    used = heightOfAll(page, box.width);
  };
  const queue = [...paras];
  for (let para = queue.shift(); para; para = queue.shift()) {
    const before = page.length ? (para.before ?? 0) : 0;
    const high = heightOf(para, box.width);
    if (used + before + high <= box.height) {
      page.push(para);
      used += before + high;
      continue;
    }
    const rows = Math.floor((box.height - used - before) / lineHeight(para));
    const onlyHeads = page.every((item) => item.keep);
    if (high <= box.height && !onlyHeads) {
      turn();
      queue.unshift(para);
    } else if (rows >= 2 || !page.length) {
      const starts = lineStarts(para, box.width);
      const cut = starts[Math.max(rows, 1)];
      if (cut === undefined) {
        page.push(para);
        turn();
        continue;
      }
      page.push(part(para, 0, cut));
      pages.push(page);
      page = [];
      used = 0;
      queue.unshift({ ...part(para, cut, Infinity), bullet: false });
    } else {
      turn();
      queue.unshift(para);
    }
  }
  if (page.length) pages.push(page);
  return pages;
}

function part(para: Para, from: number, to: number): Para {
  let offset = 0;
  const stretches: Stretch[] = [];
  for (const stretch of para.stretches) {
    const text = stretch.text.slice(Math.max(from - offset, 0), Math.max(to - offset, 0));
    if (text) stretches.push({ ...stretch, text });
    offset += stretch.text.length;
  }
  return { ...para, stretches };
}

/** A text that must stay in its place, like a slide's title, ends in an ellipsis; its whole is in the speaker notes. */
export function clip(text: string, size: number, width: number, lines: number): string {
  const para = { stretches: [{ text }], size };
  const cut = lineStarts(para, width)[lines];
  if (cut === undefined) return text;
  let kept = text.slice(0, cut).trimEnd();
  while (kept && lineStarts({ stretches: [{ text: `${kept}…` }], size }, width).length > lines) kept = kept.slice(0, -1).trimEnd();
  return `${kept.toWellFormed().replace(/\ufffd$/, '')}…`;
}
