import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { directionOf, runsOf } from './bidi.ts';
import { INK, type Mark } from './marks.ts';
import type { Pack } from './pack.ts';

/** Sizes in half points, as Word counts them. */
export const SIZE = { title: 42, heading1: 32, heading2: 21, body: 20, table: 18, small: 16 } as const;
export const SERIF = { ascii: 'Georgia', hAnsi: 'Georgia', eastAsia: 'Georgia', cs: 'Times New Roman' };
export const SANS = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Arial', cs: 'Arial' };
const SYMBOLS = { ascii: 'Segoe UI Symbol', hAnsi: 'Segoe UI Symbol', eastAsia: 'Segoe UI Symbol', cs: 'Segoe UI Symbol' };

/** How Word names the languages. */
export const LOCALE = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR', ar: 'ar-SA' } as const;

export interface Look {
  size?: number;
  bold?: boolean;
  italics?: boolean;
  color?: string;
  font?: typeof SERIF;
  /** The text is the record's own, not the pack's. */
  record?: boolean;
}

/** One piece of a line. */
export type Piece = string | { text: string; look?: Look; link?: string } | { mark: Mark; word: string };

export interface Line extends Omit<IParagraphOptions, 'children' | 'text' | 'bidirectional' | 'alignment'> {
  look?: Look;
  /** Prose follows its own first letter; names, labels and cells follow the pack. */
  prose?: boolean;
  /** Stands after the text, e.g. a footnote mark. */
  tail?: ParagraphChild;
}

/** Paragraphs and tables in the direction and language of one pack. */
export function paperFor(pack: Pack) {
  const rtlPack = pack.dir === 'rtl';

  function runs(text: string, dir: 'ltr' | 'rtl', look: Look): TextRun[] {
    return text.split('\n').flatMap((row, index) =>
      runsOf(row, dir).map(
        (run, at) =>
          new TextRun({
            text: run.text,
            ...(index > 0 && at === 0 ? { break: 1 } : {}),
            ...(run.rtl ? { rightToLeft: true } : {}),
            // Word takes the size of right-to-left letters from the run, not from the paragraph's style.
            ...(look.size || rtlPack ? { size: look.size ?? SIZE.body } : {}),
            ...(look.bold ? { bold: true } : {}),
            ...(look.italics && !rtlPack ? { italics: true } : {}),
            ...(look.color ? { color: look.color } : {}),
            ...(look.font ? { font: look.font } : {}),
            language: languageOf(run.rtl, look.record === true),
          }),
      ),
    );
  }

  function languageOf(rtl: boolean, record: boolean) {
    if (rtlPack) return { value: record ? pack.recordLanguage : LOCALE.en, bidirectional: LOCALE[pack.language] };
    return { value: record && !rtl ? pack.recordLanguage : LOCALE[pack.language], bidirectional: LOCALE.ar };
  }

  function children(pieces: Piece[], dir: 'ltr' | 'rtl', look: Look): ParagraphChild[] {
    return pieces.flatMap((piece): ParagraphChild[] => {
      if (typeof piece === 'string') return runs(piece, dir, look);
      if ('mark' in piece) {
        const strong = { ...look, bold: true, color: piece.mark.ink };
        return [...runs(piece.mark.glyph + '\u00a0', dir, { ...strong, font: SYMBOLS, bold: false }), ...runs(piece.word, dir, strong)];
      }
      const own = { ...look, ...piece.look };
      return piece.link ? [new ExternalHyperlink({ link: piece.link, children: runs(piece.text, dir, { ...own, color: INK.link }) })] : runs(piece.text, dir, own);
    });
  }

  /** A paragraph that starts at the side where its language starts. */
  function line(pieces: Piece | Piece[], { look = {}, prose = false, tail, ...options }: Line = {}): Paragraph {
    const list = Array.isArray(pieces) ? pieces : [pieces];
    const text = list.map((piece) => (typeof piece === 'string' ? piece : 'mark' in piece ? piece.word : piece.text)).join('');
    const dir = prose ? directionOf(text, pack.dir) : pack.dir;
    const inside = children(list, dir, look);
    return new Paragraph({ ...options, ...(dir === 'rtl' ? { bidirectional: true } : {}), alignment: AlignmentType.START, children: tail ? [...inside, tail] : inside });
  }

  /** A heading with its real style, so that Word's outline and screen readers find it. */
  function heading(level: 1 | 2, text: string, options: Line = {}): Paragraph {
    const look = { size: level === 1 ? SIZE.heading1 : SIZE.heading2, ...(level === 2 ? { bold: true } : {}), ...options.look };
    return line(text, { ...options, heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, keepNext: true, keepLines: true, look });
  }

  /** A real table: the head repeats on each page, rows never split unless one alone is longer than a page. */
  function table(widths: number[], head: Paragraph[][] | null, rows: Paragraph[][][]): Table {
    const hairline = { style: BorderStyle.SINGLE, size: 4, color: INK.line };
    const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
    const cells = (row: Paragraph[][], isHead: boolean) =>
      row.map(
        (content, index) =>
          new TableCell({
            children: content,
            width: { size: widths[index] ?? 0, type: WidthType.DXA },
            verticalAlign: isHead ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
            ...(isHead ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: INK.tint } } : {}),
          }),
      );
    return new Table({
      columnWidths: widths,
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      visuallyRightToLeft: rtlPack,
      margins: { top: 40, bottom: 40, left: 90, right: 90, marginUnitType: WidthType.DXA },
      borders: { top: { style: BorderStyle.SINGLE, size: 12, color: INK.ink }, bottom: hairline, left: none, right: none, insideHorizontal: hairline, insideVertical: none },
      rows: [
        ...(head ? [new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, true) })] : []),
        ...rows.map((row) => new TableRow({ cantSplit: !row.some(isLong), children: cells(row, false) })),
      ],
    });
  }

  return { line, heading, table };
}

export type Paper = ReturnType<typeof paperFor>;

// A row that cannot fit on one page must split, or Word and LibreOffice cut it off.
const LONGEST_CELL = 1500;
const lengths = new WeakMap<Paragraph, number>();

/** Remembers how much text a cell's paragraph holds: a built paragraph no longer tells. */
export function measured(paragraph: Paragraph, text: string): Paragraph {
  lengths.set(paragraph, text.length);
  return paragraph;
}

function isLong(cell: Paragraph[]): boolean {
  return cell.reduce((sum, paragraph) => sum + (lengths.get(paragraph) ?? 0), 0) > LONGEST_CELL;
}
