import Pptx from 'pptxgenjs';
import { directionOf, runsOf } from './bidi.ts';
import { BULLET_INDENT, clip, heightOfAll, lineHeight, paginate, type Box, type Para } from './fit.ts';
import { INK } from './marks.ts';
import { fill, type Pack } from './pack.ts';
import { LOCALE } from './paper.ts';

/** The stage of a 16:9 slide in points, 72 to the inch. */
export const STAGE = { width: 960, height: 540, gutter: 44, titleTop: 20, titleHeight: 66, bodyTop: 100, bodyHeight: 380, footTop: 489 } as const;
export const BODY: Box = { width: STAGE.width - 2 * STAGE.gutter, height: STAGE.bodyHeight };
export const TITLE_SIZE = 26;
const FOOT_SIZE = 12;
const CELL_MARGIN = 6;
const GAP = 32;
/** On more slides than this smaller letters save none that anyone would miss. */
const WORTH_SHRINKING = 4;
const MASTER = 'AMPARO';
const COVER = 'AMPARO_COVER';
const COVER_SIZE = 38;
const COVER_HEIGHT = 250;

/** A cell of a slide's table: paragraphs on a ground. */
export interface Cell {
  paras: Para[];
  ground?: string;
}

/** What stands on one slide. */
export interface Scene {
  title: string;
  /** The address or the names the slide rests on; stands in its foot. */
  source: string;
  notes: string;
  /** The first slide: a coloured ground and a larger title. */
  cover?: boolean;
}

/** A row of a slide's table, with the word that a title calls it by. */
export interface Row {
  name: string;
  cells: Cell[];
}

/** A table before it is dealt out over slides. */
export interface Grid {
  widths: number[];
  head: Cell[];
  rows: Row[];
}

const inch = (points: number) => points / 72;

/** A set of slides in the direction and language of one pack: each has a title of its own, a source in the foot, and notes. */
export function deckFor(pack: Pack) {
  const rtl = pack.dir === 'rtl';
  const pptx = new (Pptx as unknown as typeof Pptx.default)();
  const used = new Set<string>();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.title = pack.title;
  pptx.rtlMode = rtl;
  pptx.theme = { headFontFace: 'Georgia', bodyFontFace: 'Arial' };
  pptx.defineSlideMaster(master(MASTER, { y: STAGE.titleTop, height: STAGE.titleHeight, size: TITLE_SIZE, color: INK.ink, valign: 'middle' }));
  pptx.defineSlideMaster(master(COVER, { y: 40, height: COVER_HEIGHT - 64, size: COVER_SIZE, color: 'FFFFFF', valign: 'bottom' }, [{ rect: { x: 0, y: 0, w: inch(STAGE.width), h: inch(COVER_HEIGHT), fill: { color: INK.brand } } }]));

  function master(name: string, title: { y: number; height: number; size: number; color: string; valign: 'middle' | 'bottom' }, ground: NonNullable<Pptx.default.SlideMasterProps['objects']> = []): Pptx.default.SlideMasterProps {
    return {
      title: name,
      background: { color: 'FFFFFF' },
      objects: [
        ...ground,
        {
          placeholder: {
            options: { name: 'title', type: 'title', ...place(STAGE.gutter, title.y, BODY.width, title.height), margin: 0, align: rtl ? 'right' : 'left', valign: title.valign, fontFace: 'Georgia', fontSize: title.size, color: title.color },
            text: '',
          },
        },
        { line: { ...place(STAGE.gutter, STAGE.footTop - 5, BODY.width, 0), line: { color: INK.line, width: 0.75 } } },
      ],
      slideNumber: { ...place(rtl ? STAGE.gutter : STAGE.width - STAGE.gutter - 60, STAGE.footTop, 60, 18), fontFace: 'Arial', fontSize: FOOT_SIZE, color: INK.hint, align: rtl ? 'left' : 'right', margin: 0 },
    };
  }

  function place(x: number, y: number, width: number, height: number) {
    return { x: inch(x), y: inch(y), w: inch(width), h: inch(height) };
  }

  /** Text as pptxgenjs wants it: one entry for each run, the last of a paragraph ends the line. */
  function texts(paras: Para[]): Pptx.default.TextProps[] {
    return paras.flatMap((para, index) => {
      const text = para.stretches.map((stretch) => stretch.text).join('');
      const dir = para.prose ? directionOf(text, pack.dir) : pack.dir;
      const lang = para.record ? pack.recordLanguage : LOCALE[pack.language];
      const runs = para.stretches.flatMap((stretch) => runsOf(stretch.text.replace(/\n/g, ' '), dir).map((run) => ({ stretch, run })));
      return runs.map(({ stretch, run }, at): Pptx.default.TextProps => ({
        text: run.text,
        options: {
          fontSize: para.size,
          fontFace: stretch.symbol ? 'Segoe UI Symbol' : para.serif ? 'Georgia' : 'Arial',
          color: stretch.color ?? para.color ?? INK.ink,
          bold: stretch.bold === true,
          lang: run.rtl || dir === 'ltr' ? (run.rtl ? LOCALE[pack.language] : lang) : para.record ? pack.recordLanguage : LOCALE.en,
          align: dir === 'rtl' ? 'right' : 'left',
          rtlMode: dir === 'rtl',
          lineSpacing: lineHeight(para),
          paraSpaceBefore: index ? (para.before ?? 0) : 0,
          paraSpaceAfter: 0,
          // pptxgenjs begins a new paragraph at each run that has a bullet.
          ...(para.bullet && at === 0 ? { bullet: { indent: BULLET_INDENT } } : {}),
          ...(stretch.link ? { hyperlink: { url: stretch.link } } : {}),
          breakLine: at === runs.length - 1 && index < paras.length - 1,
        },
      }));
    });
  }

  function unique(title: string): string {
    let name = title;
    for (let copy = 2; used.has(name); copy++) name = `${title} · ${copy}`;
    used.add(name);
    return name;
  }

  /** A new slide with title, foot and notes. */
  function slide({ title, source, notes, cover = false }: Scene): Pptx.default.Slide {
    const { words } = pack;
    const made = pptx.addSlide({ masterName: cover ? COVER : MASTER });
    const heading = unique(clip(title, cover ? COVER_SIZE : TITLE_SIZE, BODY.width * 0.97, cover ? 3 : 2));
    made.addText(
      runsOf(heading, pack.dir).map((run) => ({ text: run.text, options: { lang: run.rtl || !rtl ? LOCALE[pack.language] : LOCALE.en, rtlMode: rtl, align: rtl ? 'right' : 'left' } })),
      { placeholder: 'title' },
    );
    const width = BODY.width - 70;
    const foot: Para[] = [
      { stretches: [{ text: words.level, bold: true, color: INK.ink }, { text: ` · ${words.referenceRecord}` }], size: FOOT_SIZE, color: INK.hint },
      { stretches: [{ text: clip(`${words.sources}: ${source}`, FOOT_SIZE, width, rtl ? 1 : 2) }], size: FOOT_SIZE, color: INK.hint },
    ];
    made.addText(texts(foot), { ...place(rtl ? STAGE.width - STAGE.gutter - width : STAGE.gutter, STAGE.footTop, width, 45), margin: 0, valign: 'top', fit: 'none', objectName: words.sources });
    made.addNotes([notes, `${words.level}. ${words.referenceRecord}.`, `${words.sources}: ${source}`].filter(Boolean).join('\n'));
    return made;
  }

  /** Columns of text over as many slides as they need: in larger letters where one slide has the room, in smaller ones where that saves a slide. */
  function dealt(columns: Para[][], cover = false, most = 2) {
    const top = cover ? COVER_HEIGHT + 24 : STAGE.bodyTop;
    const width = (BODY.width - GAP * (columns.length - 1)) / columns.length;
    const box = { width, height: STAGE.bodyTop + BODY.height - top };
    const deal = (step: number) => columns.map((column) => paginate(column.map((para) => sized(para, step)), box));
    const count = (pages: Para[][][]) => Math.max(1, ...pages.map((each) => each.length));
    const best = bestOf(deal, count, most);
    return { best, parts: count(best), top, box };
  }

  /** Whether columns of text stand on one slide. */
  function fits(columns: Para[][]): boolean {
    return dealt(columns, false, 0).parts === 1;
  }

  /** As many slides as the columns of text need; each column stands beside the others, and goes on where it stopped. `most`: how many steps the letters may grow. */
  function flow(scene: Scene, columns: Para[][], most = 2): void {
    const { best, parts, top, box } = dealt(columns, scene.cover, most);
    for (let part = 0; part < parts; part++) {
      const made = slide({ ...scene, title: numbered(scene.title, part, parts) });
      // A column that is alone on a further slide takes the place at the start.
      const present = best.map((pages) => pages[part]).filter((page) => page !== undefined);
      present.forEach((page, index) => {
        const at = rtl ? columns.length - 1 - index : index;
        made.addText(texts(page), { ...place(STAGE.gutter + at * (box.width + GAP), top, box.width, box.height), margin: 0, valign: 'top', fit: 'none' });
      });
    }
  }

  /** A table over as many slides as its rows need; each is named after its first and last row, the head repeats, a row that is too high goes on in the next. */
  function table(scene: Scene, given: Grid): void {
    const { grid, leaves } = bestOf((step) => {
      const grid = enlarged(given, step);
      return { grid, leaves: leavesOf(grid) };
    }, (dealt) => dealt.leaves.length, 3);
    for (const rows of leaves) {
      const ends = new Set([rows[0]?.name, rows.at(-1)?.name]);
      const made = slide({ ...scene, title: leaves.length > 1 ? `${scene.title}: ${[...ends].join(' – ')}` : scene.title });
      const all = [grid.head, ...rows.map(({ cells }) => cells)];
      const heights = all.map((row) => inch(rowHeight(row, grid.widths)));
      made.addTable(
        all.map((row, index) => start(row.map((cell) => tableCell(cell, index === 0)))),
        { ...place(STAGE.gutter, STAGE.bodyTop, BODY.width, 0), h: heights.reduce((sum, height) => sum + height, 0), colW: start(grid.widths.map(inch)), rowH: heights, autoPage: false, objectName: scene.title },
      );
    }
  }

  /** LibreOffice does not turn a table round, so its columns are laid down from the right here. */
  function start<T>(columns: T[]): T[] {
    return rtl ? columns.toReversed() : columns;
  }

  function tableCell(cell: Cell, isHead: boolean): Pptx.default.TableCell {
    const none = { type: 'none' as const };
    const rule = { type: 'solid' as const, pt: isHead ? 1.5 : 0.75, color: isHead ? INK.ink : INK.line };
    return {
      text: texts(cell.paras.length ? cell.paras : [{ stretches: [{ text: '' }], size: 14 }]) as Pptx.default.TableCell[],
      options: { valign: isHead ? 'bottom' : 'top', margin: inch(CELL_MARGIN), border: [none, none, rule, none], ...(cell.ground ? { fill: { color: cell.ground } } : isHead ? { fill: { color: INK.tint } } : {}) },
    };
  }

  function numbered(title: string, part: number, parts: number): string {
    return parts > 1 ? fill(pack.words.part, { name: clip(title, TITLE_SIZE, BODY.width * 1.6, 1), part: part + 1, parts }) : title;
  }

  async function bytes(): Promise<Uint8Array> {
    return (await pptx.write({ outputType: 'uint8array' })) as Uint8Array;
  }

  return { fits, flow, table, bytes };
}

/** The smallest text on a slide; what does not fit goes on the next one. */
export const SMALLEST = 14;
/** The largest that text grows to where there is room. */
const LARGEST = 22;

/** What stands on one slide grows by up to `most` steps; what stands on a few shrinks where that saves one. */
function bestOf<Dealt>(deal: (step: number) => Dealt, count: (dealt: Dealt) => number, most: number): Dealt {
  const plain = deal(0);
  const slides = count(plain);
  if (slides > WORTH_SHRINKING) return plain;
  if (slides > 1) return [-1, -2].map(deal).reduce((chosen, next) => (count(next) < count(chosen) ? next : chosen), plain);
  for (let step = most; step > 0; step--) {
    const larger = deal(step);
    if (count(larger) === 1) return larger;
  }
  return plain;
}

/** Some steps larger or smaller: never below what can be read from the last row, never as large as a title. */
function sized(para: Para, step: number): Para {
  return { ...para, size: Math.min(Math.max(LARGEST, para.size), Math.max(SMALLEST, para.size + step * 2)), ...(para.before ? { before: para.before + step * 2 } : {}) };
}

function enlarged({ widths, head, rows }: Grid, step: number): Grid {
  const cells = (row: Cell[]) => row.map((cell) => ({ ...cell, paras: cell.paras.map((para) => sized(para, step)) }));
  return { widths, head, rows: rows.map((row) => ({ ...row, cells: cells(row.cells) })) };
}

function rowHeight(row: Cell[], widths: number[]): number {
  return Math.max(...row.map((cell, index) => heightOfAll(cell.paras, (widths[index] ?? 0) - 2 * CELL_MARGIN))) + 2 * CELL_MARGIN;
}

/** Deals the rows of a table out: as few slides as can be, then about as many rows on each. */
function leavesOf({ head, rows, widths }: Grid): Row[][] {
  const room = BODY.height - rowHeight(head, widths);
  const fitting = rows.flatMap((row) => split(row, widths, room)).map((row) => ({ row, height: rowHeight(row.cells, widths) }));
  const deal = (limit: number) => {
    const leaves: Row[][] = [];
    let left = 0;
    for (const { row, height } of fitting) {
      if (!leaves.length || height > left) {
        leaves.push([]);
        left = limit;
      }
      leaves.at(-1)!.push(row);
      left -= height;
    }
    return leaves;
  };
  let best = deal(room);
  for (let limit = room - 10; limit > 0; limit -= 10) {
    const even = deal(limit);
    if (even.length > best.length) break;
    best = even;
  }
  return best;
}

/** Cuts a row that is higher than a slide into rows that are not. */
function split({ name, cells }: Row, widths: number[], room: number): Row[] {
  const dealt = cells.map((cell, index) => paginate(cell.paras, { width: (widths[index] ?? 0) - 2 * CELL_MARGIN, height: room - 2 * CELL_MARGIN }));
  const parts = Math.max(1, ...dealt.map((pages) => pages.length));
  return Array.from({ length: parts }, (_, part) => ({
    name,
    cells: cells.map((cell, index) => ({ ...cell, paras: dealt[index]?.[part] ?? (index === 0 && part > 0 ? (dealt[0]?.[0] ?? []) : []) })),
  }));
}
