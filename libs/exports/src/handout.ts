import { Document, LevelFormat, LineRuleType, Footer, FootnoteReferenceRun, Header, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, Table, TextRun, AlignmentType, BorderStyle, HeadingLevel, SectionType, type ISectionOptions } from 'docx';
import { findingMark, INK, resultMark } from './marks.ts';
import { fill, inRow, placeLine, printableAll, recordUrl, type Pack, type PackPrecedent, type PackSource } from './pack.ts';
import { LOCALE, measured, paperFor, SANS, SERIF, SIZE, type Paper, type Piece } from './paper.ts';
import { seal } from './seal.ts';

// A4 with 1.9 cm margins, in twentieths of a point.
const A4 = { width: 11906, height: 16838 };
const MARGIN = 1077;
const PORTRAIT = A4.width - 2 * MARGIN;
const LANDSCAPE = A4.height - 2 * MARGIN;
/** More columns than this do not fit a portrait page. */
const PORTRAIT_COLUMNS = 3;
const BULLETS = 'bullets';
const LISTED = { numbering: { reference: BULLETS, level: 0 }, spacing: { after: 20 } };

/** A handout for a workshop as a Word file: a brief for each precedent, the comparison as a real table, the sources. The same pack always gives the same bytes. */
export async function handoutDocx(given: Pack): Promise<Uint8Array> {
  const pack = printableAll(given);
  const paper = paperFor(pack);
  const wide = pack.precedents.length > PORTRAIT_COLUMNS;
  const compared = pack.comparison.rows.length > 0 && pack.precedents.length > 1;
  const creator = pack.made.organisation || 'Amparo';
  const document = new Document({
    title: pack.title,
    creator,
    lastModifiedBy: creator,
    styles: styles(pack),
    numbering: { config: [{ reference: BULLETS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', style: { paragraph: { indent: { start: 300, hanging: 240 } } } }] }] },
    footnotes: Object.fromEntries(pack.precedents.map((precedent, index) => [index + 1, { children: [recordNote(pack, paper, precedent)] }])),
    sections: [
      section(pack, paper, false, [...opening(pack, paper), ...pack.precedents.flatMap((precedent, index) => brief(pack, paper, precedent, index + 1))]),
      ...(compared ? [section(pack, paper, wide, comparison(pack, paper, wide ? LANDSCAPE : PORTRAIT))] : []),
      section(pack, paper, false, sources(pack, paper)),
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(document));
  const locale = LOCALE[pack.language];
  return seal(bytes, { title: pack.title, creator, language: locale }, (name, xml) =>
    name === 'word/settings.xml' ? xml.replace('<w:compat>', `<w:themeFontLang w:val="${pack.dir === 'rtl' ? LOCALE.en : locale}" w:bidi="${pack.dir === 'rtl' ? locale : LOCALE.ar}"/><w:compat>`) : xml,
  );
}

function styles(pack: Pack) {
  const rtl = pack.dir === 'rtl';
  const heading = (size: number, color: string, spacing: { before: number; after: number }) => ({ run: { size, color, font: SERIF }, paragraph: { spacing: { ...spacing, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true } });
  return {
    default: {
      document: {
        run: { font: SERIF, size: SIZE.body, color: INK.ink, language: rtl ? { value: LOCALE.en, bidirectional: LOCALE[pack.language] } : { value: LOCALE[pack.language], bidirectional: LOCALE.ar } },
        paragraph: { spacing: { after: 80, line: rtl ? 300 : 259, lineRule: LineRuleType.AUTO } },
      },
      title: heading(SIZE.title, INK.ink, { before: 0, after: 160 }),
      heading1: heading(SIZE.heading1, INK.ink, { before: 0, after: 80 }),
      heading2: { run: { size: SIZE.heading2, color: INK.brand, font: SANS, bold: true }, paragraph: { spacing: { before: 160, after: 50 }, keepNext: true, keepLines: true } },
      footnoteText: { run: { size: SIZE.small, font: SANS }, paragraph: { spacing: { after: 0 } } },
      listParagraph: { run: { size: SIZE.body } },
    },
  };
}

function section(pack: Pack, paper: Paper, wide: boolean, children: (Paragraph | Table)[]): ISectionOptions {
  const { words } = pack;
  const look = { size: SIZE.small, color: INK.hint, font: SANS };
  const rule = { style: BorderStyle.SINGLE, size: 4, color: INK.line, space: 4 };
  const [before = '', between = '', after = ''] = words.page.split(/\{pages?\}/);
  const rtl = pack.dir === 'rtl';
  const page = (text: string | (typeof PageNumber)[keyof typeof PageNumber]) =>
    new TextRun({ children: [text], ...look, ...(rtl ? { rightToLeft: true } : {}), language: { value: LOCALE[rtl ? 'en' : pack.language], bidirectional: LOCALE[rtl ? pack.language : 'ar'] } });
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        // docx swaps the sides of a landscape page itself.
        size: { ...A4, orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: MARGIN + 200, bottom: MARGIN + 60, left: MARGIN, right: MARGIN, header: 510, footer: 454 },
      },
    },
    headers: { default: new Header({ children: [paper.line([{ text: words.level, look: { bold: true, color: INK.ink } }, ` · ${words.referenceRecord} · ${pack.title}`], { look, border: { bottom: rule } })] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            ...(rtl ? { bidirectional: true } : {}),
            alignment: AlignmentType.START,
            border: { top: rule },
            tabStops: [{ type: TabStopType.END, position: wide ? LANDSCAPE : PORTRAIT }],
            children: [page(`${pack.dateLine}\t`), page(before), page(PageNumber.CURRENT), page(between), page(PageNumber.TOTAL_PAGES), page(after)],
          }),
        ],
      }),
    },
    children,
  };
}

function opening(pack: Pack, paper: Paper): Paragraph[] {
  const { words } = pack;
  const names = inRow(pack.precedents.map((precedent) => precedent.name), pack.dir, ';');
  return [
    paper.line(pack.title, { heading: HeadingLevel.TITLE, look: { size: SIZE.title } }),
    ...(pack.made.organisation ? [paper.line(fill(words.madeBy, { organisation: pack.made.organisation }), { look: { size: SIZE.body, color: INK.second } })] : []),
    paper.line(fill(words.intro, { count: pack.precedents.length, names }), { look: { size: SIZE.body, color: INK.second }, spacing: { after: 120 } }),
    ...legend(pack, paper),
  ];
}

function legend(pack: Pack, paper: Paper): Paragraph[] {
  const codes = ['not_satisfied', 'partly', 'satisfied', 'not_addressed'] as const;
  const pieces = codes.flatMap((code, index): Piece[] => [...(index ? ['   '] : []), { mark: findingMark(code), word: pack.words.legend[code] }]);
  return [paper.line([`${pack.words.testsQuestion}\n`, ...pieces], { look: { size: SIZE.table, font: SANS }, spacing: { after: 280 } })];
}

function brief(pack: Pack, paper: Paper, precedent: PackPrecedent, footnote: number): (Paragraph | Table)[] {
  const { words } = pack;
  const { line, heading, table } = paper;
  const small = { size: SIZE.table, font: SANS };
  const label = (text: string) => [line(text, { look: { ...small, bold: true }, spacing: { after: 0 } })];
  const cell = (pieces: Piece | Piece[], text: string, record = false) => [measured(line(pieces, { look: { ...small, record }, spacing: { after: 0 } }), text)];
  const list = (title: string, items: string[]) => (items.length ? [heading(2, title, { look: { font: SANS } }), ...items.map((item) => bullet(paper, item))] : []);
  const facts: [string, Piece | Piece[], string][] = [
    [words.cite, inRow(precedent.citations, pack.dir, ';') || words.noneRecorded, precedent.citations.join('')],
    [words.court, placeLine(pack, precedent), precedent.court],
    [words.result, [{ mark: resultMark(precedent.result), word: precedent.resultLabel }, ` (${words.asCoded}). ${words.outcome}: ${precedent.outcome}`], precedent.outcome],
  ];
  return [
    heading(1, precedent.name, { pageBreakBefore: footnote > 1, look: { italics: true } }),
    line(precedent.title, { look: { size: SIZE.body, color: INK.second, italics: true, record: true }, spacing: { after: 60 } }),
    line([{ text: words.referenceRecord, look: { bold: true } }], { look: { size: SIZE.small, font: SANS, color: INK.second }, spacing: { after: 160 }, tail: new FootnoteReferenceRun(footnote) }),
    table([2600, PORTRAIT - 2600], null, facts.map(([name, pieces, text]) => [label(name), cell(pieces, text)])),
    heading(2, words.inShort, { look: { font: SANS } }),
    line(precedent.summary, { prose: true, look: { size: SIZE.body, record: true } }),
    ...list(words.issues, precedent.issues),
    ...(precedent.findings.length
      ? [
          heading(2, `${words.tests}: ${words.testsQuestion}`, { look: { font: SANS } }),
          table(
            [3300, 2000, PORTRAIT - 5300],
            [label(words.test), label(words.finding), label(words.reason)],
            precedent.findings.map((finding) => [label(finding.label), cell({ mark: findingMark(finding.finding), word: finding.findingLabel }, finding.findingLabel), cell(finding.note ?? '', finding.note ?? '', true)]),
          ),
        ]
      : []),
    ...list(words.ordered, precedent.remedies.map((remedy) => [remedy.label, remedy.detail].filter(Boolean).join(': '))),
    ...list(words.history, precedent.history),
    ...(precedent.unverified.length ? [heading(2, words.unknown, { look: { font: SANS } }), line(`${precedent.unverified.join('; ')}.`, { prose: true, look: { size: SIZE.body, record: true } })] : []),
  ];
}

function bullet({ line }: Paper, text: string): Paragraph {
  return line(text, { prose: true, ...LISTED, look: { size: SIZE.body, record: true } });
}

function recordNote(pack: Pack, paper: Paper, precedent: PackPrecedent): Paragraph {
  const url = recordUrl(pack, precedent);
  return paper.line([` ${pack.words.record}: `, { text: url, link: url }], { look: { size: SIZE.small, font: SANS }, style: 'FootnoteText' });
}

function comparison(pack: Pack, paper: Paper, width: number): (Paragraph | Table)[] {
  const { words, precedents } = pack;
  const many = precedents.length > 4;
  const small = { size: many ? SIZE.small : SIZE.small + 1, font: SANS };
  const text = (pieces: Piece | Piece[], record = false) => measured(paper.line(pieces, { look: { ...small, record }, spacing: { after: 0 } }), typeof pieces === 'string' ? pieces : '');
  const first = Math.round(width * (many ? 0.16 : 0.21));
  const each = Math.floor((width - first) / precedents.length);
  const head = [
    [text({ text: words.test, look: { bold: true } }), text({ text: `≠ ${words.differ}`, look: { color: INK.brand, bold: true } })],
    ...precedents.map((precedent) => [
      text({ text: precedent.name, look: { bold: true, italics: true, font: SERIF, size: SIZE.table + 1 } }),
      text(inRow([precedent.country, precedent.decided?.text], pack.dir)),
      text({ mark: resultMark(precedent.result), word: precedent.resultLabel }),
    ]),
  ];
  const rows = pack.comparison.rows.map((row) => [
    [
      text([...(row.differ ? [{ text: '≠ ', look: { color: INK.brand, bold: true } }] : []), { text: row.label, look: { bold: true } }]),
      ...(row.question ? [text({ text: row.question, look: { color: INK.second } })] : []),
    ],
    ...row.cells.map((cell) => [text({ mark: findingMark(cell.finding), word: cell.finding ? cell.findingLabel : words.notCoded }), ...(cell.note ? [text(cell.note, true)] : [])]),
  ]);
  return [
    paper.heading(1, words.comparison),
    paper.line(`${words.testsQuestion} ${words.referenceRecord}.`, { look: { size: SIZE.table, font: SANS, color: INK.second }, spacing: { after: 160 }, keepNext: true }),
    paper.table([first, ...precedents.map(() => each)], head, rows),
  ];
}

function sources(pack: Pack, paper: Paper): Paragraph[] {
  return [
    paper.heading(1, pack.words.sources),
    ...pack.precedents.flatMap((precedent) => {
      const url = recordUrl(pack, precedent);
      return [
        paper.heading(2, precedent.name, { look: { font: SANS } }),
        paper.line(placeLine(pack, precedent), { look: { size: SIZE.table, font: SANS, color: INK.second }, keepNext: true }),
        paper.line([`${pack.words.record}: `, { text: url, link: url }], { look: { size: SIZE.table, font: SANS }, ...LISTED }),
        ...precedent.sources.map((source) => paper.line(sourcePieces(source), { prose: true, look: { size: SIZE.table, font: SANS, record: true }, ...LISTED })),
      ];
    }),
  ];
}

function sourcePieces(source: PackSource): Piece[] {
  const rest = [source.basis, source.note].filter(Boolean).join('; ');
  return [isAddress(source.ref) ? { text: source.ref, link: source.ref } : source.ref, ...(rest ? [` (${rest})`] : [])];
}

function isAddress(ref: string): boolean {
  return /^https?:\/\//.test(ref) && URL.canParse(ref);
}
